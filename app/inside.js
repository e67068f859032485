// Only in the one-file form of the page (xtask/src/single.rs), before every other script: whatever the page would fetch
// stands in the file itself, compressed, in an element that says its name. Nothing else can be had, and no network is
// asked for it. Damage is noticed by the checksum that gzip keeps.
globalThis.fetch = async (wanted) => {
  const name = new URL(wanted.url ?? wanted, document.baseURI).pathname.split("/").pop();
  const held = document.querySelector(`script[data-file="${CSS.escape(name)}"]`);
  if (!held) throw new TypeError(`${name} is not in this file`);
  // The start says in words what that means: a browser older than those that will do.
  if (typeof DecompressionStream !== "function") throw new WebAssembly.CompileError("no DecompressionStream");
  const bytes = Uint8Array.from(atob(held.textContent), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain, { headers: { "Content-Type": held.type } });
};
