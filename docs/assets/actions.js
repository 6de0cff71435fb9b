// Copying, printing and sharing.

/** What an action needs stands on its button. @typedef {HTMLElement & {dataset: Record<string, string>}} Button */

const status = document.querySelector("#action-status");

/** The same words again are only heard when the status was empty before. @type {(text: string) => void} */
const say = (text) => {
  if (!status) return;
  status.textContent = "";
  setTimeout(() => {
    status.textContent = text;
  }, 100);
};

/** @type {(button: Button) => Promise<void>} */
const copy = async (button) => {
  try {
    await navigator.clipboard.writeText(button.dataset.text);
    say(button.dataset.done);
  } catch {
    say(button.dataset.failed);
  }
};

/** @type {Record<string, (button: Button) => unknown>} */
const actions = {
  copy,
  print: () => print(),
  share: (button) =>
    navigator.share({ title: button.dataset.title, url: location.href }).catch(() => {}),
};

for (const button of /** @type {NodeListOf<Button>} */ (document.querySelectorAll("[data-action]"))) {
  button.addEventListener("click", () => actions[button.dataset.action](button));
}
// Not every browser can share.
if (!navigator.share) document.querySelector('[data-action="share"]')?.parentElement?.remove();
