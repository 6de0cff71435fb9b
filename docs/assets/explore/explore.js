// The map at /map/ and /map/embed/: what is drawn and listed without scripts becomes explorable.

import { query, read, write } from "./address.js";
import { areas } from "./areas.js";
import { camera } from "./camera.js";
import { finder } from "./finder.js";
import { full } from "./full.js";
import { panel } from "./panel.js";
import { position } from "./position.js";

/** @typedef {import("./areas.js").Area} Area */
/** @typedef {import("./address.js").Choice} Choice */
/** @typedef {import("./ground.js").Point} Point */
/** @typedef {import("./panel.js").From} From */

const root = /** @type {HTMLElement} */ (document.querySelector("#explore"));
const stage = /** @type {HTMLElement} */ (root.querySelector("#map-stage"));
const svg = /** @type {SVGSVGElement} */ (stage.querySelector("svg"));
const index = /** @type {HTMLElement} */ (root.querySelector(".explore__index"));
const places = areas(svg, index);
/** The map in other sites has no filters and no count. @type {HTMLFormElement & {elements: {commune: HTMLSelectElement}} | null} */
const form = document.querySelector("#map-tools");
/** @type {HTMLElement & {dataset: {template: string}} | null} */
const status = root.querySelector("#map-status");
// Looked at where the form is.
const field = /** @type {import("./finder.js").Field} */ (document.querySelector("#map-find"));
const answer = /** @type {HTMLElement} */ (document.querySelector("#map-answer"));

/** @type {(name: "device" | "kind") => string[]} */
const different = (name) => [...new Set(places.all.map((area) => area[name]))].filter(Boolean);
const known = {
  devices: different("device"),
  levels: different("kind"),
  communes: places.all.filter(({ record }) => record.startsWith("communes/")).flatMap((one) => one.communes),
};
let choice = read(known);

/* What the map shows */

const bar = /** @type {HTMLElement} */ (stage.querySelector(".explore__bar"));
const metres = /** @type {HTMLElement} */ (stage.querySelector(".explore__metres"));
/** @type {(pixels: number) => void} */
const scaleBar = (pixels) => {
  const unit = Number(svg.dataset.metres) / pixels; // metres of one px
  const round = [5000, 2000, 1000, 500, 200, 100, 50].find((step) => step / unit < 110) ?? 50;
  bar.style.width = `${round / unit}px`;
  metres.textContent = round < 1000 ? `${round} m` : `${round / 1000} km`;
};

const view = camera(stage, svg, ({ box, pixels }) => {
  const shown = places.list(box);
  if (status) {
    const text = status.dataset.template.replace("{shown}", String(shown)).replace("{total}", String(places.all.length));
    if (status.textContent !== text) status.textContent = text;
  }
  scaleBar(pixels);
});

/* Who works here */

const over = /** @type {HTMLElement} */ (stage.querySelector("#map-panel"));
// What the card hides: the right of a wide map, the bottom of a narrow one.
const lying = () => {
  const { offsetWidth: wide, offsetHeight: high } = over;
  const isSide = wide < stage.clientWidth * 0.9;
  return isSide ? { right: wide, bottom: 0 } : { right: 0, bottom: high };
};
/** @type {(area?: Area) => void} */
const mark = (area) => {
  svg.querySelector(".map-area--open")?.classList.remove("map-area--open");
  area?.link.classList.add("map-area--open");
};

const card = panel(over, {
  elsewhere: stage.dataset.opensElsewhere === "yes",
  onOpen: () => view.cover(lying()),
  onClose: () => {
    mark();
    view.cover({ right: 0, bottom: 0 });
    change({ place: "" });
  },
});
/** @type {(found: Area[]) => Area | undefined} */
const communeAt = (found) => found.find(({ kind, device }) => kind === "commune" && !device);
/** @type {(found: Area[]) => Area[]} */
const names = (found) => found.filter(({ device }) => device);

/** A commune has everything within it; elsewhere, what contains the point, the area itself first. @type {(area: Area, point?: Point) => Area[]} */
const around = (area, point) => {
  if (area.kind === "commune" && !area.device) {
    const [id] = area.communes;
    const inside = places.all.filter(
      (one) => one.device && (!one.communes.length || one.communes.includes(id)),
    );
    return [...inside, area];
  }
  const here = places.at(point ?? area.middle());
  const others = names(here).filter((one) => one !== area);
  return [area, ...others, communeAt(here)].filter((one) => one !== undefined);
};
/** @type {(area: Area, from: From, point?: Point) => void} */
const open = (area, from, point) => {
  const place = area.text.textContent;
  card.open({ title: place, place: area, found: around(area, point) }, from);
  mark(area);
  change({ place: area.record });
};

/** @type {(point: Point, title: string, from: From) => boolean} */
const openAt = (point, title, from) => {
  const here = places.at(point);
  const commune = communeAt(here);
  if (!commune) return false;
  const name = commune.text.textContent;
  card.open({ title: title.replace("{name}", name), place: commune, found: [...names(here), commune] }, from);
  mark();
  view.show({ x: point[0], y: point[1], width: 0, height: 0 });
  change({ place: "" });
  return true;
};

for (const part of /** @type {GlobalEventHandlers[]} */ ([svg, index])) {
  part.addEventListener("click", (event) => {
    const area = places.of(event.target);
    if (!area || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const onMap = part === svg;
    // Signs are not reached by keyboard: the focus comes back to the area itself.
    const from = onMap ? area.link : area.text;
    // Enter has no place: then the middle of the area counts.
    const point = onMap && event.detail ? view.at(event) : undefined;
    open(area, from, point);
    if (onMap) view.reveal(point ?? area.middle());
    else view.show(area.shape.getBBox());
  });
}

/* Filters and the address */

const boxes = form ? [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[type=checkbox]"))] : [];
const show = () => {
  for (const box of boxes) {
    box.checked = (box.name === "device" ? choice.devices : choice.levels).includes(box.value);
  }
  if (form) form.elements.commune.value = choice.commune;
  places.filter(choice);
  share();
};

const share = () => {
  const filters = query({ ...choice, place: "" }, known);
  const ending = filters && `?${filters}`;
  /** @type {HTMLTextAreaElement | null} */
  const snippet = document.querySelector("#map-snippet");
  if (snippet) {
    const code = snippet.textContent.replace(/src="[^"]*"/, `src="${snippet.dataset.address}${ending.replaceAll("&", "&amp;")}"`);
    snippet.value = code;
    /** @type {HTMLElement} */ (document.querySelector("[data-action=copy]")).dataset.text = code;
  }
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("#map-embed, #map-whole");
  for (const link of links) link.search = ending;
  // The directory filters by one scheme at a time.
  const shared = new URLSearchParams();
  if (choice.devices.length === 1) shared.set("device", choice.devices[0]);
  if (choice.commune) shared.set("commune", choice.commune);
  /** @type {HTMLAnchorElement | null} */
  const directory = document.querySelector("#map-directory");
  if (directory) directory.search = String(shared);
};

/** One choice is one step back in the history. @type {(part: Partial<Choice>) => void} */
const change = (part) => {
  choice = { ...choice, ...part };
  if (stage.dataset.opensElsewhere !== "yes") write(choice, known);
};
const look = () => {
  const commune = choice.commune && places.find(`communes/${choice.commune}/`);
  if (commune) view.show(commune.shape.getBBox());
  else view.reset();
};

form?.addEventListener("change", (event) => {
  const { name: changed } = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
  if (!changed) return;
  /** @type {(name: string) => string[]} */
  const checked = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
  change({ devices: checked("device"), levels: checked("level"), commune: form.elements.commune.value });
  show();
  if (changed === "commune") look();
  else view.rest();
});
form?.addEventListener("reset", (event) => {
  event.preventDefault();
  field.value = "";
  answer.textContent = "";
  change({ devices: known.devices, levels: known.levels, commune: "" });
  show();
  view.reset();
});
form?.addEventListener("submit", (event) => event.preventDefault());

const restore = () => {
  choice = read(known);
  show();
  look();
  const area = choice.place && places.find(choice.place);
  if (area) {
    open(area, area.link);
    view.show(area.shape.getBBox());
  } else card.close();
};
addEventListener("popstate", restore);

/* Buttons, keys, search, position */

const screen = full(stage, /** @type {HTMLElement} */ (stage.querySelector("[data-do=full]")));
const actions = { ...view, full: screen.toggle };
stage.addEventListener("click", (event) => {
  const name = /** @type {Element} */ (event.target).closest("button")?.dataset.do;
  if (name && name !== "close") actions[/** @type {keyof import("./camera.js").Moves | "full"} */ (name)]();
});

/** @type {Record<string, () => void>} */
const keys = {
  "+": view.in,
  "=": view.in,
  "-": view.out,
  0: view.reset,
  ArrowUp: view.north,
  ArrowDown: view.south,
  ArrowLeft: view.west,
  ArrowRight: view.east,
};
stage.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    if (card.isOpen()) card.close();
    else if (screen.isFull()) screen.leave();
    return;
  }
  if (!(event.key in keys) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/** @type {Element} */ (event.target).closest(".explore__panel")) return;
  if (event.key.startsWith("Arrow") && !view.near()) return; // then they scroll the page
  event.preventDefault();
  keys[event.key]();
});
// Who walks over the areas by keyboard sees where they are.
svg.addEventListener("focusin", (event) => {
  const area = places.of(event.target);
  if (area && view.near() && /** @type {Element} */ (event.target).matches(":focus-visible") && !area.meets(view.box())) {
    view.show(area.shape.getBBox());
  }
});

if (form) {
  const list = /** @type {HTMLElement} */ (form.querySelector("#map-found"));
  finder(field, list, answer, (place) => {
    const area = place.record && places.find(place.record);
    if (area) {
      open(area, field);
      view.show(area.shape.getBBox());
    } else openAt(place.at, `${place.name} ({name})`, field);
    stage.scrollIntoView({ block: "nearest" });
  });
  const button = /** @type {import("./position.js").Button} */ (form.querySelector("[data-do=position]"));
  position(button, svg, answer, (point, from) => openAt(point, button.dataset.title, from));
}

/* Begin; on paper the drawing is whole again */

const filters = form?.querySelector("details");
/** @type {(choice: Choice) => boolean} */
const isWhole = ({ levels, commune }) => levels.length === known.levels.length && !commune;
if (filters) filters.open = !isWhole(choice);

/** @type {(on: boolean) => void} */
const live = (on) => {
  root.classList.toggle("explore--live", on);
  view.sleep(!on);
};
const paper = matchMedia("print");
paper.addEventListener("change", () => live(!paper.matches));
live(!paper.matches);
restore();
