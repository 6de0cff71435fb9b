// Choosing schemes and rows of the comparison. The page is complete without this script; the
// choice lives in the address (`?s=raq,ces&r=where,how`), so that a view can be sent as a link.

/** @typedef {HTMLElement & {dataset: Record<"template" | "keepS" | "keepR", string>}} Status */
/** @typedef {HTMLElement & {dataset: Record<"done" | "failed", string>}} Copy */
/** @typedef {HTMLElement & {dataset: Record<"scheme" | "row", string>}} Shown */

const FEWEST = 2;
/** @type {[name: string, fewest: number][]} */
const CHOICES = [["s", FEWEST], ["r", 1]];
const form = /** @type {HTMLFormElement} */ (document.querySelector("#compare-tools"));
const status = /** @type {Status} */ (document.querySelector("#compare-status"));
/** @type {(name: string) => HTMLInputElement[]} */
const boxes = (name) => [
  .../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(`input[name="${name}"]`)),
];
/** @type {(name: string) => string[]} */
const checked = (name) => boxes(name).filter((box) => box.checked).map((box) => box.value);

let pending = 0;
/** The same words again are only heard when the status was empty before. @type {(text: string) => void} */
const say = (text) => {
  clearTimeout(pending);
  status.textContent = "";
  pending = setTimeout(() => {
    status.textContent = text;
  }, 100);
};

const read = () => {
  const asked = new URLSearchParams(location.search);
  for (const [name, fewest] of CHOICES) {
    const known = boxes(name).map((box) => box.value);
    const wanted = (asked.get(name) ?? "").split(",").filter((value) => known.includes(value));
    const enough = new Set(wanted).size >= fewest;
    for (const box of boxes(name)) box.checked = !enough || wanted.includes(box.value);
  }
};

/** @type {(selector: string) => Iterable<Shown>} */
const every = (selector) => document.querySelectorAll(selector);

const show = () => {
  const schemes = checked("s");
  const rows = checked("r");
  for (const element of every("[data-scheme]")) {
    element.hidden = !schemes.includes(element.dataset.scheme);
  }
  for (const element of every("[data-row]")) {
    element.hidden = !rows.includes(element.dataset.row);
  }
  // What must stay is marked for everyone, and stays reachable by keyboard.
  for (const [name, fewest] of CHOICES) {
    const last = checked(name).length <= fewest;
    for (const box of boxes(name)) box.setAttribute("aria-disabled", String(last && box.checked));
  }
  say(
    status.dataset.template
      .replace("{schemes}", String(schemes.length))
      .replace("{rows}", String(rows.length)),
  );
};

const write = () => {
  const address = new URL(location.href);
  for (const name of ["s", "r"]) {
    const all = checked(name).length === boxes(name).length;
    if (all) address.searchParams.delete(name);
    else address.searchParams.set(name, checked(name).join(","));
  }
  history.replaceState(null, "", address.href.replaceAll("%2C", ","));
};

form.addEventListener("change", (event) => {
  const box = /** @type {HTMLInputElement} */ (event.target);
  const fewest = box.name === "s" ? FEWEST : 1;
  if (checked(box.name).length < fewest) {
    box.checked = true;
    say(box.name === "s" ? status.dataset.keepS : status.dataset.keepR);
    return;
  }
  show();
  write();
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const box of form.querySelectorAll("input")) box.checked = true;
  show();
  write();
});
form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("popstate", () => {
  read();
  show();
});

const copy = /** @type {Copy} */ (document.querySelector("#copy-link"));
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    say(copy.dataset.done);
  } catch {
    say(copy.dataset.failed);
  }
});
document.querySelector("#print-view")?.addEventListener("click", () => print());

read();
show();
