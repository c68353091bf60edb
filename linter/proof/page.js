'use strict';
// Shows the proof: everything that comes from articles is set as text, never read as markup.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const severities = ['error', 'warning', 'suggestion'];
  const $ = (id) => document.getElementById(id);
  const main = $('main');

  // --- elements -------------------------------------------------------------------------------
  const fill = (node, attributes, children) => {
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
      else node.setAttribute(key, value === true ? '' : value);
    }
    for (const child of children.flat(Infinity)) {
      if (child !== undefined && child !== null && child !== false) node.append(child);
    }
    return node;
  };
  const el = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
  const svg = (name, attributes, ...children) =>
    fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
  const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const dot = (severity) => el('span', { class: `dot ${severity}`, 'aria-hidden': 'true' });

  // --- remarks --------------------------------------------------------------------------------
  const remarks = []; // every remark with its article, in reading order; echoes are none of their own
  data.articles.forEach((article, a) => {
    article.remarks.forEach((remark, r) => {
      remark.article = a;
      remark.number = r;
      remark.key = `r${a}-${r}`;
      remark.words = remark.text;
      if (!remark.echo) remarks.push(remark);
    });
    // the words as they read, without what marks them up in the file
    const read = new Map();
    for (const block of article.blocks) {
      for (const part of block.pieces) {
        for (const number of part.marks || []) read.set(number, (read.get(number) || '') + part.text);
      }
    }
    for (const [number, words] of read) article.remarks[number].words = words.trim();
  });
  const original = (remark) =>
    remark.echo ? data.articles[remark.echo[0]].remarks[remark.echo[1]] : remark;

  // --- decisions ------------------------------------------------------------------------------
  const storeKey = `galley-proof-${data.id}`;
  let kept = true;
  let decisions = {};
  try {
    decisions = JSON.parse(localStorage.getItem(storeKey) || '{}');
    localStorage.setItem(`${storeKey}-test`, '1');
    localStorage.removeItem(`${storeKey}-test`);
  } catch {
    kept = false;
  }
  const store = () => {
    if (!kept) return;
    try {
      localStorage.setItem(storeKey, JSON.stringify(decisions));
    } catch {
      kept = false;
      say('This browser keeps nothing for files: save your decisions before you close the page.');
    }
  };
  const decisionOn = (remark) => decisions[original(remark).id] || {};
  const isDecided = (remark) => Boolean(decisionOn(remark).decision);
  const decide = (remark, change) => {
    const id = original(remark).id;
    decisions[id] = { ...decisions[id], ...change };
    for (const key of Object.keys(decisions[id])) {
      if (decisions[id][key] === undefined || decisions[id][key] === '') delete decisions[id][key];
    }
    if (Object.keys(decisions[id]).length === 0) delete decisions[id];
    store();
    refresh(original(remark));
    showProgress();
  };
  const exported = () => ({
    version: 1,
    tool: 'galley proof',
    proof: data.id,
    decisions: remarks.filter((remark) => decisions[remark.id]).map((remark) => {
      const made = decisions[remark.id];
      return {
        fingerprint: remark.id, file: remark.file, line: remark.line, rule: remark.rule, text: remark.text,
        ...(made.decision && { decision: made.decision }),
        ...(made.decision === 'accept' && made.replacement && { replacement: made.replacement }),
        ...(made.decision === 'reject' && { reason: made.reason || '' }),
        ...(made.comment && { comment: made.comment }),
      };
    }),
  });
  const save = () => {
    const missing = remarks.find((remark) => decisionOn(remark).decision === 'reject' && !decisionOn(remark).reason);
    if (missing) {
      go(missing.article, missing);
      say('A remark that is rejected needs a reason.');
      return;
    }
    const text = JSON.stringify(exported(), null, 2) + '\n';
    const link = el('a', {
      href: URL.createObjectURL(new Blob([text], { type: 'application/json' })),
      download: 'decisions.json',
    });
    document.body.append(link);
    link.click();
    link.remove();
    say(`${plural(exported().decisions.length, 'decision')} saved as decisions.json`);
  };
  const load = async (file) => {
    try {
      const read = JSON.parse(await file.text());
      const known = new Set(remarks.map((remark) => remark.id));
      let count = 0;
      for (const { fingerprint, decision, replacement, reason, comment } of read.decisions) {
        if (!known.has(fingerprint)) continue;
        decisions[fingerprint] = { decision, replacement, reason, comment };
        count += 1;
      }
      store();
      show();
      say(`${plural(count, 'decision')} loaded`);
    } catch {
      say('That is no file of decisions.');
    }
  };

  // --- filters --------------------------------------------------------------------------------
  const filter = { severities: new Set(severities), rule: '', state: '', search: '' };
  const passes = (remark) => {
    const real = original(remark);
    if (!filter.severities.has(real.severity) || (filter.rule && real.rule !== filter.rule)) return false;
    if (filter.state === 'open' && isDecided(real)) return false;
    if (filter.state === 'decided' && !isDecided(real)) return false;
    return true;
  };
  const shownOf = (article) => article.remarks.filter((remark) => !remark.echo && passes(remark));

  let current = -1; // the article that is shown; -1: the overview
  let opened = null;
  let timer = 0;
  const say = (text) => {
    $('note').textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { $('note').textContent = ''; }, 5000);
  };

  // --- the text -------------------------------------------------------------------------------
  const strongest = (list) =>
    severities.find((severity) => list.some((remark) => remark.severity === severity)) || 'suggestion';
  const piece = (article, part) => {
    if (typeof part === 'string') return part;
    let node = part.text;
    for (const letter of part.set || '') {
      node = el({ e: 'em', s: 'strong', d: 's', a: 'u', c: 'code' }[letter] || 'span', {}, node);
    }
    const list = (part.marks || []).map((number) => article.remarks[number]).filter(passes);
    if (list.length === 0) return node;
    const own = list.filter((remark) => !remark.echo);
    const state = own.length > 0 ? decisionOn(own[0]).decision || '' : '';
    const target = (own[0] || list[0]);
    return el('mark', {
      class: [own.length > 0 ? strongest(own) : `other ${strongest(list)}`, state].join(' '),
      tabindex: '0', role: 'button', 'data-keys': list.map((remark) => remark.key).join(' '),
      'aria-describedby': target.key,
      onclick: () => open(target, true),
      onkeydown: (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open(target, true, true);
      },
    }, node);
  };
  const label = { title: 'Title', alt: 'Picture', summary: 'Summary', caption: 'Caption', note: 'Note' };
  const blockNode = (article, block) => {
    const inside = block.pieces.map((part) => piece(article, part));
    const classes = [];
    if (block.quote) classes.push('quote');
    const heading = /^h[1-6]$/.test(block.kind) ? Math.min(Number(block.kind[1]) + 1, 6) : 0;
    if (heading) return el(`h${heading}`, { class: classes.join(' ') }, inside);
    if (block.kind === 'li') {
      classes.push('item', `d${Math.min(block.depth || 1, 3)}`);
      if (block.ordered) classes.push('ordered');
      if (!block.first) classes.push('more');
      return el('div', { class: classes.join(' '), role: 'listitem' }, inside);
    }
    if (label[block.kind]) {
      classes.push(block.kind);
      return el('p', { class: classes.join(' ') }, el('span', { class: 'label' }, label[block.kind]), inside);
    }
    return el('p', { class: classes.join(' ') }, inside);
  };
  const notesOf = (article, list) =>
    list.length > 0 && el('aside', { class: 'notes', 'aria-label': 'Remarks' }, list.map((remark) => card(article, remark)));
  // Puts remarks into the margin, each beside its words where there is room; on narrow screens and on
  // paper they stand below their paragraph.
  const layOut = () => {
    for (const text of main.querySelectorAll('.text')) {
      let free = 0;
      const isWide = getComputedStyle(text).getPropertyValue('--margin').trim() === 'yes';
      const top = text.getBoundingClientRect().top;
      const notes = [...text.querySelectorAll('.notes')];
      const wanted = notes.map((note) => {
        const keys = [...note.children].map((one) => one.id);
        const mark = keys.map((key) => text.querySelector(`mark[data-keys~="${key}"]`)).find(Boolean);
        return mark ? mark.getBoundingClientRect().top - top - 4 : note.previousElementSibling.offsetTop;
      });
      notes.forEach((note, i) => {
        const at = Math.max(free, wanted[i]);
        note.style.top = isWide ? `${at}px` : '';
        free = at + note.offsetHeight + 4;
      });
      text.style.minHeight = isWide ? `${free}px` : '';
    }
  };
  const textOf = (article) => {
    const text = el('div', { class: 'text' });
    const byBlock = new Map();
    for (const remark of article.remarks) {
      if (!passes(remark)) continue;
      const list = byBlock.get(remark.block) || [];
      list.push(remark);
      byBlock.set(remark.block, list);
    }
    const homeless = byBlock.get(undefined);
    if (homeless) {
      text.append(el('section', { class: 'whole', 'aria-label': 'On the article as a whole' }, homeless.map((remark) => card(article, remark))));
    }
    let table = null;
    let row = null;
    let list = null;
    article.blocks.forEach((block, index) => {
      const notes = notesOf(article, byBlock.get(index) || []);
      if (block.kind === 'cell') {
        if (!table || table.group !== block.group) {
          table = { group: block.group, node: el('table') };
          text.append(table.node);
        }
        if (block.first || !row || row.parentNode !== table.node) {
          row = el('tr');
          table.node.append(row);
        }
        row.append(el(block.header ? 'th' : 'td', { scope: block.header && 'col' }, block.pieces.map((part) => piece(article, part))));
        if (notes) text.append(notes);
        list = null;
        return;
      }
      table = null;
      if (block.kind === 'li') {
        if (!list) text.append((list = el('div', { role: 'list' })));
        list.append(blockNode(article, block), notes || '');
        return;
      }
      list = null;
      text.append(blockNode(article, block), notes || '');
    });
    return text;
  };

  // --- a remark -------------------------------------------------------------------------------
  const where = (place) => {
    const article = data.articles.find((one) => one.file === place.file);
    return `${place.file}, ${article && article.paragraphs ? 'paragraph' : 'line'} ${place.line}`;
  };
  const quote = (context) => el('q', {}, context[0].slice(-90), el('b', {}, context[1]), context[2].slice(0, 90));
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
        target && el('button', { type: 'button', class: 'follow', onclick: (event) => { event.stopPropagation(); go(side.article, target); } }, 'Go there')),
      quote(side.context),
      side.message && el('p', {}, side.message),
      side.source && el('dl', {}, el('dt', {}, 'Source'), sourceLine(side.source)));
  };
  const echoCard = (article, remark) => {
    const real = original(remark);
    return el('section', { class: `remark echo ${remark.severity}`, id: remark.key, tabindex: '-1', 'aria-label': 'The other side of a contradiction' },
      el('h4', {}, dot(remark.severity), 'Contradicted', el('span', { class: 'rule' }, remark.rule)),
      el('div', { class: 'side' },
        el('div', { class: 'where' }, el('span', {}, where(real)),
          el('button', { type: 'button', class: 'follow', onclick: () => go(real.article, real) }, 'Go there')),
        el('q', {}, el('b', {}, real.words))),
      el('p', {}, remark.message));
  };
  const field = (remark, key, title, required) => {
    const made = decisionOn(remark);
    const area = el('textarea', { rows: '1', 'data-field': key,
      onchange: () => decide(remark, { [key]: area.value.trim() || undefined }),
      oninput: () => {
        decisions[remark.id] = { ...decisions[remark.id], [key]: area.value.trim() };
        store();
      } });
    area.value = made[key] || '';
    return el('label', { class: required && !made[key] ? 'field missing' : 'field' }, title, area);
  };
  const press = (remark, decision) => {
    const made = decisionOn(remark);
    const replacement = made.replacement || (!remark.by_hand && remark.suggestions ? remark.suggestions[0] : undefined);
    open(remark, false);
    if (made.decision === decision) decide(remark, { decision: undefined });
    else decide(remark, decision === 'accept' ? { decision, replacement } : { decision });
    const reason = $(remark.key).querySelector('[data-field=reason]');
    if (reason && decision === 'reject') reason.focus();
  };
  const verdict = (remark) => {
    const made = decisionOn(remark);
    if (made.decision === 'accept') return made.replacement ? `Accepted: “${made.replacement}”` : 'Accepted: to be mended by hand';
    if (made.decision === 'reject') return made.reason ? `Stands: ${made.reason}` : 'Stands; say why';
    return '';
  };
  const card = (article, remark) => {
    if (remark.echo) return echoCard(article, remark);
    const made = decisionOn(remark);
    const rule = data.rules[remark.rule] || {};
    const isOpen = opened === remark.key;
    const chips = remark.suggestions && !remark.by_hand && el('div', { class: 'chips', role: 'group', 'aria-label': 'Replacements' },
      remark.suggestions.slice(0, 5).map((word) => el('button', { type: 'button', 'aria-pressed': String(made.replacement === word && made.decision === 'accept'),
        onclick: (event) => { event.stopPropagation(); decide(remark, { decision: 'accept', replacement: word }); } }, word || '(nothing)')));
    const stop = (action) => (event) => { event.stopPropagation(); action(); };
    const act = (name, action, pressed) => el('button', { type: 'button', 'aria-pressed': pressed === undefined ? undefined : String(pressed), onclick: stop(action) }, name);
    const node = el('section', {
      class: ['remark', remark.severity, made.decision || '', isOpen ? 'open' : ''].join(' '),
      id: remark.key, tabindex: '-1', 'aria-label': `${remark.severity}: ${remark.words}`,
      onclick: () => open(remark, false),
    },
    el('h4', {}, el('button', { type: 'button', class: 'toggle', 'aria-expanded': String(isOpen), onclick: stop(() => (isOpen ? close() : open(remark, false))) },
      dot(remark.severity), remark.severity[0].toUpperCase() + remark.severity.slice(1)), el('span', { class: 'rule' }, remark.rule)),
    verdict(remark) && el('p', { class: 'verdict' }, verdict(remark)),
    el('p', { class: 'brief' }, remark.message),
    el('dl', { class: 'more' },
      el('dt', {}, 'You wrote'), el('dd', { class: 'wrote' }, `“${remark.words}”`),
      el('dt', {}, 'Why'), el('dd', {}, remark.message, rule.why && el('p', { class: 'why' }, rule.why)),
      (remark.instead || chips) && [el('dt', {}, 'Write instead'),
        el('dd', {}, remark.instead && el('div', { class: 'instead' }, remark.instead), chips)]),
    remark.sides && el('div', { class: 'sides' }, remark.sides.map((side) => sideNode(remark, side)),
      remark.sides_omitted && el('p', {}, `and ${remark.sides_omitted} more like it`)),
    el('dl', { class: 'more' },
      remark.sources && [el('dt', {}, remark.sources.length > 1 ? 'Sources' : 'Source'), remark.sources.map(sourceLine)],
      rule.notice && [el('dt', { class: 'screen' }, 'Note'), el('dd', { class: 'screen' }, rule.notice)]),
    isOpen && !remark.suppressed && [
      made.decision === 'accept' && !remark.by_hand && field(remark, 'replacement', 'Put in its place'),
      made.decision === 'reject' && field(remark, 'reason', 'Why it stands', true),
      (made.comment !== undefined || remark.commenting) && field(remark, 'comment', 'Comment')],
    remark.suppressed && el('p', {}, `Silenced: ${remark.suppressed}`),
    isOpen && !remark.suppressed && el('div', { class: 'actions' },
      act('Accept', () => press(remark, 'accept'), made.decision === 'accept'),
      act('Let stand', () => press(remark, 'reject'), made.decision === 'reject'),
      act('Comment', () => comment(remark))),
    made.comment && !isOpen && el('p', { class: 'said' }, `Comment: ${made.comment}`));
    return node;
  };
  const comment = (remark) => {
    remark.commenting = true;
    open(remark, false);
    refresh(remark);
    const area = $(remark.key).querySelector('[data-field=comment]');
    if (area) area.focus();
  };
  // Shows a remark as it is now, and its marks.
  const refresh = (remark) => {
    const old = $(remark.key);
    if (!old) return;
    const active = old.contains(document.activeElement) ? document.activeElement : null;
    const same = active && (active.dataset.field ? `[data-field="${active.dataset.field}"]` : null);
    const text = active && !same ? active.textContent : '';
    const made = card(data.articles[remark.article], remark);
    old.replaceWith(made);
    const again = same ? made.querySelector(same) : active && [...made.querySelectorAll('button')].find((one) => one.textContent === text);
    if (again) again.focus({ preventScroll: true });
    for (const mark of main.querySelectorAll(`mark[data-keys~="${remark.key}"]`)) {
      mark.classList.remove('accept', 'reject');
      const decision = decisionOn(remark).decision;
      if (decision) mark.classList.add(decision);
    }
    layOut();
  };
  const close = () => {
    const [a, r] = (opened || '').slice(1).split('-').map(Number);
    opened = null;
    for (const mark of main.querySelectorAll('mark.open')) mark.classList.remove('open');
    if (data.articles[a] && !data.articles[a].remarks[r].echo) refresh(data.articles[a].remarks[r]);
  };
  const open = (remark, scroll, focus) => {
    if (opened !== remark.key) {
      if (opened) close();
      opened = remark.key;
      if (!remark.echo) refresh(remark);
      for (const mark of main.querySelectorAll(`mark[data-keys~="${remark.key}"]`)) mark.classList.add('open');
    }
    const node = $(remark.key);
    if (!node) return;
    if (scroll) node.scrollIntoView({ block: 'nearest' });
    if (focus) node.focus({ preventScroll: true });
  };

  // --- the overview ---------------------------------------------------------------------------
  const counted = (list, key) => {
    const counts = new Map();
    for (const one of list) {
      const entry = counts.get(key(one)) || { name: key(one), total: 0, error: 0, warning: 0, suggestion: 0 };
      entry.total += 1;
      entry[one.severity] += 1;
      counts.set(entry.name, entry);
    }
    return [...counts.values()].sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
  };
  const clipped = (text, size) => (text.length > size ? `${text.slice(0, size - 1)}…` : text);
  const act = (action) => ({ tabindex: '0', role: 'button', onclick: action,
    onkeydown: (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); action(); } } });
  const bars = (entries, names, choose, total) => {
    const most = 12;
    const shown = entries.slice(0, most);
    const widest = Math.max(1, ...shown.map((entry) => entry.total));
    const left = 235;
    const width = 560;
    const picture = svg('svg', { viewBox: `0 0 ${width} ${shown.length * 26 + 6}`, role: 'group', 'aria-label': 'Bars; each can be chosen' });
    shown.forEach((entry, i) => {
      const y = i * 26 + 4;
      let x = left;
      const row = svg('g', { ...act(() => choose(entry)), 'aria-label': `${names(entry)}: ${plural(entry.total, 'remark')}` },
        svg('title', {}, `${names(entry)}: ${severities.filter((s) => entry[s]).map((s) => plural(entry[s], s)).join(', ')}`),
        svg('rect', { x: 0, y: y - 3, width, height: 24, fill: 'transparent' }),
        svg('text', { x: left - 8, y: y + 13, 'text-anchor': 'end' }, clipped(names(entry), 33)));
      for (const severity of severities) {
        const size = ((width - left - 40) * entry[severity]) / widest;
        if (size > 0) row.append(svg('rect', { class: `bar-${severity}`, x, y, width: Math.max(size - 1, 1.5), height: 17, rx: 2 }));
        x += size;
      }
      row.append(svg('text', { class: 'soft', x: x + 6, y: y + 13 }, String(entry.total)));
      picture.append(row);
    });
    const rest = entries.length - shown.length;
    return [picture, rest > 0 && el('p', { class: 'empty' }, `and ${rest} more ${total}`)];
  };
  const contradictions = () => {
    const links = new Map();
    for (const remark of remarks) {
      if (!passes(remark)) continue;
      for (const side of remark.sides || []) {
        const other = side.article === undefined ? `fact: ${side.source ? side.source.title : side.file}` : side.file;
        const key = `${remark.file}\n${other}`;
        const entry = links.get(key) || { from: remark.file, to: other, isFact: side.article === undefined, count: 0, remark, severity: remark.severity };
        entry.count += 1;
        if (remark.severity === 'error') entry.severity = 'error';
        links.set(key, entry);
      }
    }
    return [...links.values()].sort((a, b) => b.count - a.count);
  };
  const arcs = (links) => {
    const most = 24;
    const weight = new Map();
    for (const link of links) {
      for (const name of new Set([link.from, link.to])) weight.set(name, (weight.get(name) || 0) + link.count);
    }
    const facts = new Set(links.filter((link) => link.isFact).map((link) => link.to));
    const chosen = new Set([...weight].sort((a, b) => b[1] - a[1]).slice(0, most).map(([name]) => name));
    const names = [...chosen].sort();
    const articles = names.filter((name) => !facts.has(name));
    const known = names.filter((name) => facts.has(name));
    const left = 350;
    const right = 590;
    const height = Math.max(articles.length, known.length, 2) * 28 + 10;
    const spread = (list) => list.map((name, i) => [name, ((i + 0.5) * height) / list.length]);
    const at = new Map([...spread(articles), ...spread(known)]);
    const picture = svg('svg', { viewBox: `0 0 960 ${height}`, role: 'group', 'aria-label': 'What contradicts what; each line can be followed' });
    for (const link of links) {
      if (!chosen.has(link.from) || !chosen.has(link.to)) continue;
      const a = at.get(link.from);
      const b = at.get(link.to);
      const reach = link.from === link.to ? 50 : 34 + Math.min(Math.abs(a - b) * 0.75, 190);
      let path = `M${left} ${a} C ${left + reach} ${a}, ${left + reach} ${b}, ${left} ${b}`;
      if (link.isFact) path = `M${left} ${a} C ${left + 130} ${a}, ${right - 130} ${b}, ${right} ${b}`;
      else if (a === b) path = `M${left} ${a - 4} C ${left + reach} ${a - 15}, ${left + reach} ${a + 15}, ${left} ${a + 4}`;
      const text = a === b && !link.isFact ? `${link.from} contradicts itself` : `${link.from} against ${link.to}`;
      picture.append(svg('g', { ...act(() => go(link.remark.article, link.remark)), 'aria-label': `${text}: ${link.count}` },
        svg('title', {}, `${text}: ${link.count}`),
        svg('path', { class: `arc ${link.severity}`, d: path, 'stroke-width': Math.min(1.2 + link.count * 0.8, 7) })));
    }
    for (const name of names) {
      const isFact = facts.has(name);
      const index = data.articles.findIndex((article) => article.file === name);
      const label = isFact ? name.replace(/^fact: /, '') : name;
      picture.append(svg('g', index >= 0 ? act(() => go(index)) : {},
        svg('title', {}, name),
        svg('circle', { class: isFact ? 'node fact' : 'node', cx: isFact ? right : left, cy: at.get(name), r: 4.5 }),
        svg('text', { x: isFact ? right + 12 : left - 12, y: at.get(name) + 4, 'text-anchor': isFact ? 'start' : 'end' }, clipped(label, 52))));
    }
    const hidden = weight.size - names.length;
    return [picture, hidden > 0 && el('p', { class: 'empty' }, `and ${hidden} more articles and facts`)];
  };
  const chart = (title, about, inside, wide) =>
    el('figure', { class: wide ? 'chart wide' : 'chart' }, el('figcaption', {}, title, el('small', {}, about)), inside);
  const overview = () => {
    const list = remarks.filter(passes);
    const tiles = severities.map((severity) => {
      const count = list.filter((remark) => remark.severity === severity).length;
      return el('div', { class: `tile ${severity}` }, el('b', {}, String(count)), el('span', {}, count === 1 ? severity : `${severity}s`));
    });
    const links = contradictions();
    const clash = list.filter((remark) => remark.sides).length;
    tiles.push(el('div', { class: 'tile' }, el('b', {}, String(clash)), el('span', {}, clash === 1 ? 'contradiction' : 'contradictions')));
    const titles = new Map(data.articles.map((article) => [article.file, article.title]));
    return el('section', { class: 'sheet overview' },
      el('h2', { tabindex: '-1', id: 'top' }, data.articles.length === 1 ? data.articles[0].title : plural(data.articles.length, 'article')),
      el('p', { class: 'lead' }, list.length === 0
        ? 'Nothing to remark. What you see here may go out.'
        : `${plural(list.length, 'remark')}. Begin with the first, or choose an article, a bar or a line below; every decision is kept in this page until you save it.`),
      data.errors.length > 0 && el('div', { class: 'faults' }, el('b', {}, 'Not everything could be checked.'),
        el('ul', {}, data.errors.slice(0, 20).map((error) => el('li', {}, `${error.file}: ${error.message}`)))),
      el('div', { class: 'tiles' }, tiles),
      list.length > 0 && el('div', { class: 'charts' },
        chart('By rule', 'Choose a bar to see only that rule.', bars(counted(list, (remark) => remark.rule), (entry) => entry.name, (entry) => {
          filter.rule = entry.name;
          show();
          const first = remarks.find(passes);
          if (first) go(first.article, first);
        }, 'rules')),
        chart('By article', 'Choose a bar to read that article.', bars(counted(list, (remark) => remark.file),
          (entry) => titles.get(entry.name) || entry.name, (entry) => go(data.articles.findIndex((article) => article.file === entry.name)), 'articles')),
        links.length > 0 && chart('What contradicts what', 'Articles on the left, facts on the right. Each line joins two sides; choose one to read both.', arcs(links), true)),
      el('p', { class: 'pager' }, el('span', {}), remarks.some(passes) && el('button', { type: 'button', class: 'strong', onclick: () => step(1) }, 'Begin with the first remark')));
  };

  // --- the page -------------------------------------------------------------------------------
  const articleNode = (index) => {
    const article = data.articles[index];
    const list = shownOf(article);
    return el('article', { class: 'sheet article', 'aria-label': article.title },
      el('header', {}, el('span', { class: 'file' }, article.file),
        el('span', {}, list.length > 0 ? plural(list.length, 'remark') : article.remarks.some(passes) ? 'contradicted elsewhere' : 'nothing to remark')),
      textOf(article));
  };
  const neighbours = (index) => el('p', { class: 'pager' },
    index > 0 ? el('button', { type: 'button', onclick: () => go(index - 1) }, `← ${clipped(data.articles[index - 1].title, 34)}`) : el('span', {}),
    index + 1 < data.articles.length && el('button', { type: 'button', onclick: () => go(index + 1) }, `${clipped(data.articles[index + 1].title, 34)} →`));
  const show = () => {
    main.replaceChildren();
    if (current < 0) {
      main.append(overview());
    } else {
      const node = articleNode(current);
      node.append(neighbours(current));
      main.append(node);
    }
    showSide();
    showProgress();
    layOut();
  };
  const go = (index, remark) => {
    const moves = current !== index;
    current = index;
    if (remark && !passes(remark)) {
      filter.severities = new Set(severities);
      filter.rule = '';
      filter.state = '';
    }
    if (moves) opened = null;
    $('side').classList.remove('shown');
    $('menu').setAttribute('aria-expanded', 'false');
    show();
    if (moves) history.replaceState(null, '', index < 0 ? '#' : `#${index + 1}`);
    if (remark) {
      open(remark, false);
      const mark = main.querySelector(`mark[data-keys~="${remark.key}"]`);
      (mark || $(remark.key)).scrollIntoView({ block: 'center' });
      $(remark.key).focus({ preventScroll: true });
    } else {
      window.scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
  };
  const step = (by) => {
    const list = remarks.filter(passes);
    if (list.length === 0) return say('No remark is left with these filters.');
    const now = list.findIndex((remark) => remark.key === opened && remark.article === current);
    let next = now + by;
    if (now < 0) {
      const first = list.findIndex((remark) => remark.article >= Math.max(current, 0));
      next = by > 0 ? Math.max(first, 0) : list.length - 1;
    }
    const target = list[(next + list.length) % list.length];
    go(target.article, target);
  };
  const showProgress = () => {
    const all = remarks.filter((remark) => !remark.suppressed);
    const done = all.filter(isDecided).length;
    $('progress').replaceChildren(
      svg('svg', { class: 'track', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
        svg('rect', { class: 'fill', width: all.length === 0 ? 100 : (100 * done) / all.length, height: 4 })),
      el('span', {}, el('b', {}, `${done} of ${all.length}`), ' decided', !kept && ' (not kept: save before you close)'));
  };
  const articleList = () => {
    const wanted = filter.search.toLowerCase();
    const shown = data.articles.map((article, index) => ({ article, index }))
      .filter(({ article }) => !wanted || `${article.title} ${article.file}`.toLowerCase().includes(wanted));
    return el('ul', { class: 'list' },
      el('li', {}, el('button', { type: 'button', 'aria-current': current < 0 ? 'true' : undefined, onclick: () => go(-1) }, el('span', { class: 'name' }, 'Overview'))),
      shown.map(({ article, index }) => {
        const list = shownOf(article);
        const left = list.filter((remark) => !isDecided(remark)).length;
        return el('li', {}, el('button', { type: 'button', title: article.file, class: list.length > 0 && left === 0 ? 'all-done' : '',
          'aria-current': current === index ? 'true' : undefined, onclick: () => go(index) },
        el('span', { class: 'name' }, article.title),
        el('span', { class: 'count', 'aria-label': plural(list.length, 'remark') }, list.length > 0 && left === 0 ? '✓' : String(list.length || ''))));
      }));
  };
  const showSide = () => {
    const side = $('side');
    const keepSearch = document.activeElement && document.activeElement.id === 'search';
    const rules = counted(remarks, (remark) => remark.rule);
    const search = el('input', { type: 'search', id: 'search', placeholder: 'Find an article', 'aria-label': 'Find an article',
      oninput: () => { filter.search = search.value; side.querySelector('.list').replaceWith(articleList()); } });
    search.value = filter.search;
    const rule = el('select', { 'aria-label': 'Rule', id: 'rule', onchange: () => { filter.rule = rule.value; show(); } },
      el('option', { value: '' }, 'All rules'),
      rules.map((entry) => el('option', { value: entry.name, selected: entry.name === filter.rule }, `${entry.name} (${entry.total})`)));
    const state = el('select', { 'aria-label': 'Decision', id: 'state', onchange: () => { filter.state = state.value; show(); } },
      [['', 'Decided or not'], ['open', 'Not decided'], ['decided', 'Decided']].map(([value, text]) =>
        el('option', { value, selected: value === filter.state }, text)));
    const file = el('input', { type: 'file', accept: '.json,application/json', class: 'sr', tabindex: '-1', 'aria-hidden': 'true', onchange: () => file.files[0] && load(file.files[0]) });
    side.replaceChildren(
      el('fieldset', {}, el('legend', { class: 'sr' }, 'Severity'), el('h2', {}, 'Show'),
        severities.map((severity) => {
          const box = el('input', { type: 'checkbox', id: `only-${severity}`, checked: filter.severities.has(severity), onchange: () => {
            if (box.checked) filter.severities.add(severity); else filter.severities.delete(severity);
            show();
            $(`only-${severity}`).focus();
          } });
          return el('label', {}, box, dot(severity), `${severity[0].toUpperCase()}${severity.slice(1)}s`,
            el('span', { class: 'count' }, String(remarks.filter((remark) => remark.severity === severity).length)));
        })),
      el('div', { class: 'row' }, rule), el('div', { class: 'row' }, state),
      el('h2', {}, 'Articles'), data.articles.length > 8 && search, articleList(),
      el('h2', {}, 'Decisions'), el('button', { type: 'button', id: 'load', onclick: () => file.click() }, 'Load a file of decisions'), file);
    if (keepSearch) $('search').focus();
  };
  const showHelp = () => {
    const keys = [['j', 'next remark'], ['k', 'previous remark'], ['a', 'accept'], ['r', 'let it stand, with a reason'],
      ['c', 'comment'], ['n', 'next article'], ['p', 'previous article'], ['o', 'overview'], ['s', 'save decisions']];
    $('help').replaceChildren(el('h2', { id: 'help-title' }, 'Keys'),
      el('dl', {}, keys.map(([key, text]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, text)])),
      el('button', { type: 'button', class: 'strong', onclick: () => $('help').close() }, 'Close'));
    $('help').showModal();
  };
  const openedRemark = () => remarks.find((remark) => remark.key === opened);
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $('help').open) return;
    if (/^(input|textarea|select)$/i.test(event.target.tagName)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const remark = openedRemark();
    const actions = {
      j: () => step(1), k: () => step(-1), s: save, o: () => go(-1), '?': showHelp,
      n: () => current + 1 < data.articles.length && go(current + 1), p: () => current > 0 && go(current - 1),
      a: () => remark && !remark.suppressed && press(remark, 'accept'),
      r: () => remark && !remark.suppressed && press(remark, 'reject'),
      c: () => remark && !remark.suppressed && comment(remark),
    };
    if (!actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  });
  $('home').addEventListener('click', () => go(-1));
  $('next').addEventListener('click', () => step(1));
  $('prev').addEventListener('click', () => step(-1));
  $('keys').addEventListener('click', showHelp);
  $('export').addEventListener('click', save);
  $('menu').addEventListener('click', () => {
    const shown = $('side').classList.toggle('shown');
    $('menu').setAttribute('aria-expanded', String(shown));
    if (shown) window.scrollTo(0, 0);
  });
  // On paper: the overview, and every article with remarks, or the one that is shown.
  window.addEventListener('beforeprint', () => {
    if (current >= 0) return;
    const list = data.articles.map((article, index) => index).filter((index) => shownOf(data.articles[index]).length > 0);
    main.append(...list.map(articleNode));
  });
  window.addEventListener('afterprint', show);
  window.addEventListener('resize', layOut);
  if (document.fonts) document.fonts.ready.then(layOut);

  document.title = data.articles.length === 1 ? `Proof: ${data.articles[0].title}` : `Proof: ${plural(data.articles.length, 'article')}`;
  const asked = Number(location.hash.slice(1)) - 1;
  current = data.articles.length === 1 && !(asked >= 0) ? -1 : (asked >= 0 && asked < data.articles.length ? asked : -1);
  show();
  document.documentElement.dataset.ready = 'yes';
})();
