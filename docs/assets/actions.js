// Copying, printing and sharing.

const status = document.querySelector("#action-status");

// The same words again are only heard when the status was empty before.
const say = (text) => {
  status.textContent = "";
  setTimeout(() => {
    status.textContent = text;
  }, 100);
};

const copy = async (button) => {
  try {
    await navigator.clipboard.writeText(button.dataset.text);
    say(button.dataset.done);
  } catch {
    say(button.dataset.failed);
  }
};

const actions = {
  copy,
  print: () => print(),
  share: (button) =>
    navigator.share({ title: button.dataset.title, url: location.href }).catch(() => {}),
};

for (const button of document.querySelectorAll("[data-action]")) {
  button.addEventListener("click", () => actions[button.dataset.action](button));
}
// Not every browser can share.
if (!navigator.share) document.querySelector('[data-action="share"]')?.parentElement.remove();
