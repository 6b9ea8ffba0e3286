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

// Addresses say what was chosen, not what was left empty.
document.addEventListener('formdata', event => {
  if (event.target.method !== 'get') return;
  const chosen = [...event.formData].filter(([, value]) => value !== '');
  for (const name of new Set(event.formData.keys())) event.formData.delete(name);
  for (const [name, value] of chosen) event.formData.append(name, value);
});

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

// The communes follow the wilaya.
on('change', '[data-region] [data-wilaya]', async wilaya => {
  const region = wilaya.closest('[data-region]');
  const commune = region.querySelector('[data-commune]');
  const first = commune.options[0];
  commune.replaceChildren(first);
  commune.disabled = true;
  region.querySelector('[data-commune-box]')?.classList.toggle('waiting', !wilaya.value);
  if (!wilaya.value) return;
  const answer = await fetch(`${commune.dataset.commune}?wilaya=${encodeURIComponent(wilaya.value)}`, { headers: { accept: 'application/json' } });
  if (!answer.ok) return;
  first.textContent = commune.dataset.empty ?? first.textContent;
  commune.append(...(await answer.json()).map(c => new Option(c.name, c.code)));
  commune.disabled = false;
});

// What needs more than a listener on the document; again for what another script brings onto the page, and says so.
const enliven = root => {
  // Gallery: arrows, keys, the number of the photo in sight, a zoom in place.
  for (const gallery of root.querySelectorAll('[data-gallery]')) {
    const stage = gallery.querySelector('[data-stage]');
    const slides = [...stage.children];
    const links = [...gallery.querySelectorAll('[data-to]')];
    const steps = [...gallery.querySelectorAll('[data-step]')];
    const place = gallery.querySelector('[data-place]');
    const box = gallery.querySelector('[data-zoom-box]');
    const big = box.querySelector('img');
    const towards = getComputedStyle(stage).direction === 'rtl' ? -1 : 1;
    let at = 0;

    const show = i => {
      at = i;
      links.forEach((link, n) => n === i ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'));
      links[i]?.parentElement.parentElement.scrollTo({ left: towards * (Math.abs(links[i].offsetLeft - links[0].offsetLeft) - 120), behavior: 'smooth' });
      steps.forEach(step => step.disabled = !slides[i + +step.dataset.step]);
      if (place) place.textContent = `${i + 1}/${slides.length}`;
    };
    const go = i => slides[i] && stage.scrollTo({ left: towards * i * stage.clientWidth });
    const zoom = i => {
      if (!slides[i]) return;
      box.classList.remove('near');
      big.src = slides[i].querySelector('[data-zoom]').href;
      big.alt = slides[i].querySelector('img').alt;
      if (!box.open) box.showModal();
      at = i;
      go(i);
    };
    const key = (event, act) => {
      const by = { ArrowRight: towards, ArrowLeft: -towards }[event.key];
      if (by) { event.preventDefault(); act(at + by); }
    };

    stage.addEventListener('scroll', () => {
      const i = Math.round(Math.abs(stage.scrollLeft) / stage.clientWidth);
      if (i !== at && slides[i]) show(i);
    }, { passive: true });
    stage.addEventListener('keydown', event => key(event, go));
    box.addEventListener('keydown', event => key(event, zoom));
    big.addEventListener('click', () => box.classList.toggle('near'));
    slides.forEach((slide, i) => slide.querySelector('[data-zoom]').addEventListener('click', event => { event.preventDefault(); zoom(i); }));
    links.forEach((link, i) => link.addEventListener('click', event => { event.preventDefault(); go(i); }));
    steps.forEach(step => { step.hidden = false; step.addEventListener('click', () => go(at + +step.dataset.step)); });
    show(0);
  }

  // A long description shows its beginning; the button brings the rest.
  for (const words of root.querySelectorAll('[data-more]')) {
    words.classList.add('short');
    if (words.scrollHeight <= words.clientHeight + 4) { words.classList.remove('short'); continue; }
    const more = document.createElement('button');
    more.type = 'button';
    more.className = 'text-link';
    more.textContent = words.dataset.more;
    more.addEventListener('click', () => { words.classList.remove('short'); more.remove(); });
    words.after(more);
  }
};
enliven(document);
document.addEventListener('souq:shown', event => enliven(event.target));

// Chosen photos are seen before they are sent; those too big are named at once.
on('change', 'input[type=file][data-previews]', input => {
  const list = document.getElementById(input.dataset.previews);
  list.replaceChildren(...[...input.files].map(file => {
    const item = document.createElement('li');
    const image = new Image();
    image.src = URL.createObjectURL(file);
    image.onload = () => URL.revokeObjectURL(image.src);
    image.alt = file.name;
    item.className = 'frame';
    item.append(image);
    if (file.size > +input.dataset.most) {
      const note = document.createElement('p');
      note.className = 'error';
      note.textContent = input.dataset.tooBig;
      item.append(note);
    }
    return item;
  }));
});

// Something happens by itself: fetch the page anew until it has come to an end, then show the end.
const live = document.querySelector('[data-live]');
if (live) setInterval(async () => {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
  if (now) live.replaceChildren(...now.childNodes);
  else location.reload();
}, 1500);
