// “Who works here”: made of the very items of the list beside the map.

const elements = (panel) => ({
  title: panel.querySelector("h2"),
  page: panel.querySelector(".explore__page a"),
  found: panel.querySelector(".explore__found"),
  none: panel.querySelector(".explore__none"),
});

// The scheme stands beside it already.
const unprefixed = (link, scheme) => {
  const short = scheme.textContent.trim();
  const name = link.textContent;
  if (name.startsWith(short)) link.textContent = name.slice(short.length).replace(/^[,\s]+/, "");
};

const entry = (area) => {
  const line = document.createElement("li");
  const group = area.item.closest(".explore__group");
  const scheme = group.querySelector(".explore__scheme");
  if (scheme) line.append(scheme.cloneNode(true), " ");
  for (const node of area.item.childNodes) line.append(node.cloneNode(true));
  if (scheme) unprefixed(line.querySelector("a:not(.explore__scheme)"), scheme);
  const how = group.querySelector(".explore__how");
  if (how && scheme) line.append(document.createElement("br"), how.cloneNode(true));
  return line;
};

export const panel = (box, { elsewhere, onOpen, onClose }) => {
  const parts = elements(box);
  let back = null;

  const close = () => {
    if (box.hidden) return;
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    if (inside) back?.focus({ preventScroll: true });
    back = null;
    onClose();
  };

  const fill = ({ title, place, found }) => {
    parts.title.textContent = title;
    parts.page.parentElement.hidden = !place;
    if (place) {
      parts.page.textContent = parts.page.dataset.template.replace("{name}", place.text.textContent);
      parts.page.href = place.text.href;
    }
    parts.found.replaceChildren(...found.map(entry));
    parts.none.hidden = found.some((area) => area.device);
    if (elsewhere) {
      for (const link of box.querySelectorAll("a")) {
        link.target = "_blank";
        link.rel = "noopener";
      }
    }
  };

  box.querySelector("[data-do=close]").addEventListener("click", close);
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
