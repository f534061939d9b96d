// The service worker (FILES, BASE and VERSION are written in front of it by the build): the app opens without a network.
// It keeps the app's own files and nothing else; what a person records is kept by the page, in IndexedDB.
const CACHE = `app-${BASE}-${VERSION}`;

self.addEventListener("install", (event) => {
  const take = async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((name) => new Request(BASE + name, { cache: "reload" })));
    await self.skipWaiting();
  };
  event.waitUntil(take());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(`app-${BASE}-`) && name !== CACHE);
    // The one before stays: a page that is open may still ask for its parts.
    for (const name of old.slice(0, -1)) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.status < 500) return answer;
  } catch {
    // no network: below
  }
  return (await caches.match(BASE, { cacheName: CACHE })) ?? Response.error();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin || !address.pathname.startsWith(BASE)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (!address.pathname.endsWith("/sw.js")) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});
