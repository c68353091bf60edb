// Keys, buttons and paper; then the page is shown.
// Of the other side of a contradiction: the remark, where it stands.
const openedRemark = () => opened && original(remarkOf(opened));
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $('help').open) return;
  const { target } = event;
  if (/^(input|textarea|select)$/i.test(target.tagName) && target.type !== 'checkbox') {
    if (event.key !== 'Escape') return;
    const around = target.closest('.remark');
    target.blur(); // what was typed is taken, and the remark shown anew
    if (around) $(around.id).focus({ preventScroll: true });
    return;
  }
  const remark = openedRemark();
  const decidable = remark && !remark.suppressed;
  const actions = {
    j: () => step(1), k: () => step(-1), s: save, o: () => go(-1), '?': showHelp,
    n: () => current + 1 < data.articles.length && go(current + 1), p: () => current > 0 && go(current - 1),
    a: () => decidable && press(remark, 'accept'),
    r: () => decidable && press(remark, 'reject'),
    c: () => decidable && comment(remark),
  };
  if (!actions[event.key]) return;
  event.preventDefault();
  if (decidable && 'arc'.includes(event.key) && remark.key !== opened) leap(remark.article, remark);
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
    main.replaceChildren(overview(), ...list.map(articleNode));
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
for (const remark of remarks) { // kept from a proof whose rules let it stand
  if (!mayStand(remark) && decisionOn(remark).decision === 'reject') delete decisions[remark.id];
}
show();
if (location.hash.length > 1) follow();
const known = new Set(remarks.map((remark) => remark.id));
const earlier = Object.keys(decisions).filter((id) => known.has(id)).length;
if (earlier > 0) say(`${plural(earlier, 'decision')} kept from before`);
document.documentElement.dataset.ready = 'yes';
