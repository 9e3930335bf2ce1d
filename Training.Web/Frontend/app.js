import './planning.js';
const root = document.documentElement;
const toggle = document.querySelector('[data-theme-toggle]');
if (toggle) {
  const show = () => toggle.setAttribute('aria-pressed', String(root.dataset.bsTheme === 'dark'));
  toggle.hidden = false;
  show();
  toggle.addEventListener('click', () => {
    root.dataset.bsTheme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('theme', root.dataset.bsTheme);
    show();
  });
}

// An open part of the navigation closes on Escape and when one goes on elsewhere.
const openPart = () => document.querySelector('.site-nav details[open]');
document.addEventListener('keydown', event => {
  const part = event.key === 'Escape' && openPart();
  if (!part) return;
  part.open = false;
  part.querySelector('summary').focus();
});
['click', 'focusin'].forEach(kind => document.addEventListener(kind, event => {
  const part = openPart();
  if (part && !part.contains(event.target)) part.open = false;
}));

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', event => {
  if (event.defaultPrevented) return;
  if (event.target.dataset.sent) event.preventDefault();
  else event.target.dataset.sent = 'yes';
});
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

// "Now" beside a time field of the register.
document.querySelectorAll('[data-now-for]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => {
    const now = new Date().toLocaleTimeString('fr-BE', { timeZone: 'Europe/Brussels', hour: '2-digit', minute: '2-digit', hour12: false });
    document.getElementById(button.dataset.nowFor).value = now;
  });
});

// A list that narrows while one types.
document.querySelectorAll('[data-filter-list]').forEach(input => {
  const items = [...document.querySelectorAll(`${input.dataset.filterList} [data-name]`)];
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  input.closest('[hidden]')?.removeAttribute('hidden');
  input.addEventListener('input', () => items.forEach(item => {
    item.hidden = !plain(item.dataset.name).includes(plain(input.value));
  }));
});

// A page about long work looks again by itself until the work is over.
const lookAgain = async part => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const fresh = page.getElementById(part.id);
  part.replaceWith(fresh);
  watch(fresh);
};
const watch = part => part?.dataset.refresh && setTimeout(() => lookAgain(part), Number(part.dataset.refresh));
watch(document.querySelector('[data-refresh]'));
