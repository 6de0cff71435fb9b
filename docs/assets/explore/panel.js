// “Who works here”: made of the very items of the list beside the map.

/** @typedef {import("./areas.js").Area} Area */
/** @typedef {{title: string, place: Area, found: Area[]}} What */
/** @typedef {HTMLElement | SVGElement} From where the focus comes back to */
/** @typedef {HTMLAnchorElement & {dataset: {template: string}}} Page link to the page of a place */

/** @type {(panel: HTMLElement) => {title: HTMLElement, page: Page, found: HTMLElement, none: HTMLElement}} */
const elements = (panel) => ({
  title: /** @type {HTMLElement} */ (panel.querySelector("h2")),
  page: /** @type {Page} */ (panel.querySelector(".explore__page a")),
  found: /** @type {HTMLElement} */ (panel.querySelector(".explore__found")),
  none: /** @type {HTMLElement} */ (panel.querySelector(".explore__none")),
});

/** The scheme stands beside it already. @type {(link: Element, scheme: Element) => void} */
const unprefixed = (link, scheme) => {
  const short = scheme.textContent.trim();
  const name = link.textContent;
  if (name.startsWith(short)) link.textContent = name.slice(short.length).replace(/^[,\s]+/, "");
};

/** @type {(area: Area) => HTMLLIElement} */
const entry = (area) => {
  const line = document.createElement("li");
  const group = /** @type {Element} */ (area.item.closest(".explore__group"));
  const scheme = group.querySelector(".explore__scheme");
  if (scheme) line.append(scheme.cloneNode(true), " ");
  for (const node of area.item.childNodes) line.append(node.cloneNode(true));
  const link = line.querySelector("a:not(.explore__scheme)");
  if (scheme && link) unprefixed(link, scheme);
  const how = group.querySelector(".explore__how");
  if (how && scheme) line.append(document.createElement("br"), how.cloneNode(true));
  return line;
};

/**
 * @typedef {object} Panel
 * @property {() => void} close
 * @property {() => boolean} isOpen
 * @property {(what: What, from: From) => void} open
 */
/** @type {(box: HTMLElement, given: {elsewhere: boolean, onOpen: () => void, onClose: () => void}) => Panel} */
export const panel = (box, { elsewhere, onOpen, onClose }) => {
  const parts = elements(box);
  /** @type {From | null} */
  let back = null;

  const close = () => {
    if (box.hidden) return;
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    if (inside) back?.focus({ preventScroll: true });
    back = null;
    onClose();
  };

  /** @type {(what: What) => void} */
  const fill = ({ title, place, found }) => {
    parts.title.textContent = title;
    parts.page.textContent = parts.page.dataset.template.replace("{name}", place.text.textContent);
    parts.page.href = place.text.href;
    parts.found.replaceChildren(...found.map(entry));
    parts.none.hidden = found.some((area) => area.device);
    if (elsewhere) {
      for (const link of box.querySelectorAll("a")) {
        link.target = "_blank";
        link.rel = "noopener";
      }
    }
  };

  box.querySelector("[data-do=close]")?.addEventListener("click", close);
  return {
    close,
    isOpen: () => !box.hidden,
    open: (what, from) => {
      fill(what);
      if (from && !box.contains(from)) back = from;
      box.hidden = false;
      onOpen();
      box.scrollTop = 0;
      parts.title.focus({ preventScroll: true });
    },
  };
};
