// Tells the story's server what went wrong on the page, from its first moment. It waits for each answer, so that the
// story, when it asks, knows all.
(() => {
  const tell = (kind, what) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/__recorded", false);
    try { request.send(`${kind}: ${what}`); } catch { /* the server was stopped on purpose */ }
  };
  const text = (value) => (value instanceof Error ? `${value.name}: ${value.message}\n${value.stack}` : String(value));
  const error = console.error.bind(console);
  console.error = (...values) => { tell("console.error", values.map(text).join(" ")); error(...values); };
  addEventListener("error", (event) => {
    if (event.target !== window) tell("not loaded", event.target.src ?? event.target.href ?? event.target.tagName);
    else tell("error", event.error ? text(event.error) : event.message);
  }, true);
  addEventListener("unhandledrejection", (event) => tell("rejected", text(event.reason)));
  addEventListener("securitypolicyviolation", (event) => tell("policy", `${event.violatedDirective} ${event.blockedURI}`));
})();
