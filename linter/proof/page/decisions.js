// What is decided about remarks, and which of them are shown.
// Kept by the page's place, and in it by what tells a remark from all others: a proof that is made
// again in the same place has the decisions of the one before.
const storePrefix = 'galley-decisions:';
const storeKey = storePrefix + location.pathname;
let kept = true;
let decisions = {};
const readStore = (key) => {
  const read = JSON.parse(localStorage.getItem(key) || '{}');
  return read && typeof read === 'object' && !Array.isArray(read) ? read : {};
};
try {
  decisions = Object.assign(Object.create(null), readStore(storeKey));
  localStorage.setItem(`${storePrefix}test`, '1');
  localStorage.removeItem(`${storePrefix}test`);
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
// Decisions on these remarks that another proof in this browser has.
const elsewhere = () => {
  const found = {};
  if (!kept) return found;
  const known = new Set(remarks.map((remark) => remark.id));
  for (let i = 0; i < localStorage.length; i += 1) {
    const key = localStorage.key(i);
    if (!key.startsWith(storePrefix) || key === storeKey) continue;
    try {
      for (const [id, made] of Object.entries(readStore(key))) {
        if (known.has(id) && !decisions[id] && made && made.decision) found[id] = made;
      }
    } catch { /* not one of ours */ }
  }
  return found;
};
const decisionOn = (remark) => decisions[original(remark).id] || {};
const isDecided = (remark) => Boolean(decisionOn(remark).decision);
const mayStand = (remark) => !(data.rules[remark.rule] || {}).never;
const decide = (remark, change) => {
  forgetUndo();
  const id = original(remark).id;
  decisions[id] = { ...decisions[id], ...change };
  for (const key of Object.keys(decisions[id])) {
    if (decisions[id][key] === undefined || (decisions[id][key] === '' && key !== 'replacement')) delete decisions[id][key];
  }
  if (Object.keys(decisions[id]).length === 0) delete decisions[id];
  store();
  refresh(original(remark));
  showProgress();
  showCount(original(remark).article);
};
const exported = () => ({
  version: 1,
  tool: 'galley proof',
  proof: data.id,
  decisions: remarks.filter((remark) => decisions[remark.id]).map((remark) => {
    const made = decisions[remark.id];
    return {
      fingerprint: remark.id, file: data.articles[remark.article].path, line: remark.line, column: remark.column, rule: remark.rule, text: remark.text,
      ...(made.decision && { decision: made.decision }),
      ...(made.decision === 'accept' && made.replacement !== undefined && { replacement: made.replacement }),
      ...(made.decision === 'reject' && { reason: made.reason || '' }),
      ...(made.comment && { comment: made.comment }),
    };
  }),
});
const save = () => {
  const missing = remarks.find((remark) => decisionOn(remark).decision === 'reject' && !decisionOn(remark).reason);
  if (missing) {
    go(missing.article, missing);
    const box = $(missing.key).querySelector('[data-field=reason]');
    if (box) box.focus();
    say('A remark that stands needs a reason: say why.');
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
const sameEnd = (a, b) => a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
// The remark that a decision is about: by its fingerprint, else, for a proof that was made from
// another folder, by rule, words and the end of the path.
const remarkFor = (made, known) => {
  const found = known.get(made.fingerprint);
  if (found || typeof made.file !== 'string') return found;
  const like = remarks.filter((one) => one.rule === made.rule && one.text === made.text && sameEnd(data.articles[one.article].path, made.file));
  const there = like.filter((one) => one.line === made.line);
  if (there.length === 1) return there[0];
  return like.length === 1 ? like[0] : undefined;
};
const load = async (file) => {
  let read;
  try {
    read = JSON.parse(await file.text());
  } catch {
    read = null;
  }
  if (!read || !Array.isArray(read.decisions)) {
    say(`${file.name} is no file of decisions: choose one that a proof has saved.`);
    return;
  }
  const known = new Map(remarks.map((remark) => [remark.id, remark]));
  const list = read.decisions.filter((made) => made && typeof made === 'object');
  const before = JSON.parse(JSON.stringify(decisions));
  let count = 0;
  let replaced = 0;
  let refused = 0;
  for (const made of list) {
    const remark = remarkFor(made, known);
    if (!remark) continue;
    if (made.decision === 'reject' && !mayStand(remark)) {
      refused += 1;
      continue;
    }
    const mine = decisions[remark.id] || {};
    const merged = mergedWith(mine, made);
    count += 1;
    if (['decision', 'replacement', 'reason'].some((key) => mine[key] !== undefined && mine[key] !== merged[key])) replaced += 1;
    decisions[remark.id] = merged;
  }
  undo = count > 0 ? before : undo;
  store();
  show();
  const rest = list.length - count - refused;
  const told = [count > 0 ? `${plural(count, 'decision')} loaded` : 'No decision loaded'];
  if (replaced > 0) told.push(`${number(replaced)} of them in the place of yours`);
  if (refused > 0) told.push(`${plural(refused, 'remark')} may not be let stand`);
  if (rest > 0) told.push(`${number(rest)} fit no remark here: other articles, or the text has changed since`);
  if (list.length === 0) say(`${file.name} holds no decisions.`);
  else say(told.join('; '), count > 0);
};
// What somebody else decided comes beside one's own: a decision with its reason or replacement in the
// place of another, a comment behind another.
const mergedWith = (mine, made) => {
  const text = (value) => (typeof value === 'string' ? value : undefined);
  const merged = { ...mine };
  if (made.decision === 'accept' || made.decision === 'reject') {
    const same = mine.decision === made.decision;
    merged.decision = made.decision;
    merged.replacement = made.decision === 'accept' ? text(made.replacement) ?? (same ? mine.replacement : undefined) : undefined;
    merged.reason = made.decision === 'reject' ? text(made.reason) ?? (same ? mine.reason : undefined) : undefined;
  }
  const comment = text(made.comment);
  if (comment && !(mine.comment || '').includes(comment)) merged.comment = mine.comment ? `${mine.comment}\n${comment}` : comment;
  for (const key of Object.keys(merged)) if (merged[key] === undefined) delete merged[key];
  return merged;
};
let undo = null; // the decisions before a file was loaded, until there are newer ones
const forgetUndo = () => {
  undo = null;
  for (const button of document.querySelectorAll('#undo, #note button')) button.remove();
};
const undoLoading = () => {
  if (!undo) return;
  decisions = Object.assign(Object.create(null), undo);
  undo = null;
  store();
  show();
  say('The decisions are as before the file was loaded.');
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
const say = (text, mayUndo) => {
  $('note').replaceChildren(text);
  if (mayUndo) $('note').append(' ', el('button', { type: 'button', onclick: undoLoading }, 'Undo'));
  clearTimeout(timer);
  timer = setTimeout(() => { $('note').textContent = ''; }, mayUndo ? 30000 : 5000);
};
