// Lets the service worker keep this version for work without a network, and says how that stands: in `data-offline` of
// the page (`coming`, `ready`, `failed`, `none`) and in `data-update` (`ready` when a newer version waits). The words
// for it, and the buttons, are the app's. Nothing is replaced under a page in use: a newer version waits to be asked for.
const page = document.documentElement;

function tell(what, how) {
  page.dataset[what] = how;
  dispatchEvent(new Event("edgewise:offline"));
}

/** Loads the page anew, once; the app may say no when it holds what it could not save. */
let reloading = false;
function reload() {
  if (reloading) return;
  reloading = dispatchEvent(new Event("edgewise:reload", { cancelable: true }));
  if (reloading) location.reload();
  else tell("update", "ready");
}

async function keep(workers) {
  // The first worker takes over the page that is there already, and fits it; any later one does not.
  let controlled = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    if (controlled) reload();
    controlled = true;
  });
  if (!controlled) tell("offline", "coming");
  const registration = await workers.register("sw.js", { updateViaCache: "none" });
  const follow = (worker) => worker?.addEventListener("statechange", () => look(registration, worker));
  registration.addEventListener("updatefound", () => follow(registration.installing));
  follow(registration.installing);
  look(registration);
  addEventListener("edgewise:update", () => {
    if (registration.waiting) registration.waiting.postMessage("take-over");
    else location.reload();
  });
  // Without a network there is nothing newer to be had.
  const ask = () => registration.update().catch(() => {});
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && ask());
  ask();
}

/** Says how it stands after something has changed. */
function look(registration, worker) {
  if (registration.waiting && registration.active) tell("update", "ready");
  if (registration.active) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => tell("offline", event.data ? "ready" : "failed");
    registration.active.postMessage("complete?", [port2]);
  } else if (worker?.state === "redundant") {
    tell("offline", "failed");
  }
}

/** The way out of a kept version that does not start: it goes, and what was typed stays. */
async function forget(workers) {
  const registration = await workers.getRegistration();
  await registration?.unregister();
  const family = `edgewise ${new URL("./", location.href).pathname} `;
  const names = (await caches.keys()).filter((name) => name.startsWith(family));
  await Promise.all(names.map((name) => caches.delete(name)));
  tell("offline", "none");
}

async function start() {
  try {
    const workers = navigator.serviceWorker;
    if (!workers) return tell("offline", "none");
    await (new URLSearchParams(location.search).has("safe") ? forget(workers) : keep(workers));
  } catch {
    // Some browsers refuse in private windows, or where they are told to keep nothing.
    tell("offline", "none");
  }
}

// What the page itself needs comes first.
if (page.dataset.start) start();
else addEventListener("edgewise:started", start, { once: true });
