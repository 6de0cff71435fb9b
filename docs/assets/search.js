// Search as you type over Pagefind's index of this page's language, grouped by kind.

/** @typedef {{url: string, excerpt: string, meta: {title: string, names?: string}, filters: {kind?: string[]}}} Page */
/** @typedef {{search: (query: string) => Promise<{results: {data: () => Promise<Page>}[]}>}} Index */
/** @typedef {HTMLElement & {dataset: Record<"none" | "one" | "many" | "first" | "failed", string>}} Status */

const PAUSE = 150; // milliseconds after the last letter
const MOST = 60; // results shown
const form = /** @type {HTMLFormElement} */ (document.querySelector("#finder"));
const field = /** @type {HTMLInputElement} */ (document.querySelector("#query"));
const status = /** @type {Status} */ (document.querySelector("#search-status"));
const browse = /** @type {HTMLElement} */ (document.querySelector("#browse"));
const list = /** @type {HTMLElement} */ (document.querySelector("#results"));
const groups = [...list.querySelectorAll("section")];

/** @type {Promise<Index> | undefined} */
let index;
let failures = 0;
const load = () => {
  const address = new URL(`${form.dataset.bundle}pagefind.js`, document.baseURI);
  // Browsers remember a module that did not load: the next attempt has an address of its own.
  if (failures) address.searchParams.set("attempt", String(failures));
  index ??= import(address.href)
    .then(async (pagefind) => {
      // Long pages are not worth less here: a scheme's page is the longest about it.
      await pagefind.options({ ranking: { pageLength: 0.1 } });
      return pagefind;
    })
    .catch((error) => {
      index = undefined;
      failures += 1;
      throw error;
    });
  return index;
};

/** @type {(template: string, values: Record<string, string | number>) => string} */
const said = (template, values) =>
  template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** @type {(text: string) => string} */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** Who types a name means the thing that bears it, before the pages that mention it. @type {(query: string) => (page: Page) => boolean} */
const bears = (query) => (page) =>
  (page.meta.names ?? "").split("|").some((name) => plain(name) === plain(query));

/** @type {(result: Page) => HTMLLIElement} */
const item = (result) => {
  const li = document.createElement("li");
  const link = document.createElement("a");
  link.href = result.url;
  link.textContent = result.meta.title;
  const excerpt = document.createElement("p");
  excerpt.className = "soft";
  excerpt.append(...marked(result.excerpt));
  li.append(link, excerpt);
  return li;
};

/** Pagefind marks the words it found; only that mark is taken over, everything else is text. @type {(html: string) => Node[]} */
const marked = (html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return document.createTextNode(node.textContent ?? "");
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
};

const clear = () => {
  for (const group of groups) group.hidden = true;
  browse.hidden = false;
  status.textContent = "";
};

/** @type {(group: HTMLElement) => (result: Page) => boolean} */
const of = (group) => (result) => (result.filters.kind ?? ["page"]).includes(group.dataset.kind ?? "");

/** @type {(query: string, results: Page[], count: number) => void} */
const show = (query, results, count) => {
  for (const group of groups) {
    const found = results.filter(of(group));
    group.querySelector("ol")?.replaceChildren(...found.map(item));
    group.hidden = found.length === 0;
  }
  // The kind of the best result comes first.
  /** @type {(group: HTMLElement) => number} */
  const best = (group) => (results.findIndex(of(group)) + 1 || Infinity);
  list.append(...[...groups].sort((a, b) => best(a) - best(b)));
  browse.hidden = results.length > 0;
  const { none, one, many, first } = status.dataset;
  const template = count > results.length ? first : ([none, one][count] ?? many);
  status.textContent = said(template, { shown: results.length, count, query });
};

let latest = 0;
const search = async () => {
  const query = field.value.trim();
  const turn = ++latest;
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  if (!query) return clear();
  try {
    const pagefind = await load();
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    const named = pages.filter(bears(query));
    const others = pages.filter((page) => !named.includes(page));
    if (turn === latest) show(query, [...named, ...others], results.length);
  } catch (error) {
    console.error(error);
    clear();
    status.textContent = status.dataset.failed;
  }
};

let timer = 0;
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search();
});

field.value = new URLSearchParams(location.search).get("q") ?? "";
if (field.value) search();
