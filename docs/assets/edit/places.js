// Where records say that things are, by the layers of the map: the rules of
// hooks/panorama/checking/places.py and places/inside.py.

import { suggestion } from "./nearest.js";
import { at, matches } from "./records.js";

/** @typedef {import("./records.js").Records} Records */
/** @typedef {import("./reading.js").Finding} Finding */
/** @typedef {[number, number]} Point longitude and latitude */
/** @typedef {{columns: Record<string, string[]>, communes: Record<string, Point[][]>}} Ground for each sector the units it lies in, by layer; borders by NIS code */

// Metres that a point may lie outside its commune, by how exactly it is known.
const TOLERANCES = /** @type {Record<string, number>} */ ({ building: 25, "name-match": 25, street: 100, quartier: 500 });
const FIELDS = [["communes", "commune"], ["bassins", "bassin"]];
const DEGREE = 111_200; // metres of a degree of latitude, and of longitude times its cosine
const LATITUDE = Math.cos((50.84 * Math.PI) / 180);

/** A code that is on no map would silently stand for nowhere. @type {(records: Records) => Finding[]} */
const mapUnitsExist = (records) =>
  units(records).filter(({ layer, code }) => !records.ground.columns[layer].includes(code)).map(({ path, layer, code }) =>
    at(records, path, "unknown-code", { code, layer, ...suggestion(code, new Set(records.ground.columns[layer])) }));

/** Each unit of an area shares a sector with its communes, and one with its bassins. @type {(records: Records) => Finding[]} */
const unitsLieInTheirPlace = (records) =>
  units(records).flatMap(({ path, layer, code }) =>
    FIELDS.flatMap(([field, place]) => {
      const named = codes(records, field, records.value[field]);
      const found = met(records, layer, [code], place);
      if (!found.size || !named.size || shares(found, named)) return [];
      const details = { code, kind: field, where: ids(records, field, found).join(", ") };
      return [at(records, path, "unit-elsewhere", { ...details, ...suggestion(code, met(records, place, [...named], layer)) })];
    }));

/** Each commune and bassin that an area names has a part of it. @type {(records: Records) => Finding[]} */
const placesAreMet = (records) => {
  const geometry = records.value.geometry;
  if (records.kind !== "quartier" || typeof geometry === "string") return [];
  return FIELDS.flatMap(([field, place]) => {
    const found = met(records, geometry.layer, geometry.codes, place);
    const free = ids(records, field, new Set([...found].filter((code) => !codes(records, field, records.value[field]).has(code))));
    return matches(records.value, [field, "*"]).flatMap(([path, id]) => {
      const named = codes(records, field, [id]);
      if (!found.size || !named.size || shares(found, named)) return [];
      const details = { id, kind: field, where: ids(records, field, found).join(", ") };
      return [at(records, path, "place-not-met", free.length === 1 ? { ...details, suggestion: free[0] } : details)];
    });
  });
};

/** A location lies in the Region, and in the commune of the address where one is known. @type {(records: Records) => Finding[]} */
const pointsLieInTheirCommune = (records) => {
  const { location, address } = records.value;
  if (records.kind !== "organisation" || typeof location === "string") return [];
  const commune = typeof address === "string" ? "unknown" : address.commune;
  if (commune === "outside-region") return [];
  const found = communesAt(records.ground, [location.lon, location.lat], TOLERANCES[location.precision]);
  if (!found.size) return [at(records, ["location"], "point-outside-region")];
  const named = codes(records, "communes", [commune]);
  if (!named.size || shares(found, named)) return [];
  const names = ids(records, "communes", found);
  const details = { id: commune, where: names.join(", ") };
  return [at(records, ["location"], "point-elsewhere", names.length === 1 ? { ...details, suggestion: names[0] } : details)];
};

/** Every code of a map unit. @type {(records: Records) => {path: import("./reading.js").Path, layer: string, code: string}[]} */
const units = ({ kind, value }) =>
  kind !== "quartier" ? [] : matches(value, ["geometry", "codes", "*"]).map(([path, code]) => ({ path, layer: value.geometry.layer, code }));

/** Codes of the units of one layer with which some units of another share a sector. @type {(records: Records, layer: string, codes: string[], place: string) => Set<string>} */
const met = ({ ground: { columns } }, layer, codes, place) =>
  new Set(columns[place].filter((_, index) => codes.includes(columns[layer][index])));

/** What communes or bassins are called on the map. @type {(records: Records, field: string, ids: string[]) => Set<string>} */
const codes = ({ ids: known, nis, ground }, field, ids) =>
  field === "bassins"
    ? new Set(ids.filter((id) => known.bassins?.includes(id) && ground.columns.bassin.includes(id)))
    : new Set(Object.keys(nis).filter((name) => ids.includes(name)).map((name) => nis[name]));

/** What records call communes or bassins of the map. @type {(records: Records, field: string, codes: Set<string>) => string[]} */
const ids = ({ nis }, field, codes) => {
  const names = field === "bassins" ? [] : Object.keys(nis).filter((name) => codes.has(nis[name]));
  return (names.length ? names : [...codes]).sort();
};

/** @type {(first: Set<string>, second: Set<string>) => boolean} */
const shares = (first, second) => [...first].some((code) => second.has(code));

/** NIS codes of the communes at a point, or so many metres from it. @type {(ground: Ground, point: Point, tolerance: number) => Set<string>} */
const communesAt = ({ communes }, point, tolerance) =>
  new Set(Object.keys(communes).filter((nis) => isWithin(communes[nis], point) || distance(communes[nis], point) <= tolerance));

/** @type {(rings: Point[][]) => [Point, Point][]} */
const borders = (rings) => rings.flatMap((ring) => ring.slice(1).map((end, index) => /** @type {[Point, Point]} */ ([ring[index], end])));

/** Even-odd rule: a line to the east crosses the border an odd number of times. @type {(rings: Point[][], point: Point) => boolean} */
const isWithin = (rings, [x, y]) =>
  borders(rings).filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)).length % 2 === 1;

/** Metres to the nearest border. @type {(rings: Point[][], point: Point) => number} */
const distance = (rings, point) => Math.min(...borders(rings).map(([start, end]) => toSegment(metres(start, point), metres(end, point))));

/** @type {(point: Point, origin: Point) => Point} */
const metres = (point, origin) => [(point[0] - origin[0]) * DEGREE * LATITUDE, (point[1] - origin[1]) * DEGREE];

/** Distance of 0 0 to a segment. @type {(start: Point, end: Point) => number} */
const toSegment = (start, end) => {
  const [x, y] = [end[0] - start[0], end[1] - start[1]];
  const length = x ** 2 + y ** 2;
  const share = length ? Math.min(1, Math.max(0, -(start[0] * x + start[1] * y) / length)) : 0;
  return Math.hypot(start[0] + share * x, start[1] + share * y);
};

export const PLACE_RULES = [mapUnitsExist, unitsLieInTheirPlace, placesAreMet, pointsLieInTheirCommune];
