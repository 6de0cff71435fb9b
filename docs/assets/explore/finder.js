// A field that finds communes, postcodes and quartiers: a combobox with a list, as the ARIA
// Authoring Practices describe it. The names are loaded when the field is first used.

/** @typedef {{name: string, what: string, words: string, at: import("./ground.js").Point, record?: string}} Place */
/** @typedef {Place & {key: string}} Known with all its names as they are compared */
/** @typedef {HTMLInputElement & {dataset: Record<"places" | "failed" | "none" | "count", string>}} Field */

const MOST = 8; // proposals

/** @type {(text: string) => string} */
const plain = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

/** Places whose name begins with what was typed come before those where a word does. @type {(places: Known[], typed: string) => Known[]} */
const ranked = (places, typed) => {
  const wanted = plain(typed);
  if (!wanted) return [];
  /** @type {(place: Known) => number} */
  const rank = ({ key }) => (key.startsWith(wanted) ? 0 : key.includes(` ${wanted}`) ? 1 : 2);
  return places.filter((place) => rank(place) < 2).sort((one, two) => rank(one) - rank(two));
};

/** @type {(field: Field, list: HTMLElement, answer: HTMLElement, onFound: (place: Place) => void) => void} */
export const finder = (field, list, answer, onFound) => {
  const heard = /** @type {HTMLElement} */ (document.querySelector("#map-found-count"));
  /** @type {Promise<Known[]> | null} */
  let places = null;
  /** @type {Known[]} */
  let proposed = [];
  let active = -1;

  const load = async () => {
    places ??= fetch(field.dataset.places)
      .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
      .then((/** @type {Place[]} */ found) => found.map((place) => ({ ...place, key: plain(`${place.name} ${place.words}`) })));
    try {
      return await places;
    } catch {
      places = null;
      answer.textContent = field.dataset.failed;
      return [];
    }
  };

  const fold = () => {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  /** @type {(index: number) => void} */
  const point = (index) => {
    active = (index + proposed.length) % proposed.length;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(at === active));
    }
    const option = list.children[active];
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  /** @type {(index: number) => void} */
  const take = (index) => {
    const place = proposed[index];
    field.value = place.name;
    answer.textContent = "";
    fold();
    onFound(place);
  };
  /** @type {(place: Place, index: number) => HTMLLIElement} */
  const option = (place, index) => {
    const line = document.createElement("li");
    line.id = `map-found-${index}`;
    line.role = "option";
    line.ariaSelected = "false";
    line.textContent = place.name;
    const more = document.createElement("span");
    more.className = "soft";
    more.textContent = ` ${[place.what, ...(place.words.match(/\d{4}/g) ?? [])].join(", ")}`;
    line.append(more);
    return line;
  };
  const propose = async () => {
    const found = ranked(await load(), field.value);
    proposed = found.slice(0, MOST);
    list.replaceChildren(...proposed.map(option));
    fold();
    const isAsked = places && field.value.trim();
    answer.textContent = isAsked && !found.length ? field.dataset.none : "";
    heard.textContent = found.length ? field.dataset.count.replace("{count}", String(found.length)) : "";
    list.hidden = !proposed.length;
    field.setAttribute("aria-expanded", String(proposed.length > 0));
  };

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => point(active + 1),
    ArrowUp: () => point(active < 0 ? -1 : active - 1),
    Enter: () => take(Math.max(active, 0)),
  };
  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", propose);
  field.addEventListener("keydown", async (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      fold();
    }
    if (!(event.key in keys)) return;
    event.preventDefault();
    if (list.hidden) await propose();
    if (proposed.length) keys[event.key]();
  });
  field.addEventListener("blur", () => fold());
  // Pressing an option must not take the focus away first.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const line = /** @type {Element} */ (event.target).closest("li");
    if (line) take([...list.children].indexOf(line));
  });
};
