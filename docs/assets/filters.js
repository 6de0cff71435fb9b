// Filtering the organisations. The list is whole without this script; the choice lives in the
// address (`?role=host&commune=anderlecht`), so that a filtered list can be sent as a link.

/** @typedef {HTMLElement & {dataset: Record<string, string>}} Item its values for each filter, by its name */

const form = /** @type {HTMLFormElement} */ (document.querySelector("#filters"));
const status = /** @type {HTMLElement & {dataset: {template: string}}} */ (document.querySelector("#filter-status"));
const selects = [...form.querySelectorAll("select")];
const items = [.../** @type {NodeListOf<Item>} */ (document.querySelectorAll(".index li"))];

/** @type {(item: Item) => boolean} */
const matches = (item) =>
  selects.every(({ name, value }) => !value || item.dataset[name].split(" ").includes(value));

// The map understands two of the filters by the same names.
const onMap = /** @type {HTMLAnchorElement} */ (document.querySelector("#filter-map"));
const pass = () => {
  const shared = new URLSearchParams(
    selects.filter(({ name, value }) => value && ["device", "commune"].includes(name))
      .map(({ name, value }) => [name, value]),
  );
  onMap.search = String(shared);
};

const show = () => {
  for (const item of items) item.hidden = !matches(item);
  for (const letter of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".letter"))) {
    letter.hidden = !letter.querySelector("li:not([hidden])");
    const jump = document.querySelector(`.letters a[href="#${letter.id}"]`)?.parentElement;
    if (jump) jump.hidden = letter.hidden;
  }
  status.textContent = status.dataset.template
    .replace("{shown}", String(items.filter((item) => !item.hidden).length))
    .replace("{total}", String(items.length));
  pass();
};

const read = () => {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const wanted = asked.get(select.name) ?? "";
    select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : "";
  }
};

const write = () => {
  const address = new URL(location.href);
  for (const { name, value } of selects) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
};

form.addEventListener("change", () => {
  show();
  write();
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const select of selects) select.value = "";
  show();
  write();
});
form.addEventListener("submit", (event) => event.preventDefault());

read();
show();
