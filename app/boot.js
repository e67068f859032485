// Starts the app from the links that the build put into the page, and holds the WebAssembly to the digest beside its
// name: what was changed on the way does not run.
const page = document.documentElement;
try {
  const wasm = document.querySelector('link[rel="preload"][type="application/wasm"]');
  const { default: init } = await import(wasm.href.replace(/_bg\.wasm$/, ".js"));
  const bytes = fetch(wasm.href, { integrity: wasm.integrity, credentials: "same-origin" });
  await init({ module_or_path: bytes });
  page.dataset.start = "ready";
} catch (fault) {
  // index.html says in words what to do; the console has the cause.
  page.dataset.start = "failed";
  console.error(fault);
}
