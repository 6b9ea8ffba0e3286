// What is typed is kept a second after the last key; while there is no line, on this device until there is one.
// Without it the button of the step keeps it.
const form = document.querySelector('form[data-note]');
const said = form.querySelector('[data-said]');
const restore = form.querySelector('[data-restore]');
const place = `souq.note.${form.dataset.note}`;
const here = {
  get() { try { return JSON.parse(localStorage.getItem(place)); } catch { return null; } },
  set(entry) { try { entry ? localStorage.setItem(place, JSON.stringify(entry)) : localStorage.removeItem(place); } catch { /* A browser that remembers nothing. */ } },
};
const fields = () => {
  const typed = new FormData(form);
  ['__RequestVerificationToken', '_handler'].forEach(name => typed.delete(name));
  return new URLSearchParams(typed).toString();
};
let kept = fields();
let timer = 0;
let busy = null;
let calm = 0;

const say = (words, wellKept) => {
  said.textContent = words;
  said.classList.add('fresh');
  clearTimeout(calm);
  if (wellKept) calm = setTimeout(() => said.classList.remove('fresh'), 4000);
};

const send = typed => fetch(form.dataset.note, {
  method: 'POST',
  body: new URLSearchParams(typed),
  headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value, accept: 'application/json' },
  redirect: 'manual',
  keepalive: typed.length < 60000,
});
const later = (ms = 1000) => { clearTimeout(timer); timer = setTimeout(keep, ms); };

async function attempt() {
  const typed = fields();
  if (typed === kept) return;
  const answer = await send(typed).catch(() => null);
  if (answer?.ok || answer?.status === 422) {
    const { said: words, base } = await answer.json();
    say(words, answer.ok);
    form.dataset.base = base ?? form.dataset.base;
    kept = typed;
    here.set(null);
    if (fields() !== kept) later();
  } else {
    here.set({ typed, base: form.dataset.base });
    say(form.dataset.failed, false);
    later(15000);
  }
}

// One at a time, so that an older state never arrives after a newer one.
function keep() {
  clearTimeout(timer);
  busy ??= attempt().finally(() => { busy = null; });
  return busy;
}

form.addEventListener('input', () => later());
form.addEventListener('change', () => later());
addEventListener('online', keep);
document.addEventListener('visibilitychange', () => { if (document.hidden && !form.dataset.sent) keep(); });
form.addEventListener('submit', async event => {
  clearTimeout(timer);
  const entry = here.get();
  if (entry) here.set({ ...entry, left: true });
  if (!busy) return;
  // What is on its way arrives first, or it would stand there again after the step is done.
  event.preventDefault();
  event.stopPropagation();
  await Promise.race([busy, new Promise(done => setTimeout(done, 3000))]);
  busy = null;
  clearTimeout(timer);
  form.requestSubmit(event.submitter);
});

// What did not get away last time: sent now and shown, unless something else was written meanwhile.
const putBack = async typed => {
  const answer = await send(typed).catch(() => null);
  if (!answer?.ok) return;
  here.set(null);
  location.replace(location.href);
};
const entry = here.get();
if (entry && (entry.typed === kept || (entry.left && entry.base !== form.dataset.base))) here.set(null);
else if (entry && entry.base === form.dataset.base) putBack(entry.typed);
else if (entry) {
  restore.hidden = false;
  restore.addEventListener('click', () => putBack(entry.typed));
}
