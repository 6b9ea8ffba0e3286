// Under the drawn prices two handles, which write into the two fields; the fields stay what is sent.
for (const figure of document.querySelectorAll('[data-range]')) {
  const edges = figure.dataset.range.split(',').map(Number);
  const form = figure.closest('form');
  const [least, most] = ['min', 'max'].map(name => form.elements[name]);
  const bars = figure.querySelectorAll('rect');
  const group = document.createElement('div');
  group.className = 'range';
  const digits = text => text.replace(/[\u0660-\u0669]/g, d => d.charCodeAt(0) - 0x660).replace(/[^\d]/g, '');
  const near = (text, otherwise) => {
    const value = digits(text);
    return value === '' ? otherwise : edges.reduce((best, edge, i) => Math.abs(edge - value) < Math.abs(edges[best] - value) ? i : best, 0);
  };
  const handles = [[least, 0], [most, edges.length - 1]].map(([field, end]) => {
    const handle = document.createElement('input');
    Object.assign(handle, { type: 'range', min: 0, max: edges.length - 1, step: 1, value: near(field.value, end) });
    handle.setAttribute('aria-label', form.querySelector(`label[for="${field.id}"]`).textContent);
    group.append(handle);
    return handle;
  });
  const show = () => {
    const [from, to] = handles.map(handle => +handle.value);
    bars.forEach((bar, i) => bar.classList.toggle('on', i >= from && i < to));
    handles.forEach(handle => handle.setAttribute('aria-valuetext', edges[handle.value].toLocaleString(document.documentElement.lang)));
  };
  handles.forEach((handle, end) => handle.addEventListener('input', () => {
    // One step at least stays between them.
    if (end === 0 && +handle.value >= +handles[1].value) handle.value = +handles[1].value - 1;
    if (end === 1 && +handle.value <= +handles[0].value) handle.value = +handles[0].value + 1;
    const [field, open] = end === 0 ? [least, 0] : [most, edges.length - 1];
    field.value = +handle.value === open ? '' : edges[handle.value];
    show();
  }));
  [least, most].forEach((field, end) => field.addEventListener('change', () => {
    handles[end].value = near(field.value, end === 0 ? 0 : edges.length - 1);
    show();
  }));
  figure.append(group);
  show();
}
