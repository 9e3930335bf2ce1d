// Keeps the registers usable without network: their pages, what they look like, and what was marked until it is sent.
import { clientsClaim } from 'workbox-core';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies';
import { send } from './registers/send.js';
import { forget, ownedBy } from './registers/store.js';

const pages = 'register-pages';
const looks = 'register-looks';
const isRegister = url => /^\/(fr|nl|en)\/registers(\/[0-9a-f-]{36})?$/.test(url.pathname);

self.skipWaiting();
clientsClaim();

// Only a page that is really there is kept: never the way to the sign-in page.
const onlyWhatIsThere = { cacheWillUpdate: async ({ response }) => (response.status === 200 && !response.redirected ? response : null) };

registerRoute(
  ({ request, url }) => request.mode === 'navigate' && request.method === 'GET' && isRegister(url),
  new NetworkFirst({ cacheName: pages, networkTimeoutSeconds: 5, plugins: [onlyWhatIsThere] }));
registerRoute(({ url }) => url.origin === location.origin && (url.pathname.startsWith('/dist/') || url.pathname === '/favicon.svg'),
  new StaleWhileRevalidate({ cacheName: looks, plugins: [onlyWhatIsThere] }));
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && url.pathname.endsWith('/sign-out'),
  async ({ request }) => {
    await Promise.all([caches.delete(pages), forget()]);
    return fetch(request);
  }, 'POST');

// Without network and without that page, the list of registers is better than nothing.
setCatchHandler(async ({ request }) => {
  const language = new URL(request.url).pathname.slice(0, 3);
  return (request.mode === 'navigate' && await caches.match(`${language}/registers`, { cacheName: pages })) || Response.error();
});

async function keepPages({ author, addresses, looksOf }) {
  if (!(await ownedBy(author))) await caches.delete(pages);
  const [kept, style] = await Promise.all([caches.open(pages), caches.open(looks)]);
  for (const address of looksOf)
    if (!(await style.match(address))) await style.add(address).catch(() => {});
  for (const address of addresses) {
    const response = await fetch(address, { redirect: 'manual' }).catch(() => null);
    if (response?.status === 200) await kept.put(address, response);
  }
}

self.addEventListener('message', event => {
  if (event.data.type === 'send') event.waitUntil(send());
  if (event.data.type === 'keep') event.waitUntil(keepPages(event.data));
});
self.addEventListener('sync', event => event.waitUntil(send()));
