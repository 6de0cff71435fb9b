// Marked terms open their definition on the spot: on hover, focus and tap.
// WCAG 1.4.13: Escape closes it, the pointer can go over it, it stays as long as it is used.

const DELAY = 200; // ms before a passing pointer opens or closes a definition
const EDGE = 8; // px kept free on each side of the window
const more = document.querySelector("script[data-more]").dataset.more;
const list = document.querySelector("#page-terms");

let open = null; // {link, box}
let timer = 0;

const explanation = (id) => list.querySelector(`[data-term="${CSS.escape(id)}"]`);

const build = (link) => {
  const source = explanation(link.dataset.term);
  const box = document.createElement("span");
  box.className = "definition";
  box.dataset.pagefindIgnore = "";
  const [name, other] = source.querySelector("dt").children;
  const title = document.createElement("strong");
  title.textContent = name.textContent;
  const text = document.createElement("span");
  text.className = "definition__text";
  text.id = `definition-${link.dataset.term}`;
  text.textContent = source.querySelector("dd").textContent;
  const page = document.createElement("a");
  page.href = link.href;
  page.textContent = more;
  box.append(title, " ", other.cloneNode(true), text, page);
  return box;
};

// Below the term, or above it where there is no room; always inside the window.
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

const later = (action) => {
  clearTimeout(timer);
  timer = setTimeout(action, DELAY);
};

const isInside = (node) => open && (open.link.contains(node) || open.box.contains(node));
const termAt = (event) => event.target.closest?.("a.term");

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
  else if (open && !isInside(event.target) && !event.target.contains(open.link)) close();
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
