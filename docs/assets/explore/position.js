// “My position”: asked for when the button is pressed, compared with the areas here, sent nowhere.

import { lambert } from "./ground.js";

/** @typedef {import("./ground.js").Point} Point */
/** @typedef {HTMLElement & {dataset: Record<"wait" | "outside" | "denied" | "failed" | "rough" | "title", string>}} Button */

const PATIENCE = 15_000; // ms
const ROUGH = 150; // metres of doubt from which the answer says so

/** @type {() => Promise<GeolocationPosition>} */
const where = () =>
  new Promise((found, failed) => {
    if (!navigator.geolocation) failed({ code: 0 });
    else navigator.geolocation.getCurrentPosition(found, failed, { timeout: PATIENCE });
  });

/** The point on the drawing: the frame of its ground is in its attributes. @type {(svg: SVGSVGElement, lon: number, lat: number) => Point} */
export const onMap = (svg, lon, lat) => {
  const [east, north] = lambert(lon, lat);
  const [west, top, metres] = [svg.dataset.west, svg.dataset.north, svg.dataset.metres].map(Number);
  return [(east - west) / metres, (top - north) / metres];
};

/** @type {(svg: SVGSVGElement, point: Point) => void} */
const dot = (svg, [x, y]) => {
  svg.querySelector(".map-me")?.remove();
  const mark = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  const looks = { class: "map-me", cx: x, cy: y, r: 8 };
  for (const [name, value] of Object.entries(looks)) mark.setAttribute(name, String(value));
  svg.append(mark);
};

/** @type {(button: Button, svg: SVGSVGElement, answer: HTMLElement, onFound: (point: Point, from: Button) => boolean) => void} */
export const position = (button, svg, answer, onFound) => {
  const { wait, outside, denied, failed, rough } = button.dataset;
  button.addEventListener("click", async () => {
    answer.textContent = wait;
    try {
      const { coords } = await where();
      const point = onMap(svg, coords.longitude, coords.latitude);
      const metres = Math.round(coords.accuracy);
      const isInside = onFound(point, button);
      if (isInside) dot(svg, point);
      const doubt = metres > ROUGH ? rough.replace("{metres}", String(metres)) : "";
      answer.textContent = isInside ? doubt : outside;
    } catch (error) {
      answer.textContent = /** @type {{code?: number}} */ (error).code === 1 ? denied : failed;
    }
  });
};
