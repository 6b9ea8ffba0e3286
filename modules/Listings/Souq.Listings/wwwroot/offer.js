// Comfort for the offer form; without it everything still works.
// A field that depends on others (version on model on make) gets its suggestions when one of them changes.
for (const field of document.querySelectorAll('[data-choices]')) {
  const deciders = [];
  for (let name = field.dataset.depends; name && !deciders.includes(name); name = document.getElementsByName(name)[0]?.dataset.depends) deciders.push(name);
  const list = document.getElementById(field.getAttribute('list'));
  field.form.addEventListener('change', async event => {
    if (!deciders.includes(event.target.name)) return;
    const typed = new URLSearchParams([...new FormData(field.form)].filter(([name]) => deciders.includes(name)));
    const answer = await fetch(`${field.dataset.choices}&${typed}`);
    if (!answer.ok) return;
    list.replaceChildren(...(await answer.json()).map(name => Object.assign(document.createElement('option'), { value: name })));
  });
}
