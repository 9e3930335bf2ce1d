// Sends what the device keeps. One sender at a time, in whatever tab or worker it runs.
import { announce, entries, markTried, settle } from './store.js';

const most = 200;

/** As much as may go now: of each person the oldest words only, and a closing once nothing else of its register waits. */
function sendable(waiting, author) {
  const people = new Set();
  return waiting.filter(one => {
    if (one.kind === 'Close') return one.state === 'saved' && one.author === author && !waiting.some(other => other.register === one.register && other.kind !== 'Close');
    const who = `${one.register} ${one.enrolment ?? one.key}`;
    if (people.has(who)) return false;
    people.add(who);
    return one.state === 'saved' && one.author === author && one.known !== null;
  }).slice(0, most);
}

async function round() {
  const waiting = await entries();
  if (!waiting.some(one => one.state === 'saved')) return false;

  const address = `/${waiting.at(-1).lang}/registers/device`;
  const asked = await fetch(address, { redirect: 'manual', cache: 'no-store' });
  if (!asked.ok) {
    announce({ signedOut: true });
    return false;
  }

  const me = await asked.json();
  const ready = sendable(waiting, me.author);
  if (ready.length === 0) {
    announce({ reached: true });
    return false;
  }

  const going = await markTried(ready);
  const answered = await fetch(address, {
    method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'application/json', RequestVerificationToken: me.token },
    body: JSON.stringify({ author: me.author, entries: going.map(({ key, kind, register, enrolment, said, known, name, at }) => ({ key, kind, register, enrolment, said, known, name, at })) }),
  });
  if (!answered.ok) {
    announce({ signedOut: true });
    return false;
  }

  await settle(await answered.json());
  announce({ reached: true });
  return true;
}

export const send = () => navigator.locks.request('registers-send', async () => {
  try {
    while (await round());
  } catch {
    // No network, or none that reaches the school: everything stays where it is.
    announce({ unreachable: true });
  }
});
