// Progress, articles and filters beside the text, and the help.
const showProgress = () => {
  const all = remarks.filter((remark) => !remark.suppressed);
  const done = all.filter(isDecided).length;
  $('progress').replaceChildren(
    svg('svg', { class: 'track', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { class: 'fill', width: all.length === 0 ? 100 : (100 * done) / all.length, height: 4 })),
    el('span', {}, el('b', {}, `${number(done)} of ${number(all.length)}`), ' decided', !kept && ' (not kept: save before you close)'));
};
const articleList = () => {
  const wanted = filter.search.toLowerCase();
  const shown = data.articles.map((article, index) => ({ article, index }))
    .filter(({ article }) => !wanted || `${article.title} ${article.file}`.toLowerCase().includes(wanted));
  return el('ul', { class: 'list' },
    el('li', {}, el('button', { type: 'button', 'aria-current': current < 0 ? 'true' : undefined, onclick: () => go(-1) }, el('span', { class: 'name' }, 'Overview'))),
    shown.map(({ article, index }) => el('li', {}, articleButton(article, index))));
};
const articleButton = (article, index) => {
  const list = shownOf(article);
  const left = list.filter((remark) => !isDecided(remark)).length;
  const twin = titleCount.get(article.title) > 1;
  return el('button', { type: 'button', id: `article-${index}`, title: `${article.title}\n${article.file}`, class: list.length > 0 && left === 0 ? 'all-done' : '',
    'aria-current': current === index ? 'true' : undefined, onclick: () => go(index) },
  el('span', { class: 'name' }, article.title, twin && el('small', {}, tail(article.file, 34))),
  el('span', { class: 'count', 'aria-label': plural(list.length, 'remark') }, list.length > 0 && left === 0 ? '✓' : list.length > 0 ? number(list.length) : ''));
};
const showCount = (index) => {
  const old = $(`article-${index}`);
  if (old) old.replaceWith(articleButton(data.articles[index], index));
};
// With the control that was used where it was.
const showAgain = (control) => {
  const focused = document.activeElement === control;
  show();
  if (focused) $(control.id).focus();
};
const showSide = () => {
  const side = $('side');
  const keepSearch = document.activeElement && document.activeElement.id === 'search';
  const rules = counted(remarks, (remark) => remark.rule);
  const search = el('input', { type: 'search', id: 'search', placeholder: 'Find an article', 'aria-label': 'Find an article',
    oninput: () => { filter.search = search.value; side.querySelector('.list').replaceWith(articleList()); } });
  search.value = filter.search;
  const rule = el('select', { 'aria-label': 'Rule', id: 'rule', onchange: () => { filter.rule = rule.value; showAgain(rule); } },
    el('option', { value: '' }, 'All rules'),
    rules.map((entry) => el('option', { value: entry.name, selected: entry.name === filter.rule }, `${entry.name} (${number(entry.total)})`)));
  const state = el('select', { 'aria-label': 'Decision', id: 'state', onchange: () => { filter.state = state.value; showAgain(state); } },
    [['', 'Decided or not'], ['open', 'Not decided'], ['decided', 'Decided']].map(([value, text]) =>
      el('option', { value, selected: value === filter.state }, text)));
  const file = el('input', { type: 'file', accept: '.json,application/json', class: 'sr', tabindex: '-1', 'aria-hidden': 'true', onchange: () => file.files[0] && load(file.files[0]) });
  const scrolled = side.scrollTop;
  side.replaceChildren();
  fill(side, {}, [
    el('fieldset', {}, el('legend', { class: 'sr' }, 'Severity'), el('h2', {}, 'Show'),
      severities.map((severity) => {
        const box = el('input', { type: 'checkbox', id: `only-${severity}`, checked: filter.severities.has(severity), onchange: () => {
          if (box.checked) filter.severities.add(severity); else filter.severities.delete(severity);
          show();
          $(`only-${severity}`).focus();
        } });
        return el('label', {}, box, dot(severity), `${severity[0].toUpperCase()}${severity.slice(1)}s`,
          el('span', { class: 'count' }, number(remarks.filter((remark) => remark.severity === severity).length)));
      })),
    el('div', { class: 'row' }, rule), el('div', { class: 'row' }, state),
    el('h2', {}, 'Articles'), data.articles.length > 8 && search, articleList(),
    el('h2', {}, 'Decisions'), el('button', { type: 'button', id: 'load', onclick: () => file.click() }, 'Load a file of decisions'), file,
    undo && el('button', { type: 'button', id: 'undo', onclick: undoLoading }, 'Undo the loading')]);
  side.scrollTop = scrolled;
  const now = side.querySelector('.list [aria-current=true]');
  const above = now ? now.getBoundingClientRect().top - side.getBoundingClientRect().top : 0;
  const isSeen = above >= 0 && above + 40 <= side.clientHeight;
  if (now && !isSeen) side.scrollTop += above - side.clientHeight / 2;
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
