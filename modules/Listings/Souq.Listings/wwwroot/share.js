// Sharing and printing with what the device has of its own; the links beside work without.
const copy = async share => {
  const said = share.querySelector('[data-share-said]');
  said.textContent = '';
  try {
    await navigator.clipboard.writeText(share.dataset.share);
    said.textContent = share.dataset.copied;
  } catch {
    share.querySelector('input').select();
  }
};

for (const share of document.querySelectorAll('[data-share]')) {
  const button = share.querySelector('[data-share-copy]');
  button.hidden = false;
  button.addEventListener('click', () => copy(share));
  share.querySelector('input').addEventListener('focus', event => event.target.select());
  share.querySelector('summary').addEventListener('click', async event => {
    if (share.open) return;
    if (!navigator.share) return copy(share);
    event.preventDefault();
    try {
      await navigator.share({ title: share.dataset.title, url: share.dataset.share });
    } catch (failure) {
      if (failure.name !== 'AbortError') share.open = true;
    }
  });
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  document.querySelector('[data-print-hint]').hidden = true;
  button.addEventListener('click', () => print());
}
