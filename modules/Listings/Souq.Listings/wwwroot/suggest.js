// While a search is typed: how it may go on. The form asks the same without.
const PAUSE = 120;

const suggest = input => {
  const list = document.createElement('ul');
  let [timer, asked, at] = [0, null, -1];

  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    asked = null;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  };

  const mark = i => {
    list.children[at]?.setAttribute('aria-selected', 'false');
    at = i;
    list.children[at]?.setAttribute('aria-selected', 'true');
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', list.children[at].id);
  };

  const choose = ({ text, href }) => {
    close();
    if (href) return location.assign(new URL(href, document.baseURI));
    input.value = text;
    input.form.requestSubmit();
  };

  const option = (offer, i) => {
    const [item, text, hint] = ['li', 'bdi', 'small'].map(name => document.createElement(name));
    item.id = `${list.id}-${i}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    text.textContent = offer.text;
    hint.textContent = offer.hint;
    item.append(text, ' ', hint);
    item.addEventListener('click', () => choose(offer));
    return item;
  };

  const ask = async () => {
    asked?.abort();
    const mine = asked = new AbortController();
    const offers = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(input.value)}`, { headers: { accept: 'application/json' }, signal: mine.signal })
      .then(answer => answer.ok ? answer.json() : []).catch(() => []);
    // An answer that was overtaken, or comes when the field was left, is not shown.
    if (mine !== asked) return;
    mark(-1);
    list.replaceChildren(...offers.map(option));
    list.hidden = offers.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };

  list.id = `${input.id}-offers`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels[0].textContent);
  // The field keeps the focus while an offer is pressed.
  list.addEventListener('mousedown', event => event.preventDefault());
  // A field of the type search may be no combobox.
  input.type = 'text';
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id]]) input.setAttribute(name, value);
  input.after(list);

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (!navigator.onLine || !input.value.trim()) close();
    else timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener('blur', close);
  input.form.addEventListener('submit', close);
  input.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.hidden || event.isComposing) return;
    // Past either end stands the field itself.
    if (step) mark((at + 1 + step + list.children.length + 1) % (list.children.length + 1) - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && at >= 0) list.children[at].click();
    else return;
    event.preventDefault();
  });
};

document.querySelectorAll('input[data-suggest]').forEach(suggest);
