// Comfort on every page: the menu folds on narrow screens, and forms that need a script appear.

/** @type {HTMLElement | null} */
const button = document.querySelector(".menu-button");
const menu = document.querySelector("#menu");

if (button && menu) {
  /** @type {(closed: boolean) => void} */
  const fold = (closed) => {
    menu.classList.toggle("menu--closed", closed);
    button.setAttribute("aria-expanded", String(!closed));
  };
  button.hidden = false;
  fold(true);
  button.addEventListener("click", () => fold(button.getAttribute("aria-expanded") === "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      fold(true);
      button.focus();
    }
  });
}

/** @type {(selector: string) => Iterable<HTMLElement>} */
const every = (selector) => document.querySelectorAll(selector);
for (const element of every(".js-only")) element.hidden = false;
for (const element of every(".no-js")) element.hidden = true;

for (const form of every("form[data-go]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const select = form.querySelector("select");
    if (select) location.href = select.value;
  });
}

// A search asked elsewhere is answered on the search page.
for (const form of every("form[data-search-page]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = form.querySelector("input")?.value.trim();
    location.href = `${form.dataset.searchPage}${query ? `?q=${encodeURIComponent(query)}` : ""}`;
  });
}
