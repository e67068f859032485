// arguments: a role, a name, and the element to look in (or null). Returns the visible elements that may have both:
// too many rather than too few, since the browser is asked about each of them afterwards.
const [role, name, scope] = arguments;
const selectors = {
  button: "button, summary, input[type=button], input[type=submit], input[type=reset]",
  link: "a[href], area[href]",
  textbox: "input:not([type]), input[type=text], input[type=email], input[type=url], input[type=search], textarea",
  searchbox: "input[type=search]",
  spinbutton: "input[type=number]",
  slider: "input[type=range]",
  checkbox: "input[type=checkbox]",
  switch: "input[type=checkbox]",
  radio: "input[type=radio]",
  combobox: "select, input[list]",
  option: "option",
  heading: "h1, h2, h3, h4, h5, h6",
  status: "output",
  region: "section",
  navigation: "nav",
  main: "main",
  form: "form",
  article: "article",
  banner: "header",
  contentinfo: "footer",
  complementary: "aside",
  table: "table",
  row: "tr",
  rowheader: "th",
  columnheader: "th",
  cell: "td",
  list: "ul, ol",
  listitem: "li",
  group: "fieldset, details, optgroup",
  dialog: "dialog",
  img: "img, svg",
  progressbar: "progress",
  meter: "meter",
};
const squeeze = (text) => (text ?? "").replace(/\s+/g, "").toLowerCase();
const byId = (ids) => (ids ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
const words = (element) => squeeze([
  element.textContent, element.getAttribute("aria-label"), byId(element.getAttribute("aria-labelledby")),
  ...[...(element.labels ?? [])].map((label) => label.textContent),
  element.title, element.placeholder, element.value, element.alt, element.closest("label")?.textContent,
  element.querySelector?.(":scope > legend, :scope > caption, :scope > summary, :scope > title")?.textContent,
  ...[...element.querySelectorAll("[alt], [aria-label], [title]")].map((part) => part.alt ?? part.ariaLabel ?? part.title),
].join(" "));
const shown = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0;
const proposed = (scope ?? document).querySelectorAll([selectors[role], `[role~="${role}"]`].filter(Boolean).join(", "));
const pieces = name.split(/\s+/).map(squeeze);
return [...proposed].filter((element) => {
  const text = words(element);
  return pieces.every((piece) => text.includes(piece)) && (shown(element) || role === "option");
});
