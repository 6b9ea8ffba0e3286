// Conveniences on top of pages that work without them. Everything is found by data attributes.
const on = (type, selector, act) => document.addEventListener(type, event => {
  const target = event.target instanceof Element ? event.target.closest(selector) : null;
  if (target) act(target, event);
});

// A form is sent once; coming back with the browser's arrow makes it sendable again.
on('submit', 'form[data-once]', (form, event) => {
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = '1';
  setTimeout(() => form.querySelectorAll('button[type=submit]').forEach(b => b.setAttribute('aria-disabled', 'true')));
});
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => {
  delete form.dataset.sent;
  form.querySelectorAll('[aria-disabled]').forEach(b => b.removeAttribute('aria-disabled'));
}));

// Menus close on a click elsewhere and on Escape.
document.addEventListener('click', event => document.querySelectorAll('details[data-menu][open]').forEach(menu => {
  if (!menu.contains(event.target)) menu.open = false;
}));
on('keydown', 'details[data-menu][open]', (menu, event) => {
  if (event.key !== 'Escape') return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

document.querySelector('[data-focus]')?.focus();
