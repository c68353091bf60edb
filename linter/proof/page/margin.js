// The margin: where remarks stand beside the words.
const pieceSize = 80; // blocks of a long article that are laid out together
const mostCards = 60; // of one paragraph that are there before they are asked for
let printing = false;
let groups = new Map(); // the margin of a block
const notesOf = (article, index, list) => {
  if (list.length === 0) return null;
  const notes = el('div', { class: 'notes', role: 'group', 'aria-label': 'Remarks' },
    (printing ? list : list.slice(0, mostCards)).map((remark) => (printing ? card(article, remark) : fold(article, remark))));
  if (!printing) {
    const more = el('button', { type: 'button', class: 'rest', hidden: true, onclick: () => showRest(notes) });
    notes.append(more);
    notes.list = list;
    groups.set(index, notes);
  }
  return notes;
};
// The margin: one line for each remark, beside its words; the one that is chosen lies open over the
// others, level with its words. Where there are more remarks than lines, the last line counts them.
// Nothing but this measures, all of it before anything is moved.
let level = new Map(); // by key: beside the words
const line = 34;
const marginOf = () => {
  const text = main.querySelector('.text');
  return text ? getComputedStyle(text).getPropertyValue('--margin').trim() : '';
};
let margin = ''; // yes: there is room for one; asked for when that may change
const isWide = () => margin === 'yes';
// A long article is laid out in pieces, when they come into view.
const piecesOf = () => {
  const text = main.querySelector('.text');
  if (!text) return [];
  const chunks = [...text.querySelectorAll('.chunk')];
  return chunks.length > 0 ? chunks : [text];
};
const layOut = () => {
  if (printing) return;
  margin = marginOf();
  document.documentElement.style.scrollPaddingTop = `${$('bar').offsetHeight + 12}px`;
  const all = piecesOf();
  for (const one of all) if (all.length === 1 || one.inView || one.classList.contains('seen')) layOutPiece(one);
  placeOpened();
};
const layOutPiece = (root) => {
  const top = root.getBoundingClientRect().top;
  const measured = [...root.querySelectorAll('.notes')].map((notes) => {
    const wanted = notes.list.map((remark) => {
      const mark = marksOf(remark)[0];
      const at = mark ? mark.getBoundingClientRect().top - top - 4 : notes.previousElementSibling ? notes.previousElementSibling.offsetTop : 0;
      level.set(remark.key, at);
      return at;
    });
    return { notes, wanted, first: Math.min(...wanted.slice(0, 500)) };
  });
  measured.sort((a, b) => a.first - b.first);
  const end = root.scrollHeight;
  let free = 0;
  measured.forEach(({ notes, wanted, first }, i) => {
    const cards = notes.list.slice(0, mostCards).map((remark) => $(remark.key)).filter(Boolean);
    const begin = Math.max(first, free);
    const limit = i + 1 < measured.length ? Math.max(measured[i + 1].first, begin + line) : Math.max(end, begin + (root.matches('.chunk') ? 1 : 4) * line);
    const count = notes.list.length;
    const slots = isWide() ? Math.max(1, Math.floor((limit - begin) / line)) : notes.whole ? count : 4;
    const shown = count <= slots ? count : slots - 1;
    let at = begin;
    cards.forEach((one, n) => {
      const out = n >= shown;
      one.classList.toggle('out', out);
      if (out) return;
      const latest = limit - (Math.min(count, slots) - n) * line;
      at = Math.max(at, Math.min(wanted[n], latest));
      if (!one.classList.contains('open')) one.style.top = isWide() ? `${at}px` : '';
      one.slot = at;
      at += line;
    });
    const rest = notes.querySelector('.rest');
    rest.hidden = shown === count;
    rest.textContent = shown === 0 ? plural(count, 'remark') : `${number(count - shown)} more`;
    rest.style.top = isWide() ? `${at}px` : '';
    if (shown < count) at += line;
    free = at;
  });
};
const placeOpened = () => {
  const text = main.querySelector('.text');
  const node = opened && $(opened);
  if (!text) return;
  text.style.minHeight = '';
  if (!node || !node.closest('.notes')) return;
  const at = Math.max(level.get(opened) || 0, 0);
  node.style.top = isWide() ? `${at}px` : '';
  if (!isWide()) return;
  const chunk = node.closest('.chunk');
  text.style.minHeight = `${(chunk ? chunk.offsetTop : 0) + at + node.offsetHeight + 16}px`;
};
// The piece of a long article that a remark stands in is shown whole, and measured.
const bringIn = (node) => {
  const chunk = node.closest('.chunk');
  if (!chunk || chunk.classList.contains('seen')) return;
  for (const one of main.querySelectorAll('.chunk.seen')) one.classList.remove('seen');
  chunk.classList.add('seen');
  layOutPiece(chunk);
};
// The next of a paragraph's remarks that has no line of its own; on a narrow screen all of them.
const showRest = (notes) => {
  if (isWide()) {
    const folded = notes.list.find((remark) => !$(remark.key) || $(remark.key).classList.contains('out'));
    if (folded) open(folded, true, true);
    return;
  }
  notes.whole = true;
  const article = data.articles[current];
  for (const remark of notes.list) {
    if (!$(remark.key)) notes.insertBefore(fold(article, remark), notes.lastElementChild);
    $(remark.key).classList.remove('out');
  }
  notes.lastElementChild.hidden = true;
};
