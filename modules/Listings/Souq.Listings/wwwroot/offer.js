// Comfort for the offer form; without it everything still works.
// A field that depends on another (model on make) gets its suggestions when the other changes.
for (const field of document.querySelectorAll('[data-choices]')) {
  const decider = document.getElementsByName(field.dataset.depends)[0];
  const list = document.getElementById(field.getAttribute('list'));
  decider?.addEventListener('change', async () => {
    const answer = await fetch(`${field.dataset.choices}&parent=${encodeURIComponent(decider.value)}`);
    if (!answer.ok) return;
    list.replaceChildren(...(await answer.json()).map(name => Object.assign(document.createElement('option'), { value: name })));
  });
}
