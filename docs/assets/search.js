// Search as you type over Pagefind's index of this page's language, grouped by kind.

const PAUSE = 150; // milliseconds after the last letter
const MOST = 60; // results shown
const form = document.querySelector("#finder");
const field = document.querySelector("#query");
const status = document.querySelector("#search-status");
const browse = document.querySelector("#browse");
const groups = [...document.querySelectorAll("#results section")];

let index;
const load = async () => {
  index ??= import(new URL(`${form.dataset.bundle}pagefind.js`, document.baseURI));
  return index;
};

const said = (template, values) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), template);

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

// Pagefind marks the words it found; only that mark is taken over, everything else is text.
const marked = (html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return document.createTextNode(node.textContent);
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

const show = (query, results) => {
  for (const group of groups) {
    const kind = group.dataset.kind;
    const found = results.filter((result) => (result.filters.kind ?? ["page"]).includes(kind));
    group.querySelector("ol").replaceChildren(...found.map(item));
    group.hidden = found.length === 0;
  }
  browse.hidden = results.length > 0;
  const { none, one, many } = status.dataset;
  const template = [none, one][results.length] ?? many;
  status.textContent = said(template, { count: results.length, query });
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
    if (turn === latest) show(query, pages);
  } catch (error) {
    console.error(error);
    clear();
    status.textContent = status.dataset.failed;
  }
};

let timer;
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
