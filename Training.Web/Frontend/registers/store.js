// What a trainer's device keeps: entries that have not been sent yet, and what the registers were last known to say.
import { openDB } from 'idb';

const opened = openDB('registers', 1, {
  upgrade(db) {
    db.createObjectStore('entries', { keyPath: 'key' }).createIndex('register', 'register');
    db.createObjectStore('people', { keyPath: ['register', 'enrolment'] });
    db.createObjectStore('owner');
  },
});

const changed = new BroadcastChannel('registers');
export const announce = news => changed.postMessage(news ?? {});
export const listen = heard => {
  new BroadcastChannel('registers').addEventListener('message', event => heard(event.data));
};

// Written through to the disk, so that a browser that is killed loses nothing.
const writing = async (...stores) => (await opened).transaction(stores, 'readwrite', { durability: 'strict' });

const byOrder = (a, b) => a.order - b.order;

let counted = 0;
const entry = facts => ({ ...facts, key: crypto.randomUUID(), order: Date.now() + (counted++ % 1000) / 1000, at: new Date().toISOString(), state: 'saved', tried: false });

/** Everything that waits on this device, in the order in which it was said. */
export const entries = async () => (await (await opened).getAll('entries')).sort(byOrder);

export const knownPeople = async () => (await opened).getAll('people');

/**
 * Keeps what is said of some people. What was said before of the same person and never left the device is replaced; once it may have left, the new
 * words follow it and wait for its answer.
 */
export async function keepMarks(marks, facts) {
  const transaction = await writing('entries', 'people');
  const [kept, people] = [transaction.objectStore('entries'), transaction.objectStore('people')];
  const waiting = (await kept.index('register').getAll(facts.register)).sort(byOrder);
  for (const { enrolment, said, known, asOf } of marks) {
    const before = waiting.filter(one => one.enrolment === enrolment).at(-1);
    const last = await people.get([facts.register, enrolment]);
    const again = { ...before, said, at: new Date().toISOString() };
    if (before?.state === 'differs' || (before?.state === 'saved' && !before.tried)) kept.put(again);
    else if (before?.state === 'refused') kept.put({ ...again, state: 'saved', text: undefined });
    else kept.put(entry({ ...facts, kind: 'Mark', enrolment, said, known: before ? null : last && last.asOf >= asOf ? last.known : known }));
  }
  await transaction.done;
  announce();
}

export async function keep(facts) {
  const transaction = await writing('entries');
  for (const one of await transaction.store.index('register').getAll(facts.register))
    if (facts.kind === 'Close' && one.kind === 'Close') transaction.store.delete(one.key);
  transaction.store.put(entry(facts));
  await transaction.done;
  announce();
}

/** What a page that came from the server says, unless something newer is known. */
export async function rememberPage(register, asOf, people) {
  const transaction = await writing('people');
  for (const { enrolment, known, now } of people) {
    const last = await transaction.store.get([register, enrolment]);
    if (!last || last.asOf <= asOf) transaction.store.put({ register, enrolment, known, now, asOf });
  }
  await transaction.done;
}

/** Marks entries as about to leave, and gives them as they are now: whatever was said since they were looked at goes with them. */
export async function markTried(going) {
  const transaction = await writing('entries');
  const leaving = [];
  for (const { key } of going) {
    const one = await transaction.store.get(key);
    if (one) leaving.push({ ...one, tried: true });
  }
  leaving.forEach(one => transaction.store.put(one));
  await transaction.done;
  return leaving;
}

/** What the server made of entries. An answer that is a difference stays until a person decides. */
export async function settle(answers) {
  const transaction = await writing('entries', 'people');
  const [kept, people] = [transaction.objectStore('entries'), transaction.objectStore('people')];
  for (const answer of answers) {
    const sent = await kept.get(answer.key);
    if (!sent) continue;
    const later = sent.enrolment
      ? (await kept.index('register').getAll(sent.register)).filter(one => one.enrolment === sent.enrolment && one.key !== sent.key).sort(byOrder)
      : [];
    if (answer.answer === 'sent') {
      await kept.delete(answer.key);
      if (sent.enrolment) {
        await people.put({ register: sent.register, enrolment: sent.enrolment, known: answer.known, now: answer.now, asOf: answer.asOf });
        if (later.length) await kept.put({ ...later[0], known: answer.known });
      }
    } else {
      for (const one of later) await kept.delete(one.key);
      await kept.put({
        ...sent, said: later.at(-1)?.said ?? sent.said, state: answer.answer, text: answer.text,
        theirs: answer.answer === 'differs' ? { known: answer.known, now: answer.now, by: answer.by, at: answer.at, asOf: answer.asOf } : undefined,
      });
    }
  }
  await transaction.done;
  announce();
}

/** The trainer decides on a difference: their own words go once more, knowing what they replace; or the other's stay. */
export async function decide(key, mine) {
  const transaction = await writing('entries', 'people');
  const kept = transaction.objectStore('entries');
  const differing = await kept.get(key);
  await kept.delete(key);
  if (mine) await kept.put(entry({ ...differing, known: differing.theirs.known, theirs: undefined }));
  else await transaction.objectStore('people').put({ register: differing.register, enrolment: differing.enrolment, ...differing.theirs });
  await transaction.done;
  announce();
  return differing;
}

/** What was refused is offered once more, for the register may have been opened again. A closing is asked for anew. */
export async function offerAgain(register) {
  const transaction = await writing('entries');
  for (const one of await transaction.store.index('register').getAll(register))
    if (one.state === 'refused' && one.kind === 'Close') transaction.store.delete(one.key);
    else if (one.state === 'refused') transaction.store.put({ ...one, state: 'saved', text: undefined });
  await transaction.done;
}

/** Pages and names belong to whoever signed in last; what somebody else has still to send stays. */
export async function ownedBy(author) {
  const db = await opened;
  const before = await db.get('owner', 'author');
  await db.put('owner', author, 'author');
  if (before === author) return true;
  await forget();
  return before === undefined;
}

export const forget = async () => (await opened).clear('people');
