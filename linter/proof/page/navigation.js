// Which article is shown, and how the reader gets from one remark to another.
const articleNode = (index) => {
  const article = data.articles[index];
  const list = shownOf(article);
  const all = article.remarks.filter((remark) => !remark.echo).length;
  let said = 'nothing to remark';
  if (list.length > 0) said = list.length < all ? `${number(list.length)} of ${plural(all, 'remark')} with these filters` : plural(all, 'remark');
  else if (all > 0) said = `none of ${plural(all, 'remark')} with these filters`;
  else if (article.remarks.some(passes)) said = 'contradicted elsewhere';
  return el('article', { class: 'sheet article', 'aria-label': article.title },
    el('header', {}, el('span', { class: 'file' }, article.file),
      el('span', {}, said)),
    textOf(article));
};
const neighbours = (index) => el('p', { class: 'pager' },
  index > 0 ? el('button', { type: 'button', onclick: () => go(index - 1) }, `← ${clipped(data.articles[index - 1].title, 34)}`) : el('span', {}),
  index + 1 < data.articles.length && el('button', { type: 'button', onclick: () => go(index + 1) }, `${clipped(data.articles[index + 1].title, 34)} →`));
const show = () => {
  marks = new Map();
  groups = new Map();
  level = new Map();
  opened = null;
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
const addressOf = (index, remark) => (index < 0 ? '#' : `#${index + 1}${remark ? `-${remark.number}` : ''}`);
// Shows an article, and a remark in it. What was shown before is where the browser's Back leads.
const go = (index, remark, isReturn, leaps) => {
  const moves = current !== index;
  let changed = moves;
  current = index;
  if (remark && !passes(remark)) {
    filter.severities = new Set(severities);
    filter.rule = '';
    filter.state = '';
    changed = true;
  }
  $('side').classList.remove('shown');
  $('menu').setAttribute('aria-expanded', 'false');
  if (changed) show();
  const address = addressOf(index, remark);
  if (!isReturn && location.hash !== address && (moves || remark)) {
    if (moves || leaps) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }
  if (remark) {
    open(remark, false);
    const mark = marksOf(remark)[0];
    bringUp(mark || $(remark.key));
    $(remark.key).focus({ preventScroll: true });
  } else {
    window.scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
};
// To the other side of a contradiction, which may stand in the same article.
const leap = (index, remark) => go(index, remark, false, true);
// Into the upper third, so that what is said about it has room below.
const bringUp = (node) => {
  const top = node.getBoundingClientRect().top;
  const room = window.innerHeight;
  const bar = $('bar').offsetHeight;
  if (top < Math.max(room * 0.12, bar + 8) || top > room * 0.4) window.scrollTo({ top: window.scrollY + top - Math.max(room * 0.22, bar + 24), behavior: node.closest('.chunk') ? 'instant' : 'auto' });
};
// Where an address of this page leads.
const follow = () => {
  const [asked, wanted] = location.hash.slice(1).split('-').map(Number);
  const article = data.articles[asked - 1];
  if (!article) return go(-1, undefined, true);
  const remark = article.remarks[wanted];
  return go(asked - 1, remark && wanted >= 0 ? remark : undefined, true);
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
