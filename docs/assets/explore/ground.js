// The ground of the drawn map: where a position stands on it, and which areas contain a point.

/** @typedef {[number, number]} Point */
/** @typedef {{west: number, north: number, east: number, south: number}} Box */

const DEGREE = Math.PI / 180;
// Belgian Lambert 2008 (EPSG:3812), a conformal cone on GRS 80 that touches at two parallels.
const AXIS = 6378137;
const ECCENTRICITY = 0.0818191910428158;
const SOUTH = 49.8333333333333 * DEGREE;
const NORTH = 51.1666666666667 * DEGREE;
const ORIGIN = { lat: 50.797815 * DEGREE, lon: 4.35921583333333 * DEGREE };
const FALSE = { east: 649328, north: 665262 };

/** @type {(lat: number) => number} */
const flat = (lat) => {
  const bulge = ECCENTRICITY * Math.sin(lat);
  return Math.tan(Math.PI / 4 - lat / 2) / ((1 - bulge) / (1 + bulge)) ** (ECCENTRICITY / 2);
};
/** @type {(lat: number) => number} */
const parallel = (lat) => Math.cos(lat) / Math.sqrt(1 - (ECCENTRICITY * Math.sin(lat)) ** 2);
const CONE = Math.log(parallel(SOUTH) / parallel(NORTH)) / Math.log(flat(SOUTH) / flat(NORTH));
const SCALE = (AXIS * parallel(SOUTH)) / (CONE * flat(SOUTH) ** CONE);
/** @type {(lat: number) => number} */
const radius = (lat) => SCALE * flat(lat) ** CONE;

/** Metres east and north of a longitude and latitude in degrees. @type {(lon: number, lat: number) => Point} */
export const lambert = (lon, lat) => {
  const angle = CONE * (lon * DEGREE - ORIGIN.lon);
  const away = radius(lat * DEGREE);
  return [
    FALSE.east + away * Math.sin(angle),
    FALSE.north + radius(ORIGIN.lat) - away * Math.cos(angle),
  ];
};

/** Rings of path data as the site draws it: absolute start, then steps relative to the last point. @type {(data: string) => Point[][]} */
export const rings = (data) =>
  data.split("M").slice(1).map((text) => {
    const numbers = (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    /** @type {Point[]} */
    const points = [];
    let [x, y] = [0, 0];
    for (let index = 0; index < numbers.length; index += 2) {
      x += numbers[index];
      y += numbers[index + 1];
      points.push([x, y]);
    }
    return points;
  });

/** @type {(ring: Point[], point: Point) => boolean} */
const inRing = (ring, [x, y]) => {
  let inside = false;
  let [a, b] = ring[ring.length - 1];
  for (const [c, d] of ring) {
    if (d > y !== b > y && x < ((a - c) * (y - d)) / (b - d) + c) inside = !inside;
    [a, b] = [c, d];
  }
  return inside;
};

/** A band runs along the border of what it stands for: the ground within it counts. @type {(shape: Point[][], point: Point, isBand: boolean) => boolean} */
export const contains = (shape, point, isBand) => {
  const around = shape.filter((ring) => inRing(ring, point)).length;
  return isBand ? around > 0 : around % 2 === 1;
};

/** @type {(from: Point, to: Point, box: Box) => boolean} */
const crosses = ([a, b], [c, d], { west, north, east, south }) => {
  if (Math.max(a, c) < west || Math.min(a, c) > east) return false;
  if (Math.max(b, d) < north || Math.min(b, d) > south) return false;
  /** @type {(x: number, y: number) => number} */
  const side = (x, y) => Math.sign((c - a) * (y - b) - (d - b) * (x - a));
  const sides = [side(west, north), side(east, north), side(east, south), side(west, south)];
  return new Set(sides).size > 1;
};

/** Whether a part of an area lies in a rectangle. @type {(shape: Point[][], box: Box, isBand: boolean) => boolean} */
export const meets = (shape, box, isBand) =>
  contains(shape, [(box.west + box.east) / 2, (box.north + box.south) / 2], isBand) ||
  shape.some((ring) => ring.some((point, index) => crosses(ring.at(index - 1) ?? point, point, box)));
