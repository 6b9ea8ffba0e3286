// Comfort for the desk: one box ticks them all. Without it everything still works.
const list = document.querySelector('[data-tickable]');
const all = document.querySelector('[data-tick-all]');
if (list && all) {
  const boxes = () => [...list.querySelectorAll('input[name=listing]')];
  const box = all.querySelector('input');
  all.hidden = false;
  box.addEventListener('change', () => boxes().forEach(b => { b.checked = box.checked; }));
  list.addEventListener('change', () => {
    const ticked = boxes().filter(b => b.checked).length;
    box.checked = ticked === boxes().length;
    box.indeterminate = ticked > 0 && !box.checked;
  });
}
