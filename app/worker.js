// The service worker: keeps one version of the whole page in the browser, and answers with that version and no other.
// The build writes it to `sw.js`, with the version and the digest of every file in the two places below
// (xtask/src/offline.rs).
const VERSION = "{version}";
/** Every file of this version: its path from the folder of this worker, and what its bytes must digest to. */
const FILES = new Map({files});

// Caches are shared by all pages of an origin, and a project page is often one of many there.
const SCOPE = new URL(registration.scope);
const FAMILY = `edgewise ${SCOPE.pathname} `;
const NAME = FAMILY + VERSION;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(begin()));

/** Brings every file that is not here yet. Fails when one does not come: then this version is not taken into use. */
async function fill() {
  await bring(await missing());
  if ((await missing()).length === 0) return;
  // Seen in WebKitGTK 2.50: what an attempt brought that failed in the end is gone, and is not kept when it is put there
  // again. It is kept in a cache that was made anew.
  await caches.delete(NAME);
  await bring(await missing());
  const lost = await missing();
  if (lost.length > 0) throw new Error(`not kept: ${lost}`);
}

/** What an interrupted attempt brought need not come a second time. */
async function missing() {
  const here = new Set((await (await caches.open(NAME)).keys()).map((request) => request.url));
  return [...FILES.keys()].filter((path) => !here.has(address(path)));
}

async function bring(paths) {
  const cache = await caches.open(NAME);
  await Promise.all(paths.map(async (path) => {
    const [url, digest] = [address(path), FILES.get(path)];
    await cache.put(url, (await kept(url, digest)) ?? (await fetched(url, digest)));
  }));
}

const address = (path) => new URL(path, SCOPE).href;

/** The very same bytes, from a version that is here already. */
async function kept(url, digest) {
  for (const name of await ours()) {
    const found = await (await caches.open(name)).match(url);
    if (found && (await digestOf(await found.clone().arrayBuffer())) === digest) return found;
  }
}

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== NAME);

async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** The file from the network; past the browser's own cache when that holds another version of it. */
async function fetched(url, integrity) {
  const options = { integrity, credentials: "same-origin" };
  const answer = await fetch(url, options).catch(() => fetch(url, { ...options, cache: "reload" }));
  if (!answer.ok || answer.redirected) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/** From here on, this version answers: the others go. */
async function begin() {
  const others = await ours();
  await Promise.all(others.map((name) => caches.delete(name)));
  // The first version answers the page that is open already. A later one waits for that page to be loaded anew, since
  // it would give it files that do not fit.
  if (others.length === 0) await clients.claim();
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const inside = url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname);
  // `?safe` goes past this worker, in case the version that it keeps does not start.
  if (request.method !== "GET" || !inside || url.searchParams.has("safe")) return;
  const path = url.pathname.slice(SCOPE.pathname.length);
  const hash = path.search(/%(25)*23/i);
  if (request.mode === "navigate" && hash >= 0) {
    // A mail scanner wrote `#` as `%23`.
    event.respondWith(Response.redirect(`${SCOPE.href}#${path.slice(hash).replace(/^%(25)*23/i, "")}`));
    return;
  }
  const name = path === "index.html" ? "" : path;
  if (FILES.has(name)) event.respondWith(answer(name, request));
});

async function answer(name, request) {
  return (await caches.match(address(name), { cacheName: NAME })) ?? fetch(request);
}

addEventListener("message", (event) => {
  if (event.data === "take-over") skipWaiting();
  if (event.data === "complete?") {
    // A browser short of room may have dropped files; they are brought again.
    const done = fill().then(() => true, () => false);
    event.waitUntil(done.then((complete) => event.ports[0].postMessage(complete)));
  }
});
