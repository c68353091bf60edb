// A remark: folded to a line, or open with what it is about and what may be decided.
const where = (place) => {
  const article = data.articles.find((one) => one.file === place.file);
  return `${place.file}, ${article && article.paragraphs ? 'paragraph' : 'line'} ${place.line}`;
};
// Some words before and behind, whole ones.
const quoted = 90;
const endOf = (text) => {
  if (text.length <= quoted) return text;
  const cut = text.slice(-quoted);
  return `… ${cut.slice(cut.search(/\s/) + 1)}`;
};
const beginOf = (text) => {
  if (text.length <= quoted) return text;
  const cut = text.slice(0, quoted);
  return `${cut.replace(/\s\S*$/, '')} …`;
};
const quote = (context) => el('q', {}, endOf(context[0]), el('b', {}, context[1]), beginOf(context[2]));
const sourceLine = (source) => {
  const text = [source.title, source.section].filter(Boolean).join(', ');
  return el('dd', {}, source.url ? el('a', { href: source.url, rel: 'noreferrer noopener', target: '_blank' }, text) : text,
    source.date && ` (seen ${source.date})`);
};
const echoOf = (remark, side) => side.article === undefined ? undefined :
  data.articles[side.article].remarks.find((one) => one.echo && one.echo[0] === remark.article &&
    one.echo[1] === remark.number && one.line === side.line && one.column === side.column);
const sideNode = (remark, side) => {
  const target = echoOf(remark, side);
  return el('div', { class: 'side' },
    el('div', { class: 'where' }, el('span', {}, side.source && side.article === undefined ? 'Fact' : where(side)),
      target && el('button', { type: 'button', class: 'follow', onclick: (event) => { event.stopPropagation(); leap(side.article, target); } }, 'Go there')),
    quote(side.context),
    side.message && !side.context.join('').includes(side.message.replace(/^“|”$/g, '')) && el('p', {}, side.message),
    side.source && el('dl', {}, el('dt', {}, 'Source'), sourceLine(side.source)));
};
const echoCard = (article, remark) => {
  const real = original(remark);
  return el('section', { class: `remark echo ${remark.severity} ${opened === remark.key ? 'open' : ''}`, id: remark.key, tabindex: '-1', 'aria-label': 'The other side of a contradiction' },
    el('h4', {}, dot(remark.severity), 'Contradicted', el('span', { class: 'rule' }, remark.rule)),
    el('div', { class: 'side' },
      el('div', { class: 'where' }, el('span', {}, where(real)),
        el('button', { type: 'button', class: 'follow', onclick: () => leap(real.article, real) }, 'Go there')),
      el('q', {}, el('b', {}, real.words))),
    el('p', {}, remark.message));
};
const field = (remark, key, title, required) => {
  const made = decisionOn(remark);
  const area = el('textarea', { rows: '1', 'data-field': key,
    onchange: () => decide(remark, { [key]: typed() }),
    oninput: () => {
      forgetUndo();
      decisions[remark.id] = { ...decisions[remark.id], [key]: typed() };
      store();
    } });
  // nothing typed is a replacement where leaving the words out was proposed
  const leavesOut = key === 'replacement' && (remark.suggestions || []).includes('');
  const typed = () => area.value.trim() || (leavesOut ? '' : undefined);
  area.value = made[key] || '';
  return el('label', { class: required && !made[key] ? 'field missing' : 'field' }, title, area);
};
const press = (remark, decision) => {
  if (decision === 'reject' && !mayStand(remark) && decisionOn(remark).decision !== 'reject') {
    open(remark, false);
    say('This rule may not be let stand: mend the words.');
    return;
  }
  const made = decisionOn(remark);
  const replacement = made.replacement ?? (!remark.by_hand && remark.suggestions ? remark.suggestions[0] : undefined);
  open(remark, false);
  if (made.decision === decision) decide(remark, { decision: undefined });
  else decide(remark, decision === 'accept' ? { decision, replacement } : { decision });
  const node = $(remark.key);
  const reason = node.querySelector('[data-field=reason]');
  if (reason && decision === 'reject') reason.focus();
  else if (!node.contains(document.activeElement)) node.focus({ preventScroll: true });
};
// Accepted, and nothing that can be put in its place: the words are not struck out.
const byHand = (remark) => decisionOn(remark).decision === 'accept' && decisionOn(remark).replacement === undefined;
// Remarks that a stet for this one would silence, too, though nobody has decided about them.
const alsoSilenced = (remark) => {
  const article = data.articles[remark.article];
  const block = article.blocks[remark.block] || {};
  return article.remarks.filter((one) => {
    if (one === remark || one.echo || one.rule !== remark.rule || one.suppressed || isDecided(one)) return false;
    if (article.paragraphs) return one.text === remark.text;
    const other = article.blocks[one.block] || {};
    return block.front || one.block === remark.block || (block.group > 0 && other.group === block.group);
  });
};
const verdict = (remark) => {
  const made = decisionOn(remark);
  if (byHand(remark)) return 'Accepted: to be mended by hand';
  if (made.decision === 'accept') return made.replacement ? `Accepted: “${made.replacement}”` : 'Accepted: leave it out';
  if (made.decision === 'reject') return made.reason ? `Stands: ${made.reason}` : 'Stands; say why';
  return '';
};
// A remark in one line.
const fold = (article, remark) => {
  const state = decisionOn(remark).decision;
  const real = original(remark);
  // a message often begins with the words that stand before it here
  const message = remark.message.startsWith(`“${remark.text}” `) ? remark.message.slice(remark.text.length + 3) : remark.message;
  const told = remark.echo ? `contradicted in ${real.file}` : verdict(remark) || message;
  return el('section', { class: ['remark fold', remark.severity, remark.echo ? 'echo' : '', state || ''].join(' '), id: remark.key, tabindex: '-1' },
    el('button', { type: 'button', class: 'toggle', 'aria-expanded': 'false', onclick: () => open(remark, false, true) },
      dot(remark.severity), el('b', {}, remark.words), ' ', el('span', { class: 'brief' }, told)));
};
const card = (article, remark) => {
  if (remark.echo) return echoCard(article, remark);
  const made = decisionOn(remark);
  const rule = data.rules[remark.rule] || {};
  const isOpen = opened === remark.key;
  const some = remark.suggestions && !remark.by_hand ? remark.suggestions.slice(0, 5) : [];
  const chips = some.length > 0 && el('div', { class: 'chips', role: 'group', 'aria-label': 'Replacements' },
    some.map((word) => el('button', { type: 'button', 'aria-pressed': String(made.replacement === word && made.decision === 'accept'),
      onclick: () => decide(remark, { decision: 'accept', replacement: word }) }, word || '(leave it out)')));
  const others = made.decision === 'reject' ? alsoSilenced(remark).length : 0;
  const act = (name, action, pressed) => el('button', { type: 'button', 'aria-pressed': pressed === undefined ? undefined : String(pressed), onclick: action }, name);
  return el('section', {
    class: ['remark', remark.severity, made.decision || '', isOpen ? 'open' : ''].join(' '),
    id: remark.key, tabindex: '-1', 'aria-label': `${remark.severity}: ${remark.words}`,
  },
  el('h4', {}, el('button', { type: 'button', class: 'toggle', 'aria-expanded': String(isOpen), onclick: close },
    dot(remark.severity), remark.severity[0].toUpperCase() + remark.severity.slice(1)), el('span', { class: 'rule' }, remark.rule)),
  verdict(remark) && el('p', { class: 'verdict' }, verdict(remark)),
  el('dl', {},
    el('dt', {}, 'You wrote'), el('dd', { class: 'wrote' }, `“${remark.words}”`),
    el('dt', {}, 'Why'), el('dd', {}, remark.message, rule.why && el('p', { class: 'why' }, rule.why)),
    (remark.instead || chips) && [el('dt', {}, 'Write instead'),
      el('dd', {}, remark.instead && el('div', { class: 'instead' }, remark.instead), chips,
        some.length > 0 && el('div', { class: 'instead paper' }, some.map((word) => (word ? `“${word}”` : '(leave it out)')).join(', ')))]),
  remark.sides && el('div', { class: 'sides' }, remark.sides.map((side) => sideNode(remark, side)),
    remark.sides_omitted && el('p', { class: 'why' }, `and ${plural(remark.sides_omitted, 'place')} like these; galley assertions lists them all`)),
  isOpen && !remark.suppressed && [
    made.decision === 'accept' && !remark.by_hand && field(remark, 'replacement', 'Put in its place'),
    made.decision === 'reject' && field(remark, 'reason', 'Why it stands', true),
    !mayStand(remark) && el('p', { class: 'also' }, 'This rule may not be let stand, whatever the reason: mend the words.'),
    others > 0 && el('p', { class: 'also' }, `This lets ${plural(others, 'more remark')} of the same rule stand ${article.paragraphs ? 'on the same words' : 'in the same passage'}, not decided yet.`),
    (made.comment !== undefined || remark.commenting) && field(remark, 'comment', 'Comment')],
  remark.suppressed && el('p', {}, `Silenced: ${remark.suppressed}`),
  isOpen && !remark.suppressed && el('div', { class: 'actions' },
    act('Accept', () => press(remark, 'accept'), made.decision === 'accept'),
    (mayStand(remark) || made.decision === 'reject') && act('Let stand', () => press(remark, 'reject'), made.decision === 'reject'),
    act('Comment', () => comment(remark))),
  el('dl', {},
    remark.sources && [el('dt', {}, remark.sources.length > 1 ? 'Sources' : 'Source'), remark.sources.map(sourceLine)],
    remark.jurisdictions && [el('dt', {}, remark.jurisdictions.length > 1 ? 'Jurisdictions' : 'Jurisdiction'), el('dd', {}, remark.jurisdictions.join(', '))],
    rule.notice && [el('dt', { class: 'screen' }, 'Note'), el('dd', { class: 'screen why' }, rule.notice)]),
  made.comment && !isOpen && el('p', { class: 'said' }, `Comment: ${made.comment}`));
};
const comment = (remark) => {
  remark.commenting = true;
  open(remark, false);
  refresh(remark);
  const area = $(remark.key).querySelector('[data-field=comment]');
  if (area) area.focus();
};
// Shows a remark as it is now, and its marks. Nothing else on the page moves.
const refresh = (remark) => {
  const old = $(remark.key);
  if (!old) return;
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  const same = active && active.dataset.field ? `[data-field="${active.dataset.field}"]` : null;
  const text = active && !same ? active.textContent : '';
  const article = data.articles[remark.article];
  const made = opened === remark.key ? card(article, remark) : fold(article, remark);
  made.slot = old.slot;
  made.classList.toggle('out', old.classList.contains('out'));
  if (opened !== remark.key && old.slot !== undefined && old.closest('.notes') && isWide()) made.style.top = `${old.slot}px`;
  old.replaceWith(made);
  if (active) {
    const again = (same ? made.querySelector(same) : [...made.querySelectorAll('button')].find((one) => one.textContent === text)) || made;
    again.focus({ preventScroll: true });
  }
  for (const mark of marksOf(remark)) {
    if (mark.classList.contains('other')) continue;
    const first = mark.dataset.keys.split(' ').find((key) => !isEcho(key));
    if (first !== remark.key) continue;
    mark.classList.remove('accept', 'reject', 'by-hand');
    const decision = decisionOn(remark).decision;
    if (decision) mark.classList.add(decision);
    if (byHand(remark)) mark.classList.add('by-hand');
  }
  if (opened === remark.key) placeOpened();
};
const remarkOf = (key) => {
  const [a, r] = key.slice(1).split('-').map(Number);
  return data.articles[a] && data.articles[a].remarks[r];
};
const isEcho = (key) => Boolean(remarkOf(key).echo);
const close = () => {
  if (!opened) return;
  const remark = remarkOf(opened);
  opened = null;
  for (const mark of marksOf(remark)) mark.classList.remove('open');
  refresh(remark);
  placeOpened();
};
const open = (remark, scroll, focus) => {
  if (opened !== remark.key) {
    if (opened) close();
    opened = remark.key;
    const notes = groups.get(remark.block);
    if (notes) bringIn(notes);
    if (!$(remark.key) && notes) {
      const made = fold(data.articles[current], remark);
      made.classList.add('out');
      notes.insertBefore(made, notes.lastElementChild);
    }
    refresh(remark);
    for (const mark of marksOf(remark)) mark.classList.add('open');
  }
  const node = $(remark.key);
  if (!node) return;
  if (scroll) node.scrollIntoView({ block: 'nearest' });
  if (focus) node.focus({ preventScroll: true });
};
