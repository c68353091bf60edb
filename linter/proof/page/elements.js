// Elements, and the remarks of all articles. Everything that comes from articles is set as text, never
// read as markup. The files of this folder are the body of one function, in the order of CMakeLists.txt.
const data = JSON.parse(document.getElementById('data').textContent);
const severities = ['error', 'warning', 'suggestion'];
// Controls that turn the direction of what follows are shown, not obeyed, where a name holds them.
const harmless = (text) => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
const $ = (id) => document.getElementById(id);
const main = $('main');

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
const grouped = new Intl.NumberFormat('en-US');
const number = (count) => grouped.format(count);
const plural = (count, word) => `${number(count)} ${word}${count === 1 ? '' : 's'}`;
const dot = (severity) => el('span', { class: `dot ${severity}`, 'aria-hidden': 'true' });

const remarks = []; // every remark with its article, in reading order; echoes are none of their own
for (const article of data.articles) {
  article.path = article.file;
  article.file = harmless(article.file);
  for (const remark of article.remarks) {
    for (const place of [remark, ...(remark.sides || [])]) place.file = harmless(place.file);
  }
}
for (const error of data.errors) error.file = harmless(error.file || '');
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
