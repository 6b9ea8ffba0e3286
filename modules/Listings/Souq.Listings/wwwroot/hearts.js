// A heart is pressed without leaving the page. One after the other: each answer may change the cookie the next one sends.
let last = Promise.resolve();

document.addEventListener('click', event => {
  const heart = event.target instanceof Element ? event.target.closest('button[form=hearts]') : null;
  if (!heart || heart.dataset.plain) return;
  event.preventDefault();
  last = last.then(() => press(heart));
});

const press = async heart => {
  const name = heart.name;
  const answer = await fetch(heart.form.action, {
    method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams({ [name]: heart.value }),
  }).catch(() => null);
  if (!answer?.ok) {
    // What went wrong is said by the page that the form leads to.
    heart.dataset.plain = '1';
    return heart.form.requestSubmit(heart);
  }
  // The same advert may stand on the page twice.
  for (const same of document.querySelectorAll(`button[form=hearts][value="${heart.value}"]`)) {
    same.name = name === 'add' ? 'drop' : 'add';
    same.setAttribute('aria-pressed', name === 'add');
  }
};
