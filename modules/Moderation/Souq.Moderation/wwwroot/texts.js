// A standard text is in the words as soon as it is chosen: no button is needed for it.
let filled = '';
document.addEventListener('change', event => {
  const select = event.target;
  if (!(select instanceof HTMLSelectElement) || !select.dataset.fills) return;
  const field = select.form.elements[select.dataset.fills];
  const body = select.selectedOptions[0]?.dataset.body ?? '';
  const own = field.value.trim() === filled ? '' : field.value.trimEnd();
  field.value = [own, body].filter(Boolean).join('\n\n');
  filled = own ? '' : body;
  field.dispatchEvent(new Event('input', { bubbles: true }));
});

const begin = root => {
  for (const button of root.querySelectorAll('[data-fill]')) button.remove();
};
begin(document);
document.addEventListener('souq:shown', event => begin(event.target));
