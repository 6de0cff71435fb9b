// Marked terms open their definition on the spot: on hover, focus and tap.
// WCAG 1.4.13: Escape closes it, the pointer can go over it, it stays as long as it is used.

/** @typedef {HTMLAnchorElement & {dataset: {term: string}}} Term */

const DELAY = 200; // ms before a passing pointer opens or closes a definition
const EDGE = 8; // px kept free on each side of the window
const script = /** @type {HTMLElement & {dataset: {more: string}}} */ (document.querySelector("script[data-more]"));
const list = /** @type {HTMLElement} */ (document.querySelector("#page-terms"));

/** @type {{link: Term, box: HTMLElement} | null} */
let open = null;
let timer = 0;

/** @type {(id: string, part: string) => HTMLElement} */
const explanation = (id, part) =>
  /** @type {HTMLElement} */ (list.querySelector(`[data-term="${CSS.escape(id)}"] ${part}`));

/** @type {(link: Term) => HTMLElement} */
const build = (link) => {
  const box = document.createElement("span");
  box.className = "definition";
  box.dataset.pagefindIgnore = "";
  const [name, other] = explanation(link.dataset.term, "dt").children;
  const title = document.createElement("strong");
  title.textContent = name.textContent;
  const text = document.createElement("span");
  text.className = "definition__text";
  text.id = `definition-${link.dataset.term}`;
  text.textContent = explanation(link.dataset.term, "dd").textContent;
  const page = document.createElement("a");
  page.href = link.href;
  page.textContent = script.dataset.more;
  box.append(title, " ", other.cloneNode(true), text, page);
  return box;
};

/** Below the term, or above it where there is no room; always inside the window. @type {(link: Term, box: HTMLElement) => void} */
const place = (link, box) => {
  const [line] = link.getClientRects();
  const room = document.documentElement.clientWidth;
  const left = Math.max(EDGE, Math.min(line.left, room - box.offsetWidth - EDGE));
  const below = line.bottom + box.offsetHeight + EDGE < window.innerHeight;
  const top = below ? line.bottom : line.top - box.offsetHeight;
  // Measured from where it would stand at zero: what it is placed in differs from page to page.
  box.style.left = "0";
  box.style.top = "0";
  const zero = box.getBoundingClientRect();
  box.style.left = `${left - zero.left}px`;
  box.style.top = `${top - zero.top}px`;
};

const close = () => {
  clearTimeout(timer);
  open?.link.removeAttribute("aria-describedby");
  open?.box.remove();
  open = null;
};

/** @type {(link: Term) => void} */
const show = (link) => {
  clearTimeout(timer);
  if (open?.link === link) return;
  close();
  const box = build(link);
  link.after(box);
  link.setAttribute("aria-describedby", `definition-${link.dataset.term}`);
  open = { link, box };
  place(link, box);
};

/** @type {(action: () => void) => void} */
const later = (action) => {
  clearTimeout(timer);
  timer = setTimeout(action, DELAY);
};

/** @type {(node: EventTarget | null) => boolean} */
const isInside = (node) => open !== null && node instanceof Node && (open.link.contains(node) || open.box.contains(node));
/** @type {(event: Event) => Term | null} */
const termAt = ({ target }) => (target instanceof Element ? target.closest("a.term") : null);

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const link = termAt(event);
  if (link) later(() => show(link));
  else if (!open || isInside(event.target)) clearTimeout(timer);
  else if (!isInside(document.activeElement)) later(close);
});

document.addEventListener("focusin", (event) => {
  const link = termAt(event);
  if (link) show(link);
  // A tap on plain text gives the focus to what is around it, which is no reason to close.
  else if (open && !isInside(event.target) && event.target instanceof Node && !event.target.contains(open.link)) close();
});

// The first tap opens the definition, which holds the link; a second one follows it.
let tapped = "";
document.addEventListener("pointerdown", (event) => {
  tapped = event.pointerType;
  const wasOpen = open?.link;
  if (open && !isInside(event.target)) close();
  if (termAt(event) && wasOpen === termAt(event)) tapped = "again";
});
document.addEventListener("click", (event) => {
  const link = termAt(event);
  if (link && tapped === "touch") {
    event.preventDefault();
    show(link);
  }
});

document.addEventListener("keydown", (event) => {
  tapped = "";
  if (event.key !== "Escape" || !open) return;
  const { link, box } = open;
  if (box.contains(document.activeElement)) link.focus();
  close();
});
window.addEventListener("resize", close);
