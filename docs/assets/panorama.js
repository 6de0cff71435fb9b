// Comfort on every page: the menu folds on narrow screens, and forms that need a script appear.

const button = document.querySelector(".menu-button");
const menu = document.querySelector("#menu");

const fold = (closed) => {
  menu.classList.toggle("menu--closed", closed);
  button.setAttribute("aria-expanded", String(!closed));
};

if (button) {
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

for (const element of document.querySelectorAll(".js-only")) element.hidden = false;
for (const element of document.querySelectorAll(".no-js")) element.hidden = true;

for (const form of document.querySelectorAll("form[data-go]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = form.querySelector("select").value;
  });
}

// A search asked elsewhere is answered on the search page.
for (const form of document.querySelectorAll("form[data-search-page]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = form.querySelector("input").value.trim();
    location.href = `${form.dataset.searchPage}${query ? `?q=${encodeURIComponent(query)}` : ""}`;
  });
}
