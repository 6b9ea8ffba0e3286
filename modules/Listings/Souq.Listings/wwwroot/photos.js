// Chosen photos go up at once, two at a time and piece by piece; after a lost line, a closed page or a restarted phone they go on where the
// server says. The buttons of the photos do not leave the page meanwhile. Without this file the form sends everything.
const form = document.querySelector('form[data-uploads]');
const input = form.querySelector('input[type=file]');
const target = input.closest('label');
const template = form.querySelector('template[data-upload]');
const words = template.dataset;
const list = document.getElementById(input.dataset.previews);
const said = form.querySelector('[data-said]');
const tray = () => form.querySelector('[data-tray]');
const piece = 512 * 1024;
const memory = 2 * 24 * 3600 * 1000;
const pending = new Set();
let refused = 0;

const say = text => { said.textContent = text; };

// What is not up yet stays on this device until it is.
const shelf = await new Promise(done => {
  try {
    const open = indexedDB.open('souq-photos', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('files', { keyPath: 'key' });
    open.onsuccess = () => done(open.result);
    open.onerror = () => done(null);
  } catch { done(null); }
});
const onShelf = (mode, act) => new Promise(done => {
  if (!shelf) return done(null);
  try {
    const work = shelf.transaction('files', mode);
    const asked = act(work.objectStore('files'));
    work.oncomplete = () => done(asked.result);
    work.onerror = work.onabort = () => done(null);
  } catch { done(null); }
});
const keep = ({ key, of, name, file, address, at }) => onShelf('readwrite', files => files.put({ key, of, name, file, address, at }));
const forget = key => onShelf('readwrite', files => files.delete(key));

class Refused extends Error {}

const ask = (method, address, body, { offset, progress, cancel } = {}) => new Promise((done, fail) => {
  const call = new XMLHttpRequest();
  call.open(method, new URL(address, document.baseURI));
  call.responseType = 'json';
  call.timeout = 120_000;
  call.setRequestHeader('accept', 'application/json');
  call.setRequestHeader('RequestVerificationToken', form.elements.__RequestVerificationToken.value);
  if (offset !== undefined) {
    call.setRequestHeader('Upload-Offset', offset);
    call.setRequestHeader('Content-Type', 'application/offset+octet-stream');
  }
  if (progress) call.upload.onprogress = event => progress(event.loaded);
  cancel?.addEventListener('abort', () => call.abort(), { once: true });
  call.onerror = call.ontimeout = call.onabort = () => fail(new Error(words.noLine));
  call.onload = () => {
    const { status, response } = call;
    if (status < 300 && !response && method !== 'DELETE') return fail(new Error(words.signedOut));
    if (status === 413 || status === 422) return fail(new Refused(response?.detail || response?.title));
    if (status < 300 || status === 404 || status === 409) return done({ status, ...response });
    fail(new Error(response?.detail || words.noLine));
  };
  call.send(body);
});

function show(upload) {
  const tile = template.content.firstElementChild.cloneNode(true);
  const image = new Image();
  image.src = URL.createObjectURL(upload.file);
  image.alt = '';
  tile.querySelector('.frame').append(image);
  tile.querySelector('progress').setAttribute('aria-label', words.progress.replace('{0}', upload.name));
  tile.querySelector('button').setAttribute('aria-label', words.cancel.replace('{0}', upload.name));
  tile.querySelector('button').addEventListener('click', () => drop(upload));
  upload.tile = tile;
  upload.state = (text, part) => {
    tile.querySelector('.upload-state').textContent = text;
    if (part !== undefined) tile.querySelector('progress').value = part;
  };
  upload.state(words.waiting);
  list.append(tile);
}

function leave(upload) {
  URL.revokeObjectURL(upload.tile.querySelector('img').src);
  upload.tile.remove();
}

async function drop(upload) {
  upload.stop.abort();
  leave(upload);
  await forget(upload.key);
  if (upload.address && !upload.over) ask('DELETE', upload.address).catch(() => { /* The server drops it in two days. */ });
}

async function send(upload, well) {
  const { file, stop } = upload;
  let at = upload.address ? await ask('GET', upload.address) : { status: 404 };
  if (at.status === 404) {
    at = await ask('POST', form.dataset.uploads, new URLSearchParams({ key: upload.key, name: upload.name, size: file.size, type: file.type }));
    if (at.status === 404) throw new Refused(words.signedOut);
    upload.address = at.address;
    await keep(upload);
  }
  const sent = bytes => upload.state(words.sending.replace('{0}', Math.floor(100 * Math.min(bytes, file.size) / file.size)), bytes / file.size);
  for (;;) {
    stop.signal.throwIfAborted();
    well();
    sent(at.offset);
    while (at.offset < file.size) {
      const { offset } = at;
      at = await ask('PATCH', upload.address, file.slice(offset, offset + piece), { offset, progress: bytes => sent(offset + bytes), cancel: stop.signal });
      if (at.offset === undefined) throw new Error(words.noLine);
      well();
      sent(at.offset);
    }
    upload.state(words.working, 1);
    // Photos stand in the order they were chosen in.
    await upload.before;
    stop.signal.throwIfAborted();
    at = await ask('POST', `${upload.address}/finish`);
    if (at.status === 200) return;
    if (at.offset === undefined) throw new Error(words.noLine);
  }
}

// A moment, longer every time; at once when the line is back.
const moment = (ms, signal) => new Promise(done => {
  const go = () => { clearTimeout(timer); removeEventListener('online', go); done(); };
  const timer = setTimeout(go, ms);
  addEventListener('online', go);
  signal.addEventListener('abort', go);
});

async function carry(upload) {
  for (let wait = 1000; !upload.stop.signal.aborted; wait = Math.min(wait * 2, 30_000)) {
    try {
      await send(upload, () => { wait = 1000; });
      await forget(upload.key);
      say(words.arrived);
      await refresh();
      leave(upload);
      return;
    } catch (error) {
      if (upload.stop.signal.aborted) return;
      if (error instanceof Refused) {
        refused++;
        upload.over = true;
        upload.tile.classList.add('refused');
        upload.tile.querySelector('button').setAttribute('aria-label', words.close.replace('{0}', upload.name));
        upload.state(error.message);
        say(error.message);
        await forget(upload.key);
        return;
      }
      upload.state(error.message);
      await moment(wait, upload.stop.signal);
    }
  }
}

const waiting = [];
let running = 0;
let last = Promise.resolve();
function next() {
  while (running < 2 && waiting.length) {
    const { upload, done } = waiting.shift();
    running++;
    // Another window of this page may be at it already.
    const work = navigator.locks
      ? navigator.locks.request(`souq-photo-${upload.key}`, { ifAvailable: true }, lock => lock ? carry(upload) : leave(upload))
      : carry(upload);
    Promise.resolve(work).finally(() => { running--; pending.delete(upload.settled); done(); next(); });
  }
}
function enqueue(upload) {
  upload.stop = new AbortController();
  upload.before = last;
  show(upload);
  last = upload.settled = new Promise(done => waiting.push({ upload, done }));
  pending.add(upload.settled);
  next();
}

input.addEventListener('change', async event => {
  event.stopPropagation();
  const files = [...input.files];
  input.value = '';
  for (const file of files) {
    const upload = { key: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, of: form.dataset.uploads, name: file.name, file, at: Date.now() };
    await keep(upload);
    enqueue(upload);
  }
});

// What the server says the photos are now, without leaving.
function take(html) {
  const now = new DOMParser().parseFromString(html, 'text/html').querySelector('form[data-uploads]');
  if (!now) return location.reload();
  const focus = form.contains(document.activeElement) ? document.activeElement : null;
  const { name, value } = focus ?? {};
  form.querySelector(':scope > [role=alert]')?.remove();
  const alert = now.querySelector(':scope > [role=alert]');
  if (alert) form.querySelector('.tray').before(alert);
  tray().replaceWith(now.querySelector('[data-tray]'));
  target.hidden = tray().dataset.room === '0';
  grips();
  if (!focus || focus.isConnected) return;
  const same = [...form.querySelectorAll('[data-tray] button')].filter(button => button.value === value && !button.disabled);
  (same.find(button => button.name === name) ?? same[0] ?? tray().querySelector('button:not(:disabled)') ?? input).focus();
}
let turn = Promise.resolve();
const after = act => turn = turn.then(act, act);
const refresh = () => after(async () => {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (answer?.ok) take(await answer.text());
});
const post = fields => after(async () => {
  const data = new FormData(form);
  data.delete(input.name);
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  const answer = await fetch(location.href, { method: 'POST', body: data, headers: { accept: 'text/html' } }).catch(() => null);
  if (answer?.ok) { take(await answer.text()); say(words.kept); return true; }
  if (answer) location.reload();
  say(words.notKept);
  return false;
});

let leaving = false;
form.addEventListener('submit', async event => {
  if (leaving) return;
  event.preventDefault();
  event.stopPropagation();
  const button = event.submitter;
  if (button && button.name !== 'next') return post({ [button.name]: button.value });
  const before = refused;
  if (pending.size) say(words.hold);
  while (pending.size) await Promise.all(pending);
  await turn;
  // One that was refused meanwhile is read first.
  if (refused > before) return;
  // While the form is still telling of its first submission it takes no second one.
  await new Promise(done => setTimeout(done));
  leaving = true;
  form.requestSubmit(button);
});
addEventListener('pageshow', () => { leaving = false; });

// Dragging: with a mouse by the picture, with a finger by its handle. The buttons do the same.
const grips = () => tray().querySelectorAll('[data-grip]').forEach(grip => { grip.hidden = tray().children.length < 2; });
let drag = null;
form.addEventListener('dragstart', event => { if (event.target.closest('[data-tray]')) event.preventDefault(); });
form.addEventListener('pointerdown', event => {
  const item = event.target.closest('[data-tray] > li');
  const handle = event.target.closest(event.pointerType === 'mouse' ? '[data-grip], .frame' : '[data-grip]');
  if (!item || !handle || event.button || tray().children.length < 2) return;
  drag = { item, order: [...tray().children], x: event.clientX, y: event.clientY, id: event.pointerId, on: false };
  handle.setPointerCapture(event.pointerId);
});
form.addEventListener('pointermove', event => {
  if (!drag || event.pointerId !== drag.id) return;
  if (!drag.on && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 6) return;
  drag.on = true;
  drag.item.classList.add('dragged');
  const over = document.elementsFromPoint(event.clientX, event.clientY).map(e => e.closest('[data-tray] > li')).find(Boolean);
  if (!over || over === drag.item || !drag.item.isConnected) return;
  const items = [...tray().children];
  items.indexOf(over) > items.indexOf(drag.item) ? over.after(drag.item) : over.before(drag.item);
});
const dropped = cancelled => {
  if (!drag) return;
  const { item, order, on } = drag;
  drag = null;
  item.classList.remove('dragged');
  const back = () => { if (item.isConnected) tray().replaceChildren(...order); };
  if (!on || !item.isConnected) return;
  if (cancelled) back();
  else if (order.some((e, i) => e !== tray().children[i])) post({ arrange: '1' }).then(kept => { if (!kept) back(); });
};
form.addEventListener('pointerup', () => dropped(false));
form.addEventListener('pointercancel', () => dropped(true));
addEventListener('keydown', event => { if (event.key === 'Escape') dropped(true); });

// What did not get up last time.
grips();
for (const upload of (await onShelf('readonly', files => files.getAll()) ?? []).sort((a, b) => a.at - b.at)) {
  if (upload.at < Date.now() - memory) await forget(upload.key);
  else if (upload.of === form.dataset.uploads) enqueue(upload);
}
