// The overview: counts as a picture, and what contradicts what.
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
const tail = (text, size) => (text.length > size ? `…${text.slice(1 - size)}` : text);
const clipped = (text, size) => (text.length > size ? `${text.slice(0, size - 1)}…` : text);
const act = (action) => ({ tabindex: '0', role: 'button', onclick: action,
  onkeydown: (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); action(); } } });
const whole = new Set(); // the charts that are shown to their end
const restButton = (name, rest, about) => rest > 0 && el('button', { type: 'button', class: 'all', onclick: () => { whole.add(name); show(); } }, `Show ${number(rest)} more ${about}`);
const bars = (entries, names, choose, about) => {
  const shown = printing || whole.has(about) ? entries : entries.slice(0, 12);
  const widest = Math.max(1, ...shown.map((entry) => entry.total));
  const rows = shown.map((entry) => {
    const track = el('span', { class: 'track', 'aria-hidden': 'true' });
    for (const severity of severities) {
      if (!entry[severity]) continue;
      const bar = el('span', { class: `bar-${severity}` });
      bar.style.width = `${(100 * entry[severity]) / widest}%`;
      track.append(bar);
    }
    return el('li', {}, el('button', { type: 'button', class: 'bar', onclick: () => choose(entry),
      title: `${names(entry)}: ${severities.filter((one) => entry[one]).map((one) => plural(entry[one], one)).join(', ')}` },
    el('span', { class: 'name' }, names(entry)), track, el('span', { class: 'count' }, number(entry.total))));
  });
  return [el('ul', { class: 'bars' }, rows), restButton(about, entries.length - shown.length, about)];
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
  const most = whole.has('links') ? Infinity : 24;
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
      svg('text', { x: isFact ? right + 12 : left - 12, y: at.get(name) + 4, 'text-anchor': isFact ? 'start' : 'end' }, isFact ? clipped(label, 52) : tail(label, 46))));
  }
  const hidden = weight.size - names.length;
  const list = links.slice(0, printing || whole.has('links') ? links.length : 12).map((link) => el('li', {}, el('button', { type: 'button', class: 'link', onclick: () => go(link.remark.article, link.remark) },
    dot(link.severity), el('span', { class: 'name' }, link.from === link.to ? `${link.from} contradicts itself` : `${link.from} against ${link.to.replace(/^fact: /, 'the fact: ')}`), el('span', { class: 'count' }, number(link.count)))));
  return [picture, el('ul', { class: hidden > 0 ? 'list links more' : 'list links' }, list), restButton('links', Math.max(hidden, links.length - list.length), 'sides')];
};
const chart = (title, about, inside, wide) =>
  el('figure', { class: wide ? 'chart wide' : 'chart' }, el('figcaption', {}, title, el('small', {}, about)), inside);
// Two articles may have one title: then the file tells them apart.
const titleCount = new Map();
for (const article of data.articles) titleCount.set(article.title, (titleCount.get(article.title) || 0) + 1);
const titleOf = (article) => (titleCount.get(article.title) > 1 ? `${article.title} (${tail(article.file, 30)})` : article.title);
const takeOver = () => {
  const found = elsewhere();
  const count = Object.keys(found).length;
  return count > 0 && el('div', { class: 'faults' }, el('b', {}, `${plural(count, 'decision')} on these remarks ${count === 1 ? 'is' : 'are'} kept from an earlier proof.`), ' ',
    el('button', { type: 'button', id: 'take-over', onclick: () => {
      Object.assign(decisions, found);
      store();
      show();
      say(`${plural(count, 'decision')} taken over`);
    } }, 'Take them over'));
};
// For the record: what the remarks were made with, each with its digest.
const record = () => el('details', { class: 'record', ...(printing && { open: '' }) }, el('summary', {}, `For the record: galley ${data.galley}, ${data.today}, and the ${number(data.data.length)} packs, lists and configurations it went by`),
  el('table', {}, data.data.map((one) => el('tr', {}, el('td', {}, one.name), el('td', {}, el('code', {}, one.digest))))));
const overview = () => {
  const list = remarks.filter(passes);
  const tiles = severities.map((severity) => {
    const count = list.filter((remark) => remark.severity === severity).length;
    return el('div', { class: `tile ${severity}` }, el('b', {}, number(count)), el('span', {}, count === 1 ? severity : `${severity}s`));
  });
  const links = contradictions();
  const clash = list.filter((remark) => remark.sides).length;
  tiles.push(el('div', { class: 'tile' }, el('b', {}, number(clash)), el('span', {}, clash === 1 ? 'contradiction' : 'contradictions')));
  return el('section', { class: 'sheet overview' },
    el('h2', { tabindex: '-1', id: 'top' }, data.articles.length === 1 ? data.articles[0].title : plural(data.articles.length, 'article')),
    el('p', { class: 'lead' }, list.length === 0
      ? (remarks.length > 0 ? 'Nothing with these filters.' : 'Nothing to remark. What you see here may go out.')
      : `${plural(list.length, 'remark')}. Begin with the first, or choose an article, a bar or a line below; every decision is kept in this page until you save it.`),
    data.errors.length > 0 && el('div', { class: 'faults' }, el('b', {}, 'Not everything could be checked.'),
      el('ul', {}, data.errors.slice(0, 20).map((error) => el('li', {}, `${error.file}: ${error.message}`)))),
    takeOver(),
    el('div', { class: 'tiles' }, tiles),
    list.length > 0 && el('div', { class: 'charts' },
      chart('By rule', 'Choose a bar to see only that rule.', bars(counted(list, (remark) => remark.rule), (entry) => entry.name, (entry) => {
        filter.rule = entry.name;
        show();
        const first = remarks.find(passes);
        if (first) go(first.article, first);
      }, 'rules')),
      chart('By article', 'Choose a bar to read that article.', bars(counted(list, (remark) => remark.file),
        (entry) => titleOf(data.articles.find((article) => article.file === entry.name)), (entry) => go(data.articles.findIndex((article) => article.file === entry.name)), 'articles')),
      links.length > 0 && chart('What contradicts what', 'Articles on the left, facts on the right. Each line joins two sides; choose one to read both.', arcs(links), true)),
    el('p', { class: 'pager' }, el('span', {}), remarks.some(passes) && el('button', { type: 'button', class: 'strong', onclick: () => step(1) }, 'Begin with the first remark')),
    data.data.length > 0 && record());
};
