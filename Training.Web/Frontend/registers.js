// The trainer's registers, with or without network. Without this script every page works as a form.
import { decide, entries, keep, keepMarks, knownPeople, listen, offerAgain, rememberPage } from './registers/store.js';
import { send } from './registers/send.js';

const bar = document.getElementById('device');
const form = document.getElementById('register');
const words = document.getElementById('words')?.dataset;
const lang = location.pathname.slice(1, 3);
const me = { author: bar?.dataset.author, authorName: bar?.dataset.authorName, lang };
const reach = { signedOut: false, unreachable: false };
let worker = null;

const people = form ? [...form.querySelectorAll('[data-enrolment]')] : [];
const stretches = person => [...person.querySelectorAll('[data-away-from]')].map((from, index) => [from, person.querySelectorAll('[data-away-to]')[index]]);
const radio = (person, choice) => person.querySelector(`input[type=radio][value=${choice}]`);
const short = time => (time ? time.slice(0, 5) : '');

function read(person) {
  return {
    absent: radio(person, 'absent').checked,
    arrived: person.querySelector('[data-arrived]').value || null,
    left: person.querySelector('[data-left]').value || null,
    away: stretches(person).filter(([from, to]) => from.value && to.value && from.value < to.value).map(([from, to]) => ({ from: from.value, to: to.value })),
  };
}

function write(person, said) {
  if (!said) return;
  radio(person, 'absent').checked = said.absent;
  radio(person, 'present').checked = !said.absent;
  person.querySelector('[data-arrived]').value = short(said.arrived);
  person.querySelector('[data-left]').value = short(said.left);
  stretches(person).forEach(([from, to], index) => {
    from.value = short(said.away[index]?.from);
    to.value = short(said.away[index]?.to);
  });
  person.querySelector('details').open ||= Boolean(said.arrived || said.left || said.away.length);
}

// What the page said when it came, before anything was tapped.
const asItCame = people.map(person => ({
  enrolment: person.dataset.enrolment, known: person.querySelector('[data-known]').value,
  now: radio(person, 'present').checked || radio(person, 'absent').checked ? read(person) : null,
}));

const inWords = said => !said ? '–' : said.absent ? words.absent : [
  words.present,
  said.arrived && `${words.arrived} ${short(said.arrived)}`,
  said.left && `${words.left} ${short(said.left)}`,
  ...said.away.map(away => `${words.away} ${short(away.from)}–${short(away.to)}`),
].filter(Boolean).join(', ');

const clock = moment => new Date(moment).toLocaleTimeString('fr-BE', { timeZone: 'Europe/Brussels', hour: '2-digit', minute: '2-digit' });
const fill = (text, ...values) => values.reduce((filled, value, index) => filled.replace(`{${index}}`, value), text);
const marks = persons => persons.map(person => ({
  enrolment: person.dataset.enrolment, said: read(person), known: person.querySelector('[data-known]').value, asOf: Number(form.dataset.asOf),
}));

function show(element, state, text) {
  element.hidden = !state;
  element.className = `tag tag-${{ saved: 'wait', sent: 'good', differs: 'bad', refused: 'bad' }[state] ?? 'plain'}`;
  element.textContent = text ?? '';
}

function showDifference(person, differing) {
  const block = person.querySelector('[data-difference]');
  block.hidden = !differing;
  if (!differing) return;
  const [mine, theirs] = [block.querySelector('[data-mine]'), block.querySelector('[data-theirs]')];
  mine.textContent = fill(mine.dataset.mine, inWords(differing.said), clock(differing.at));
  theirs.textContent = fill(theirs.dataset.theirs, inWords(differing.theirs.now), differing.theirs.by ?? '', clock(differing.theirs.at));
  block.dataset.key = differing.key;
}

function showBar(waiting) {
  const own = waiting.filter(one => one.author === me.author);
  const count = state => own.filter(one => one.state === state).length;
  const others = [...new Set(waiting.filter(one => one.author !== me.author).map(one => one.authorName))];
  const said = [
    count('differs') && fill(bar.dataset.differs, count('differs')),
    count('refused') && fill(bar.dataset.refused, count('refused')),
    ...own.filter(one => one.state === 'refused' && !one.enrolment).map(one => one.text),
    count('saved') && fill(bar.dataset.saved, count('saved')),
    count('saved') && own.some(one => one.kind === 'Close') && words?.closing,
    count('saved') && reach.signedOut && bar.dataset.signedOut,
    count('saved') && !reach.signedOut && (reach.unreachable || !navigator.onLine) && bar.dataset.offline,
    others.length && fill(bar.dataset.other, others.join(', ')),
  ].filter(Boolean);
  bar.hidden = false;
  bar.dataset.waiting = own.length;
  bar.className = `notice device notice-${count('differs') + count('refused') ? 'refused' : said.length ? 'wait' : 'done'}`;
  bar.querySelector('[data-words]').textContent = said.length ? said.join(' ') : bar.dataset.sent;
  const link = bar.querySelector('[data-sign-in-link]');
  link.hidden = !(count('saved') && reach.signedOut);
  link.href = `${bar.dataset.signIn}?returnUrl=${encodeURIComponent(location.pathname)}`;
}

const toldSent = new Set();
async function render() {
  const waiting = await entries();
  showBar(waiting);
  if (form) {
    const known = new Map((await knownPeople()).filter(one => one.register === form.dataset.register).map(one => [one.enrolment, one]));
    for (const person of people) {
      const id = person.dataset.enrolment;
      const last = waiting.filter(one => one.register === form.dataset.register && one.enrolment === id).at(-1);
      const recorded = known.get(id)?.now;
      person.dataset.recorded = recorded ? (recorded.absent ? 'absent' : 'present') : '';
      if (last) toldSent.add(id);
      const state = last?.state ?? (toldSent.has(id) ? 'sent' : null);
      show(person.querySelector('[data-state]'), state, last?.text ?? words[`state${state?.[0].toUpperCase()}${state?.slice(1)}`]);
      showDifference(person, state === 'differs' ? last : null);
      if (!last && known.has(id) && known.get(id).asOf >= Number(form.dataset.asOf)) person.querySelector('[data-known]').value = known.get(id).known;
    }
    const marked = people.filter(person => radio(person, 'present').checked || radio(person, 'absent').checked).length;
    form.querySelector('[data-marked-count]').textContent = fill(form.dataset.marked, marked, people.length);
  }
  showUnlisted(waiting);
}

function showUnlisted(waiting) {
  const list = document.getElementById('unlisted');
  for (const one of list ? waiting.filter(entry => entry.kind === 'Unlisted' && entry.register === document.getElementById('unlisted-form').dataset.register) : []) {
    if (list.querySelector(`[data-key="${one.key}"]`)) continue;
    const item = list.appendChild(document.createElement('li'));
    item.dataset.key = one.key;
    item.append(`${one.name} `, Object.assign(document.createElement('span'), { className: 'tag tag-wait', textContent: list.dataset.waiting }));
  }
  for (const item of list?.querySelectorAll('li') ?? []) {
    const tag = item.querySelector('.tag');
    if (tag.textContent === list.dataset.waiting && !waiting.some(one => one.key === item.dataset.key)) tag.textContent = words?.stateSent ?? '';
  }
}

let soon;
const flush = () => {
  clearTimeout(soon);
  soon = setTimeout(() => {
    if (!worker) return send();
    worker.active?.postMessage({ type: 'send' });
    worker.sync?.register('registers').catch(() => {});
  }, 250);
};

// Whom somebody has touched on this page: what was known before is no longer written over it.
const touched = new Set();
async function keepThese(persons) {
  persons.forEach(person => touched.add(person));
  await keepMarks(marks(persons), { ...me, register: form.dataset.register });
  flush();
}

function listenToForm() {
  const disordered = person => {
    const { arrived, left } = read(person);
    const field = person.querySelector('[data-left]');
    field.setAttribute('aria-invalid', String(Boolean(arrived && left && arrived >= left)));
    return field.getAttribute('aria-invalid') === 'true';
  };
  form.addEventListener('change', event => {
    const person = event.target.closest('[data-enrolment]');
    if (!person) return;
    if (event.target.type === 'time' && event.target.value) radio(person, 'present').checked = true;
    if (disordered(person) || !(radio(person, 'present').checked || radio(person, 'absent').checked)) return;
    keepThese([person]);
  });
  form.addEventListener('click', event => {
    const person = event.target.closest('[data-enrolment]');
    const button = event.target.closest('button[type=button]');
    if (!person || !button) return;
    if (button.dataset.nowFor) document.getElementById(button.dataset.nowFor).dispatchEvent(new Event('change', { bubbles: true }));
    if ('back' in button.dataset) comeBack(person);
    if (button.dataset.keep) choose(person, button.dataset.keep === 'mine');
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    event.stopPropagation();
    const button = event.submitter?.value;
    if (button === 'all-present') {
      const unmarked = people.filter(person => !radio(person, 'present').checked && !radio(person, 'absent').checked);
      unmarked.forEach(person => { radio(person, 'present').checked = true; });
      if (unmarked.length) await keepThese(unmarked);
    }
    if (button === 'close') await keep({ ...me, kind: 'Close', register: form.dataset.register });
    flush();
  });
}

// Whoever left and is back again was away in between.
function comeBack(person) {
  const left = person.querySelector('[data-left]');
  const [from, to] = stretches(person).find(([start, end]) => !start.value || !end.value) ?? stretches(person)[0];
  to.value = new Date().toLocaleTimeString('fr-BE', { timeZone: 'Europe/Brussels', hour: '2-digit', minute: '2-digit', hour12: false });
  if (!from.value) from.value = left.value;
  left.value = '';
  to.dispatchEvent(new Event('change', { bubbles: true }));
}

async function choose(person, mine) {
  const differing = await decide(person.querySelector('[data-difference]').dataset.key, mine);
  if (!mine) write(person, differing.theirs.now);
  flush();
}

async function restore() {
  await rememberPage(form.dataset.register, Number(form.dataset.asOf), asItCame);
  await offerAgain(form.dataset.register);
  for (const known of await knownPeople()) {
    const person = people.find(one => one.dataset.enrolment === known.enrolment);
    if (person && !touched.has(person) && known.register === form.dataset.register && known.asOf > Number(form.dataset.asOf)) {
      write(person, known.now);
      person.querySelector('[data-known]').value = known.known;
    }
  }
  for (const waiting of await entries())
    if (waiting.register === form.dataset.register && waiting.enrolment && !touched.has(people.find(one => one.dataset.enrolment === waiting.enrolment))) write(people.find(one => one.dataset.enrolment === waiting.enrolment), waiting.said);
}

// The form is there before the half-day begins, so that it is there without network; it shows once the half-day has begun.
function showWhenBegun() {
  const left = Number(form.dataset.begins) - Date.now();
  if (form.hidden && left > 0) setTimeout(showWhenBegun, Math.min(left, 60_000));
  else form.hidden = false;
  document.querySelectorAll('[data-not-begun]').forEach(notice => { notice.hidden = !form.hidden; });
}

async function register() {
  try {
    worker = await navigator.serviceWorker.register('/sw.js');
    worker = await navigator.serviceWorker.ready;
    const looksOf = performance.getEntriesByType('resource').map(one => one.name).filter(name => name.startsWith(`${location.origin}/dist/`) || name.endsWith('/favicon.svg'));
    const addresses = [location.pathname, ...[...document.querySelectorAll('a.card')].map(link => link.pathname).slice(0, 10)];
    worker.active.postMessage({ type: 'keep', author: me.author, looksOf, addresses });
  } catch {
    // A browser that may not keep pages still sends what is marked.
    worker = null;
  }
}

async function start() {
  if (form) {
    // Listening begins before anything is waited for: nothing that is tapped meanwhile may be lost.
    listenToForm();
    document.querySelectorAll('[data-back]').forEach(button => { button.hidden = false; });
    form.querySelector('[data-save]').hidden = true;
    showWhenBegun();
  }
  document.getElementById('unlisted-form')?.addEventListener('submit', async event => {
    event.preventDefault();
    event.stopPropagation();
    const name = event.target.elements.name;
    if (!name.value.trim()) return;
    await keep({ ...me, kind: 'Unlisted', register: event.target.dataset.register, name: name.value.trim() });
    name.value = '';
    flush();
  });

  if (form) await restore();

  const closing = async () => (await entries()).some(one => one.kind === 'Close' && one.register === form?.dataset.register);
  let wasClosing = form && await closing();
  listen(async news => {
    if (news.reached) Object.assign(reach, { signedOut: false, unreachable: false });
    if (news.signedOut || news.unreachable) Object.assign(reach, { signedOut: false, unreachable: false }, news);
    await render();
    const isClosing = form && await closing();
    if (wasClosing && !isClosing) location.reload();
    wasClosing = isClosing;
  });
  await render();
  await register();
  flush();
  addEventListener('online', flush);
  addEventListener('offline', render);
  document.addEventListener('visibilitychange', () => document.hidden || flush());
  setInterval(async () => (await entries()).some(one => one.state === 'saved') && flush(), 20_000);
}

if (bar && window.indexedDB && window.isSecureContext && navigator.serviceWorker && navigator.locks) start();
