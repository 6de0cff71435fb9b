// Zoom and pan. While something moves only a transform changes, which browsers do without painting;
// the drawing is painted again, sharp, when it rests. Letters and patterns keep their size.

/** @typedef {import("./ground.js").Point} Point */
/** @typedef {import("./ground.js").Box} Box */
/** @typedef {{x: number, y: number, k: number}} View its middle, and how many times as large as the whole */
/** @typedef {{right: number, bottom: number}} Covered */
/** @typedef {{x: number, y: number, width: number, height: number}} Rectangle */
/** @typedef {{clientX: number, clientY: number}} Pointed */
/** @typedef {Record<"in" | "out" | "reset" | "north" | "south" | "west" | "east", () => void>} Moves */
/**
 * @typedef {object} Shows
 * @property {() => boolean} near
 * @property {(event: Pointed) => Point} at
 * @property {(shape: Rectangle, most?: number) => void} show
 * @property {(part: Covered) => void} cover
 * @property {(point: Point) => void} reveal
 * @property {(on: boolean) => void} sleep
 * @property {() => Box} box
 * @property {() => void} rest
 */

const [WIDTH, HEIGHT] = [640, 600]; // units of the drawing without its legend
const OVER = 2; // the drawing is that many times as wide and high as its window: room to drag
const MOST = 12;
const STEP = 1.6; // times: one press of a button
const SLACK = 4; // px that a hand moves in a click
const PAUSE = 160; // ms without a turn of the wheel before it is painted
const GLIDE = 260; // ms
const RIM = 0.15; // of the view: what lies there is not well seen

/** @type {(value: number, low: number, high: number) => number} */
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
/** @type {(points: Point[]) => Point} */
const middle = (points) => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];
/** @type {(points: Point[]) => number} */
const spread = ([one, two]) => (two ? Math.hypot(one[0] - two[0], one[1] - two[1]) : 0);

/** @type {(stage: HTMLElement, svg: SVGSVGElement, onRest: (shown: {box: Box, pixels: number}) => void) => Moves & Shows} */
export const camera = (stage, svg, onRest) => {
  const whole = svg.getAttribute("viewBox") ?? "";
  const patterns = [...svg.querySelectorAll("pattern")].map((pattern) => ({
    pattern,
    turn: pattern.getAttribute("patternTransform") ?? "",
  }));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {Map<number, Point>} */
  const pointers = new Map();
  let view = { x: WIDTH / 2, y: HEIGHT / 2, k: 1 };
  /** Middle and scale of what was painted. @type {{x: number, y: number, scale: number} | null} */
  let drawn = null;
  let dragged = 0;
  let frame = 0;
  let timer = 0;
  let isAsleep = false;
  let covered = { right: 0, bottom: 0 }; // px of the stage that something lies over

  /** @type {() => Point} */
  const size = () => [stage.clientWidth - covered.right, stage.clientHeight - covered.bottom];
  const base = () => Math.min(size()[0] / WIDTH, size()[1] / HEIGHT);
  const scale = (one = view) => base() * one.k;
  /** @type {(wanted: View) => View} */
  const held = ({ x, y, k }) => {
    const zoom = clamp(k, 1, MOST);
    const half = size().map((side) => side / 2 / base() / zoom);
    /** @type {(at: number, size: number, room: number) => number} */
    const keep = (at, size, room) =>
      2 * room >= size ? size / 2 : clamp(at, room, size - room);
    return { x: keep(x, WIDTH, half[0]), y: keep(y, HEIGHT, half[1]), k: zoom };
  };
  const box = () => {
    const [wide, high] = size().map((side) => side / scale() / 2);
    return { west: view.x - wide, east: view.x + wide, north: view.y - high, south: view.y + high };
  };

  /** The unit in the middle of the stage, which is not that of the view where a part is covered. @type {(one: View) => {x: number, y: number}} */
  const centre = (one) => ({
    x: one.x + covered.right / 2 / scale(one),
    y: one.y + covered.bottom / 2 / scale(one),
  });

  /** @type {(shown: string, shrink: number) => void} */
  const paint = (shown, shrink) => {
    svg.setAttribute("viewBox", shown);
    svg.style.transform = "";
    svg.style.setProperty("--shrink", String(shrink));
    for (const { pattern, turn } of patterns) {
      pattern.setAttribute("patternTransform", `${turn} scale(${shrink})`);
    }
  };

  const rest = () => {
    if (isAsleep) return;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    [frame, timer] = [0, 0];
    const wide = (OVER * stage.clientWidth) / scale();
    const high = (OVER * stage.clientHeight) / scale();
    const { x, y } = centre(view);
    const large = Math.min(stage.clientWidth / WIDTH, stage.clientHeight / HEIGHT);
    paint(`${x - wide / 2} ${y - high / 2} ${wide} ${high}`, large / scale());
    stage.classList.remove("explore__stage--moving", "explore__stage--gliding");
    stage.classList.toggle("explore__stage--near", view.k > 1);
    drawn = { x, y, scale: scale() };
    onRest({ box: box(), pixels: scale() });
  };

  const move = () => {
    frame = 0;
    if (!drawn) return; // on paper nothing was painted here
    const { x, y } = centre(view);
    const [left, top] = [(drawn.x - x) * scale(), (drawn.y - y) * scale()];
    const room = (OVER - 1) / 2;
    if (Math.abs(left) > stage.clientWidth * room || Math.abs(top) > stage.clientHeight * room) {
      rest();
      return;
    }
    svg.style.transform = `translate(${left}px, ${top}px) scale(${scale() / drawn.scale})`;
  };
  const soon = () => {
    stage.classList.add("explore__stage--moving");
    frame ||= requestAnimationFrame(move);
  };

  /** @type {(wanted: Partial<View>) => void} */
  const go = (wanted) => {
    if (frame || timer) rest();
    view = held({ ...view, ...wanted });
    if (calm.matches) {
      rest();
      return;
    }
    stage.classList.add("explore__stage--moving", "explore__stage--gliding");
    move();
    timer = setTimeout(rest, GLIDE);
  };

  /** Change the zoom around a place, given in px from the middle of what is free. @type {(times: number, place: Point) => void} */
  const zoomed = (times, [left, top]) => {
    const k = clamp(view.k * times, 1, MOST);
    const gain = 1 / scale() - 1 / (base() * k);
    view = held({ x: view.x + left * gain, y: view.y + top * gain, k });
  };
  /** @type {(event: Pointed) => Point} */
  const fromMiddle = ({ clientX, clientY }) => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return [
      clientX - left - (width - covered.right) / 2,
      clientY - top - (height - covered.bottom) / 2,
    ];
  };

  /** @type {(event: Event) => boolean} */
  const isOnMap = ({ target }) => target instanceof Element && !!target.closest(".explore__window");

  stage.addEventListener("pointerdown", (event) => {
    if (event.button || !isOnMap(event)) return;
    if (timer) rest();
    if (!pointers.size) dragged = 0;
    pointers.set(event.pointerId, fromMiddle(event));
  });
  stage.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    const before = [...pointers.values()];
    pointers.set(event.pointerId, fromMiddle(event));
    const after = [...pointers.values()];
    const [from, to] = [middle(before), middle(after)];
    dragged += Math.hypot(to[0] - from[0], to[1] - from[1]) + Math.abs(spread(after) - spread(before));
    if (dragged < SLACK) return;
    if (!stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    if (after.length > 1) zoomed(spread(after) / (spread(before) || 1), to);
    const [x, y] = [view.x - (to[0] - from[0]) / scale(), view.y - (to[1] - from[1]) / scale()];
    view = held({ x, y, k: view.k });
    soon();
  });
  for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
    stage.addEventListener(end, (event) => {
      if (pointers.delete(event.pointerId) && !pointers.size && dragged >= SLACK) rest();
    });
  }
  // The click that ends a drag is none.
  stage.addEventListener(
    "click",
    (event) => {
      if (dragged < SLACK || !isOnMap(event)) return;
      event.preventDefault();
      event.stopPropagation();
      dragged = 0;
    },
    true,
  );
  stage.addEventListener("dragstart", (event) => event.preventDefault());
  // One finger scrolls the page while the whole Region shows; two always belong to the map.
  stage.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length > 1) event.preventDefault();
    },
    { passive: false },
  );
  stage.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey && !stage.classList.contains("explore__stage--full")) return;
      if (!isOnMap(event)) return;
      event.preventDefault();
      zoomed(2 ** (-event.deltaY / 240), fromMiddle(event));
      soon();
      clearTimeout(timer);
      timer = setTimeout(rest, PAUSE);
    },
    { passive: false },
  );
  new ResizeObserver(() => {
    view = held(view);
    rest();
  }).observe(stage);

  /** @type {(east: number, south: number) => void} */
  const pan = (east, south) =>
    go({
      x: view.x + (east * size()[0]) / scale() / 3,
      y: view.y + (south * size()[1]) / scale() / 3,
    });
  return {
    in: () => go({ k: view.k * STEP }),
    out: () => go({ k: view.k / STEP }),
    reset: () => go({ x: WIDTH / 2, y: HEIGHT / 2, k: 1 }),
    north: () => pan(0, -1),
    south: () => pan(0, 1),
    west: () => pan(-1, 0),
    east: () => pan(1, 0),
    near: () => view.k > 1,
    at: (event) => {
      const [left, top] = fromMiddle(event);
      return [view.x + left / scale(), view.y + top / scale()];
    },
    // Show a rectangle with some room around it, never so near that nothing else is seen.
    show: ({ x, y, width, height }, most = 5) => {
      const [wide, high] = size();
      const room = Math.min(wide / Math.max(width, 1), high / Math.max(height, 1));
      go({ x: x + width / 2, y: y + height / 2, k: Math.min((room / base()) * 0.7, most) });
    },
    // Leave a part of the stage to something that lies over it: what is left stays where it is.
    cover: (part) => {
      const [still, large] = [centre(view), scale()];
      covered = part;
      const { right, bottom } = covered;
      go({
        x: still.x - right / 2 / large,
        y: still.y - bottom / 2 / large,
        k: large / base(),
      });
    },
    // Bring a point into view where it is not.
    reveal: ([x, y]) => {
      const { west, north, east, south } = box();
      const [wide, high] = [(east - west) * RIM, (south - north) * RIM];
      const isIn = x > west + wide && x < east - wide && y > north + high && y < south - high;
      if (!isIn) go({ x, y });
    },
    // On paper the drawing is as it was.
    sleep: (on) => {
      isAsleep = on;
      if (on) paint(whole, 1);
      else rest();
    },
    box,
    rest,
  };
};
