// The console keeps up with what others do, and has the next case on the screen before the network answers. Without it each step is a page.
const POLL = 2000;
// Who reads or writes keeps his case; a desk nobody sits at gives it back when its lease is over.
const AT_WORK = 4 * 60_000;
let tag = '', ready = null, pending = null, asking = 0, touched = Date.now();

const frame = () => document.querySelector('.console');
const part = (name, root = document) => root.querySelector(`[data-part="${name}"]`);
const parse = html => new DOMParser().parseFromString(html, 'text/html');
const caseOf = address => /cases\/([0-9a-f-]{36})/.exec(address)?.[1];
const shown = node => node.dispatchEvent(new CustomEvent('souq:shown', { bubbles: true }));

// Puts one part in the place of another, and leaves the hand where it is.
const put = (name, from) => {
  const [old, now] = [part(name), part(name, from)];
  if (!old || !now || old.innerHTML === now.innerHTML) return;
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceChildren(...document.importNode(now, true).childNodes);
  if (held) [...old.querySelectorAll('button, a')].find(e => e.value === held.value && e.textContent === held.textContent)?.focus();
  shown(old);
};

// What the others do.
const look = async () => {
  if (document.hidden || pending || !frame()?.dataset.liveFrom) return;
  const from = frame().dataset.liveFrom;
  const headers = { ...(tag && { 'if-none-match': tag }), ...(Date.now() - touched < AT_WORK && { 'x-at-work': '1' }) };
  const answer = await fetch(from, { headers, cache: 'no-store' }).catch(() => null);
  if (!answer?.ok || pending || frame().dataset.liveFrom !== from) return;
  tag = answer.headers.get('etag') ?? '';
  const now = parse(await answer.text());
  if (pending || frame().dataset.liveFrom !== from) return;
  for (const name of ['counts', 'lines', 'news', 'lease']) put(name, now);
  const next = now.querySelector('[data-next]')?.dataset.next;
  if (next) frame().dataset.next = next;
  else delete frame().dataset.next;
  prepare();
};

// The next case, read ahead with its photos. It is in nobody's hands until it is shown.
const prepare = async () => {
  const id = frame()?.dataset.next;
  if (!id || ready?.id === id) return;
  const turn = ++asking;
  const query = new URLSearchParams(location.search);
  for (const name of ['done', 'after']) query.delete(name);
  const address = frame().dataset.cases + id + (query.size ? `?${query}` : '');
  const answer = await fetch(address, { headers: { accept: 'text/html', 'x-purpose': 'prefetch' } }).catch(() => null);
  if (!answer?.ok || turn !== asking) return;
  const html = await answer.text();
  for (const image of parse(html).querySelectorAll('.console-case img')) {
    const early = new Image();
    if (image.srcset) [early.sizes, early.srcset] = [image.sizes, image.srcset];
    early.src = image.getAttribute('src');
  }
  if (turn !== asking) return;
  ready = { id, html };
  frame().dataset.ready = id;
};

const show = (html, address) => {
  const now = parse(html);
  const next = now.querySelector('.console');
  if (!next) return location.assign(address);
  frame().replaceWith(document.importNode(next, true));
  document.title = now.title;
  if (address !== location.href) history.pushState(null, '', address);
  tag = '';
  scrollTo(0, 0);
  shown(frame());
  frame().querySelector('[data-focus]')?.focus();
};

// The case was on the screen already: what the server adds is who has it, what was done, what waits.
const settle = (html, address) => {
  const now = parse(html);
  const revision = root => root.querySelector('.console-decision [name="revision"]')?.value;
  if (revision(now) !== revision(document)) return show(html, address);
  for (const name of ['counts', 'lines', 'done']) put(name, now);
  const [old, standing] = [document.querySelector('.console-decision .standing'), now.querySelector('.console-decision .standing')];
  if (old && standing) old.replaceWith(document.importNode(standing, true));
  Object.assign(frame().dataset, now.querySelector('.console').dataset);
  if (!now.querySelector('.console').dataset.next) delete frame().dataset.next;
  history.pushState(null, '', address);
  tag = '';
};

const send = async (form, submitter) => {
  const body = new URLSearchParams(new FormData(form, submitter));
  const address = location.href;
  const next = ready?.id === frame().dataset.next ? ready : null;
  ready = null;
  asking++;
  if (next) body.set('ready', next.id);
  const answering = fetch(address, { method: 'POST', body, headers: { accept: 'text/html' } });
  if (next) {
    show(next.html, address);
    frame().setAttribute('aria-busy', 'true');
  }
  const answer = await answering;
  const html = await answer.text();
  frame().removeAttribute('aria-busy');
  if (next && answer.redirected && caseOf(answer.url) === next.id) settle(html, answer.url);
  else show(html, answer.url);
  return answer.redirected;
};

document.addEventListener('submit', async event => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('.console-decision form:not(.standing-act), form.console-next')) return;
  event.preventDefault();
  const submitter = event.submitter;
  // Who is quicker than the network waits for it, and is not heard where his case did not come.
  if (pending && (!await pending || !form.isConnected)) return;
  pending = send(form, submitter).catch(() => location.reload());
  await pending;
  pending = null;
  prepare();
});

for (const sign of ['keydown', 'pointerdown', 'pointermove', 'scroll']) addEventListener(sign, () => { touched = Date.now(); }, { passive: true, capture: true });
addEventListener('popstate', () => location.reload());
setInterval(look, POLL);
document.addEventListener('visibilitychange', look);
prepare();
