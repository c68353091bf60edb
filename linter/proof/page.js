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
  const grouped = new Intl.NumberFormat('en-US');
  const number = (count) => grouped.format(count);
  const plural = (count, word) => `${number(count)} ${word}${count === 1 ? '' : 's'}`;
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
    showCount(original(remark).article);
  };
  const exported = () => ({
    version: 1,
    tool: 'galley proof',
    proof: data.id,
    decisions: remarks.filter((remark) => decisions[remark.id]).map((remark) => {
      const made = decisions[remark.id];
      return {
        fingerprint: remark.id, file: remark.file, line: remark.line, column: remark.column, rule: remark.rule, text: remark.text,
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
    const like = remarks.filter((one) => one.rule === made.rule && one.text === made.text && sameEnd(one.file, made.file));
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
    let count = 0;
    for (const made of list) {
      const remark = remarkFor(made, known);
      if (!remark) continue;
      const { decision, replacement, reason, comment } = made;
      decisions[remark.id] = JSON.parse(JSON.stringify({ decision, replacement, reason, comment }));
      count += 1;
    }
    store();
    show();
    const rest = list.length - count;
    if (list.length === 0) say(`${file.name} holds no decisions.`);
    else if (count === 0) say(`None of the ${plural(rest, 'decision')} fits: they are about other articles, or the text has changed since.`);
    else say(`${plural(count, 'decision')} loaded${rest > 0 ? `; ${number(rest)} fit no remark here` : ''}`);
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
      'aria-describedby': target.key,
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
      const node = el('div', { class: classes.join(' '), role: 'listitem' },
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
  const pieceSize = 80; // blocks of a long article that are laid out together
  const mostCards = 60; // of one paragraph that are there before they are asked for
  let printing = false;
  let groups = new Map(); // the margin of a block
  const notesOf = (article, index, list) => {
    if (list.length === 0) return null;
    const notes = el('aside', { class: 'notes', 'aria-label': 'Remarks' },
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
          at.append(table.node);
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
        list.append(blockNode(article, block), notes || '');
        return;
      }
      list = null;
      at.append(blockNode(article, block), notes || '');
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
      side.message && !side.context.join('').includes(side.message.replace(/^“|”$/g, '')) && el('p', {}, side.message),
      side.source && el('dl', {}, el('dt', {}, 'Source'), sourceLine(side.source)));
  };
  const echoCard = (article, remark) => {
    const real = original(remark);
    return el('section', { class: `remark echo ${remark.severity} ${opened === remark.key ? 'open' : ''}`, id: remark.key, tabindex: '-1', 'aria-label': 'The other side of a contradiction' },
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
    const node = $(remark.key);
    const reason = node.querySelector('[data-field=reason]');
    if (reason && decision === 'reject') reason.focus();
    else if (!node.contains(document.activeElement)) node.focus({ preventScroll: true });
  };
  // Accepted, and nothing that can be put in its place: the words are not struck out.
  const byHand = (remark) => decisionOn(remark).decision === 'accept' && !decisionOn(remark).replacement;
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
    if (made.decision === 'accept') return made.replacement ? `Accepted: “${made.replacement}”` : 'Accepted: to be mended by hand';
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
        onclick: () => decide(remark, { decision: 'accept', replacement: word }) }, word || '(nothing)')));
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
          some.length > 0 && el('div', { class: 'instead paper' }, some.map((word) => `“${word}”`).join(', ')))]),
    remark.sides && el('div', { class: 'sides' }, remark.sides.map((side) => sideNode(remark, side)),
      remark.sides_omitted && el('p', { class: 'why' }, `and ${plural(remark.sides_omitted, 'place')} like these; galley assertions lists them all`)),
    isOpen && !remark.suppressed && [
      made.decision === 'accept' && !remark.by_hand && field(remark, 'replacement', 'Put in its place'),
      made.decision === 'reject' && field(remark, 'reason', 'Why it stands', true),
      others > 0 && el('p', { class: 'also' }, `This lets ${plural(others, 'more remark')} of the same rule stand ${article.paragraphs ? 'on the same words' : 'in the same passage'}, not decided yet.`),
      (made.comment !== undefined || remark.commenting) && field(remark, 'comment', 'Comment')],
    remark.suppressed && el('p', {}, `Silenced: ${remark.suppressed}`),
    isOpen && !remark.suppressed && el('div', { class: 'actions' },
      act('Accept', () => press(remark, 'accept'), made.decision === 'accept'),
      act('Let stand', () => press(remark, 'reject'), made.decision === 'reject'),
      act('Comment', () => comment(remark))),
    el('dl', {},
      remark.sources && [el('dt', {}, remark.sources.length > 1 ? 'Sources' : 'Source'), remark.sources.map(sourceLine)],
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
  const tail = (text, size) => (text.length > size ? `…${text.slice(1 - size)}` : text);
  const clipped = (text, size) => (text.length > size ? `${text.slice(0, size - 1)}…` : text);
  const act = (action) => ({ tabindex: '0', role: 'button', onclick: action,
    onkeydown: (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); action(); } } });
  const whole = new Set(); // the charts that are shown to their end
  const restButton = (name, rest, about) => rest > 0 && el('button', { type: 'button', class: 'all', onclick: () => { whole.add(name); show(); } }, `Show ${number(rest)} more ${about}`);
  const bars = (entries, names, choose, about) => {
    const shown = whole.has(about) ? entries : entries.slice(0, 12);
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
    const list = links.slice(0, whole.has('links') ? links.length : 12).map((link) => el('li', {}, el('button', { type: 'button', class: 'link', onclick: () => go(link.remark.article, link.remark) },
      dot(link.severity), el('span', { class: 'name' }, link.from === link.to ? `${link.from} contradicts itself` : `${link.from} against ${link.to.replace(/^fact: /, 'the fact: ')}`), el('span', { class: 'count' }, number(link.count)))));
    return [picture, el('ul', { class: 'list links' }, list), restButton('links', Math.max(hidden, links.length - list.length), 'sides')];
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
      el('p', { class: 'pager' }, el('span', {}), remarks.some(passes) && el('button', { type: 'button', class: 'strong', onclick: () => step(1) }, 'Begin with the first remark')));
  };

  // --- the page -------------------------------------------------------------------------------
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
  const go = (index, remark, isReturn) => {
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
      if (moves) history.pushState(null, '', address);
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
  // Into the upper third, so that what is said about it has room below.
  const bringUp = (node) => {
    const top = node.getBoundingClientRect().top;
    const room = window.innerHeight;
    if (top < room * 0.12 || top > room * 0.4) window.scrollTo({ top: window.scrollY + top - room * 0.22, behavior: node.closest('.chunk') ? 'instant' : 'auto' });
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
  const showSide = () => {
    const side = $('side');
    const keepSearch = document.activeElement && document.activeElement.id === 'search';
    const rules = counted(remarks, (remark) => remark.rule);
    const search = el('input', { type: 'search', id: 'search', placeholder: 'Find an article', 'aria-label': 'Find an article',
      oninput: () => { filter.search = search.value; side.querySelector('.list').replaceWith(articleList()); } });
    search.value = filter.search;
    const rule = el('select', { 'aria-label': 'Rule', id: 'rule', onchange: () => { filter.rule = rule.value; show(); } },
      el('option', { value: '' }, 'All rules'),
      rules.map((entry) => el('option', { value: entry.name, selected: entry.name === filter.rule }, `${entry.name} (${number(entry.total)})`)));
    const state = el('select', { 'aria-label': 'Decision', id: 'state', onchange: () => { filter.state = state.value; show(); } },
      [['', 'Decided or not'], ['open', 'Not decided'], ['decided', 'Decided']].map(([value, text]) =>
        el('option', { value, selected: value === filter.state }, text)));
    const file = el('input', { type: 'file', accept: '.json,application/json', class: 'sr', tabindex: '-1', 'aria-hidden': 'true', onchange: () => file.files[0] && load(file.files[0]) });
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
      el('h2', {}, 'Decisions'), el('button', { type: 'button', id: 'load', onclick: () => file.click() }, 'Load a file of decisions'), file]);
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
  // On paper: every remark in full; from the overview every article with remarks, too.
  window.addEventListener('beforeprint', () => {
    printing = true;
    if (current < 0) {
      const list = data.articles.map((article, index) => index).filter((index) => shownOf(data.articles[index]).length > 0);
      main.append(...list.map(articleNode));
    } else {
      main.replaceChildren(articleNode(current));
    }
  });
  window.addEventListener('afterprint', () => {
    printing = false;
    show();
  });
  window.addEventListener('popstate', follow);
  window.addEventListener('resize', layOut);
  if (document.fonts) document.fonts.ready.then(layOut);

  document.title = data.articles.length === 1 ? `Proof: ${data.articles[0].title}` : `Proof: ${plural(data.articles.length, 'article')}`;
  show();
  if (location.hash.length > 1) follow();
  const known = new Set(remarks.map((remark) => remark.id));
  const earlier = Object.keys(decisions).filter((id) => known.has(id)).length;
  if (earlier > 0) say(`${plural(earlier, 'decision')} kept from before`);
  document.documentElement.dataset.ready = 'yes';
})();
