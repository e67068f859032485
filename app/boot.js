// Starts the app from the links that the build put into the page, and holds the WebAssembly to the digest beside its
// name: what was changed on the way does not run.
const page = document.documentElement;
const before = document.getElementById("before");

/** Says in words why the app did not start; `reason` names one of the messages in the page. */
function trouble(reason) {
  page.dataset.start = "failed";
  dispatchEvent(new Event("edgewise:started"));
  before.style.visibility = "visible";
  for (const message of before.querySelectorAll("[data-reason]")) {
    message.hidden = message.dataset.reason !== reason;
  }
  document.getElementById("trouble").hidden = false;
}

// Whoever comes for another page should not see the start page flash by first.
if (!["", "#", "#/"].includes(location.hash)) before.style.visibility = "hidden";

if (typeof WebAssembly !== "object") {
  trouble("browser");
} else {
  try {
    const wasm = document.querySelector('link[rel="preload"][type="application/wasm"]');
    const { default: init } = await import(wasm.href.replace(/_bg\.wasm$/, ".js"));
    const bytes = fetch(wasm.href, { integrity: wasm.integrity, credentials: "same-origin" });
    await init({ module_or_path: bytes });
    page.dataset.start = "ready";
    dispatchEvent(new Event("edgewise:started"));
  } catch (fault) {
    // A fault after the start has its own page, which the app draws itself.
    if (document.contains(before)) trouble(fault instanceof WebAssembly.CompileError ? "browser" : "load");
    console.error(fault);
  }
}
