// What is drawn and what is said of it, joined: each item of the list with its links on the map.

import { contains, meets, rings } from "./ground.js";

/** @typedef {import("./ground.js").Point} Point */
/** @typedef {import("./ground.js").Box} Box */
/**
 * @typedef {object} Area
 * @property {HTMLElement} item of the list
 * @property {HTMLAnchorElement} text the item's link
 * @property {SVGAElement} link on the map
 * @property {SVGAElement[]} signs
 * @property {SVGGraphicsElement} shape
 * @property {string} record address of its page
 * @property {string} device empty for a place as such
 * @property {string} kind
 * @property {string[]} communes
 * @property {boolean} [chosen] whether the filters let it through
 * @property {(point: Point) => boolean} contains
 * @property {(box: Box) => boolean} meets
 * @property {() => Point} middle
 */
/**
 * @typedef {object} Areas
 * @property {Area[]} all
 * @property {(node: EventTarget | null) => Area | undefined} of what a node belongs to
 * @property {(choice: import("./address.js").Choice) => void} filter
 * @property {(box: Box) => number} list
 * @property {(point: Point) => Area[]} at
 * @property {(record: string) => Area | undefined} find
 */
/** @typedef {HTMLElement & {dataset: Record<"record" | "device" | "kind" | "communes", string>}} Item */

/** @type {(svg: SVGSVGElement, item: Item) => Area} */
const joined = (svg, item) => {
  const { record, device, kind, communes } = item.dataset;
  const name = `[data-device="${device}"]`;
  const link = /** @type {SVGAElement} */ (svg.querySelector(`a[data-record="${record}"]${name}`));
  const shape = /** @type {SVGGraphicsElement} */ (link.querySelector(".map-shape"));
  const isBand = link.classList.contains("map-area--band");
  const signs = [.../** @type {NodeListOf<SVGAElement>} */ (svg.querySelectorAll(`.map-signs a${name}`))].filter(
    (sign) => sign.getAttribute("href") === link.getAttribute("href"),
  );
  const spot = kind === "spot" && [Number(shape.getAttribute("cx")), Number(shape.getAttribute("cy"))];
  const ground = spot ? [] : rings(shape.getAttribute("d") ?? "");
  return {
    item,
    link,
    signs,
    shape,
    record,
    device,
    kind,
    text: /** @type {HTMLAnchorElement} */ (item.querySelector("a")),
    communes: communes ? communes.split(" ") : [],
    contains: (point) => !spot && contains(ground, point, isBand),
    meets: (box) =>
      spot
        ? spot[0] > box.west && spot[0] < box.east && spot[1] > box.north && spot[1] < box.south
        : meets(ground, box, isBand),
    middle: () => {
      const { x, y, width, height } = (signs[0] ?? shape).getBBox();
      return [x + width / 2, y + height / 2];
    },
  };
};

/** @type {(svg: SVGSVGElement, list: HTMLElement) => Areas} */
export const areas = (svg, list) => {
  const items = /** @type {NodeListOf<Item>} */ (list.querySelectorAll("li[data-record]"));
  const all = [...items].map((item) => joined(svg, item));
  /** @type {Map<Element, Area>} */
  const byNode = new Map();
  for (const area of all) {
    for (const node of [area.link, area.text, ...area.signs]) byNode.set(node, area);
  }
  /** @type {Areas["of"]} */
  const of = (node) => {
    const link = node instanceof Element && node.closest("a");
    return link ? byNode.get(link) : undefined;
  };

  /** The name of a record is heard once, yet its area shows when either of the two is pointed at. @type {(on: boolean) => (event: Event) => void} */
  const marked = (on) => (event) => {
    const area = of(event.target);
    area?.link.classList.toggle("map-area--marked", on);
    area?.item.classList.toggle("explore__item--marked", on);
  };
  for (const root of [svg, list]) {
    for (const name of ["pointerover", "focusin"]) root.addEventListener(name, marked(true));
    for (const name of ["pointerout", "focusout"]) root.addEventListener(name, marked(false));
  }

  /** @type {(area: Area, choice: import("./address.js").Choice) => boolean} */
  const isChosen = (area, { devices, levels, commune }) =>
    (!area.device || devices.includes(area.device)) &&
    levels.includes(area.kind) &&
    (!commune || !area.communes.length || area.communes.includes(commune));

  return {
    all,
    of,
    filter: (choice) => {
      for (const area of all) {
        area.chosen = isChosen(area, choice);
        for (const node of [area.link, ...area.signs]) node.toggleAttribute("hidden", !area.chosen);
      }
    },
    // The list says what the window shows.
    list: (box) => {
      const shown = all.filter((area) => {
        area.item.hidden = !area.chosen || !area.meets(box);
        return !area.item.hidden;
      });
      for (const group of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".explore__group"))) {
        group.hidden = !group.querySelector("li:not([hidden])");
      }
      return shown.length;
    },
    at: (point) => all.filter((area) => area.contains(point)),
    // A place as such rather than a scheme there.
    find: (record) => {
      const found = all.filter((area) => area.record === record);
      return found.find((area) => !area.device) ?? found[0];
    },
  };
};
