// An article as it reads, with its marks.
const strongest = (list) =>
  severities.find((severity) => list.some((remark) => remark.severity === severity)) || 'suggestion';
let marks = new Map(); // of the article that is shown, by the key of their remark
// What is no text (a formula or a field of a document) is named.
const objects = (text) => text.split('\uFFFC').flatMap((one, i) =>
  (i === 0 ? [one] : [el('span', { class: 'object' }, 'formula or field'), one]));
const piece = (article, part) => {
  if (typeof part === 'string') return objects(part);
  let node = objects(part.text);
  for (const letter of part.set || '') {
    const name = { e: 'em', s: 'strong', d: 's', a: 'u', c: 'code', f: 'sup' }[letter] || 'span';
    node = el(name, { class: letter === 'l' && 'foreign', title: letter === 'l' && 'Another language: not checked' }, node);
  }
  const list = (part.marks || []).map((number) => article.remarks[number]).filter(passes);
  if (list.length === 0) return node;
  const own = list.filter((remark) => !remark.echo);
  const state = own.length > 0 ? decisionOn(own[0]).decision || '' : '';
  const target = (own[0] || list[0]);
  const made = el('mark', {
    class: [own.length > 0 ? strongest(own) : `other ${strongest(list)}`, state, own.length > 0 && byHand(own[0]) ? 'by-hand' : ''].join(' '),
    tabindex: '0', role: 'button', 'data-keys': list.map((remark) => remark.key).join(' '),
    'aria-label': `${target.words}: ${list.map((remark) => `${remark.echo ? 'other side, ' : ''}${remark.severity}, ${remark.rule}`).join('; ')}`,
    onclick: () => open(target, true),
    onkeydown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open(target, true, true);
    },
  }, node);
  for (const remark of list) {
    if (marks.has(remark.key)) marks.get(remark.key).push(made);
    else marks.set(remark.key, [made]);
  }
  return made;
};
const marksOf = (remark) => marks.get(remark.key) || [];
const label = { title: 'Title', alt: 'Picture', summary: 'Summary', caption: 'Caption', note: 'Note' };
const blockNode = (article, block) => {
  const inside = block.pieces.map((part) => piece(article, part));
  const classes = [];
  if (block.quote) classes.push('quote');
  const heading = /^h[1-6]$/.test(block.kind) ? Math.min(Number(block.kind[1]) + 1, 6) : 0;
  if (heading) return el(`h${heading}`, { class: classes.join(' ') }, inside);
  if (block.kind === 'rule') return el('hr');
  if (block.kind === 'code') return el('pre', { title: 'Not checked' }, block.pieces);
  if (block.kind === 'li') {
    classes.push('item');
    if (!block.first) classes.push('more');
    const sign = block.task ? (block.task === 'x' ? '☑' : '☐') : block.ordered ? `${block.count}.` : ['•', '◦', '▪'][Math.min(block.depth || 1, 3) - 1];
    const node = el('div', { class: classes.join(' ') },
      block.first && el('span', { class: block.task ? 'sign task' : 'sign' }, sign), inside);
    node.style.marginLeft = `${(block.depth || 1) * 1.7}rem`;
    return node;
  }
  if (label[block.kind]) {
    classes.push(block.kind);
    return el('p', { class: classes.join(' ') }, el('span', { class: 'label' }, label[block.kind]), inside);
  }
  return el('p', { class: classes.join(' ') }, inside);
};
// Numbers the items of lists that are not numbered where they are written.
const countItems = (article) => {
  const counts = new Map();
  for (const block of article.blocks) {
    if (block.kind !== 'li' || !block.first) continue;
    const depth = block.depth || 1;
    for (const key of [...counts.keys()]) if (key > depth) counts.delete(key);
    const last = counts.get(depth);
    const goes = last && last.group === block.group && last.ordered === Boolean(block.ordered);
    const now = { group: block.group, ordered: Boolean(block.ordered), count: block.number ?? (goes ? last.count + 1 : 1) };
    counts.set(depth, now);
    block.count = now.count;
  }
};
const textOf = (article) => {
  const text = el('div', { class: 'text' });
  countItems(article);
  const byBlock = new Map();
  for (const remark of article.remarks) {
    if (!passes(remark)) continue;
    const list = byBlock.get(remark.block) || [];
    list.push(remark);
    byBlock.set(remark.block, list);
  }
  const homeless = byBlock.get(undefined);
  if (homeless) {
    text.append(el('section', { class: 'whole', 'aria-label': 'On the article as a whole' },
      homeless.map((remark) => (printing ? card(article, remark) : fold(article, remark)))));
  }
  let table = null;
  let row = null;
  let list = null;
  let at = text; // what blocks are put into
  const inPieces = !printing && article.blocks.length > 2 * pieceSize && 'oncontentvisibilityautostatechange' in document.documentElement;
  const next = () => {
    at = el('div', { class: 'chunk', oncontentvisibilityautostatechange: (event) => {
      event.target.inView = !event.skipped;
      if (!event.skipped) layOutPiece(event.target);
    } });
    text.append(at);
    list = null;
  };
  article.blocks.forEach((block, index) => {
    const goesOn = block.kind === 'cell' && table && table.group === block.group;
    if (inPieces && !goesOn && (at === text || at.childElementCount >= pieceSize || (list && list.childElementCount >= pieceSize))) next();
    const notes = notesOf(article, index, byBlock.get(index) || []);
    if (block.kind === 'cell') {
      if (!table || table.group !== block.group) {
        table = { group: block.group, node: el('table') };
        at.append(el('div', { class: 'table', role: 'region', 'aria-label': 'Table', tabindex: '0' }, table.node));
      }
      if (block.first || !row || row.parentNode !== table.node) {
        row = el('tr');
        table.node.append(row);
      }
      row.append(el(block.header ? 'th' : 'td', { scope: block.header && 'col' }, block.pieces.map((part) => piece(article, part))));
      if (notes) at.append(notes);
      list = null;
      return;
    }
    table = null;
    if (block.kind === 'li') {
      if (!list) at.append((list = el('div', { role: 'list' })));
      list.append(el('div', { role: 'listitem' }, blockNode(article, block), notes));
      return;
    }
    list = null;
    at.append(blockNode(article, block), notes || '');
  });
  return text;
};
