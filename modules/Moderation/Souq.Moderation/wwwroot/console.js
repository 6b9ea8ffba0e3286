// Keys on the moderator's console. Every one presses a button, chooses a reason or moves into a field that is on the page anyway.
const typing = element => element instanceof HTMLTextAreaElement
  || (element instanceof HTMLInputElement && !['radio', 'checkbox'].includes(element.type)) || element instanceof HTMLSelectElement;

// By letter where the layout has Latin ones, else by place: the keys stay where they are on an Arabic keyboard.
const keyOf = event => {
  if (/^[a-z?]$/i.test(event.key)) return event.key.toLowerCase();
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(event.code);
  return place ? (place[1] ?? place[2]).toLowerCase() : event.key;
};

const use = element => {
  // A part of the page is gone to, whatever is beside it.
  if (element.matches('section')) return element.focus();
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return element.focus();
  if (element instanceof HTMLInputElement) element.focus();
  const needs = element.dataset.needs;
  const given = () => element.form.querySelector(`[name="${needs}"]:checked`) ?? element.form.querySelector(`textarea[name="${needs}"]`)?.value.trim();
  if (needs && !given())
    return element.form.querySelector(`[name="${needs}"]`).focus();
  element.click();
};

const move = step => {
  const rows = [...document.querySelectorAll('[data-row]')];
  if (rows.length === 0) return;
  const here = rows.findIndex(row => row.getAttribute('aria-current') === 'true');
  rows[here < 0 ? (step > 0 ? 0 : rows.length - 1) : here + step]?.click();
};

document.addEventListener('keydown', event => {
  if (event.isComposing || event.altKey) return;
  const target = event.target;
  if (typing(target)) {
    if (event.key === 'Escape') target.blur();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && 'send' in target.dataset) {
      event.preventDefault();
      use(target.form.querySelector('[data-needs]'));
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.repeat) return;
  const key = keyOf(event);
  if (key === 'j' || key === 'k') return move(key === 'j' ? 1 : -1);
  const element = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!element) return;
  event.preventDefault();
  use(element);
});

const begin = root => {
  root.querySelector('[data-row][aria-current="true"]')?.scrollIntoView({ block: 'nearest' });

  // What can be taken back says how long, and goes when the time is over.
  for (const button of root.querySelectorAll('[data-left]')) {
    const end = performance.now() + button.dataset.left * 1000;
    const label = button.appendChild(document.createElement('small'));
    const tick = () => {
      const left = Math.ceil((end - performance.now()) / 1000);
      if (left <= 0) return button.form?.remove();
      label.textContent = left;
      setTimeout(tick, 250);
    };
    tick();
  }
};
begin(document);
// From now on keys are heard.
document.documentElement.dataset.keys = 'heard';
document.addEventListener('souq:shown', event => begin(event.target));
