// The map over the whole window, and over the whole screen where browsers can: phones often cannot.

const FULL = "explore__stage--full";

/**
 * What lies outside the map cannot be reached while it covers everything.
 * @type {(stage: HTMLElement) => Generator<HTMLElement>}
 */
const around = function* (stage) {
  for (let node = stage; node.parentElement && node !== document.body; node = node.parentElement) {
    for (const other of node.parentElement.children) {
      if (other !== node && other instanceof HTMLElement) yield other;
    }
  }
};

/** @type {(stage: HTMLElement, button: HTMLElement) => {isFull: () => boolean, leave: () => void, toggle: () => void}} */
export const full = (stage, button) => {
  /** @type {HTMLElement[]} */
  let covered = [];
  const isFull = () => stage.classList.contains(FULL);
  /** @type {(on: boolean) => void} */
  const set = (on) => {
    stage.classList.toggle(FULL, on);
    button.setAttribute("aria-pressed", String(on));
    for (const node of covered) node.inert = false;
    covered = on ? [...around(stage)].filter((node) => !node.inert) : [];
    for (const node of covered) node.inert = true;
  };
  const leave = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    set(false);
  };
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && isFull()) set(false);
  });
  return {
    isFull,
    leave,
    toggle: () => {
      if (isFull()) leave();
      else {
        set(true);
        stage.requestFullscreen?.().catch(() => {});
      }
    },
  };
};
