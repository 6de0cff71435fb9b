// Loads the form; when a part of it does not come, the other ways to correct a record are shown.

const workplace = /** @type {HTMLElement} */ (document.querySelector("#workplace"));
const without = /** @type {HTMLElement} */ (document.querySelector("#without"));
workplace.hidden = false;
without.hidden = true;

try {
  const { start } = await import("./start.js");
  await start();
} catch (error) {
  console.error(error);
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.textContent = workplace.dataset.failed ?? "";
  workplace.replaceChildren(said);
  without.hidden = false;
}
