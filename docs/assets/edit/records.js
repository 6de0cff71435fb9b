// One record and what it is compared with: the other records, as the index of the build has them.

import { finding } from "./reading.js";

/** @typedef {import("./reading.js").Path} Path */
/** @typedef {import("./reading.js").Finding} Finding */
/** @typedef {[string, Path, string]} Reference kind of record, path in it, kind of record that is named there */
/**
 * @typedef {object} Index what the build knows of all records
 * @property {Record<string, string[]>} ids all ids that can be referred to, by kind; a list that cannot be read is left out
 * @property {Reference[]} references
 * @property {string[]} noCommune what an address may say instead of a commune
 * @property {Record<string, string>} nis codes of the communes by id
 * @property {{scale: string, rank: string}[][]} ranks lines and levels of care that have a row, of each list of them that can be read
 * @property {[string, string, string][]} distinctive what tells records apart: of which sort, the value in small letters, the path
 * @property {import("./marks.js").Marks} marks
 */
/**
 * @typedef {object} Records
 * @property {string} path of the record's file in the data folder
 * @property {string} kind
 * @property {import("./reading.js").Reading} reading
 * @property {any} value
 * @property {string} today
 * @property {Index} index
 * @property {Record<string, string[]>} ids all ids by kind, the record's own too
 * @property {Record<string, string>} nis
 * @property {import("./places.js").Ground} ground
 */

/** @type {(path: string) => string} */
export const stem = (path) => path.slice(path.lastIndexOf("/") + 1).replace(/\.yml$/, "");

/** @type {(path: string, kind: string, reading: import("./reading.js").Reading, index: Index, ground: import("./places.js").Ground, today: string) => Records} */
export const recordsOf = (path, kind, reading, index, ground, today) => {
  const own = index.ids[kind];
  const ids = own.includes(stem(path)) ? index.ids : { ...index.ids, [kind]: [...own, stem(path)] };
  return { path, kind, reading, value: reading.value, today, index, ids, nis: index.nis, ground };
};

/** A finding at a value of the record. @type {(records: Records, path: Path, code: string, details?: Record<string, string>, severity?: "error" | "warning") => Finding} */
export const at = ({ reading }, path, code, details = {}, severity = "error") => ({
  ...finding(code, reading.at(path), details, severity),
  path,
});

/** Path and value of everything that a pattern reaches; `*` stands for each item of a list. @type {(value: any, pattern: Path, path?: Path) => [Path, any][]} */
export const matches = (value, pattern, path = []) => {
  if (!pattern.length) return [[path, value]];
  const [step, ...rest] = pattern;
  if (step === "*" && Array.isArray(value)) return value.flatMap((item, index) => matches(item, rest, [...path, index]));
  return isGroup(value) && step in value ? matches(value[step], rest, [...path, step]) : [];
};

/** Path and value of everything inside a value, the value itself first. @type {(value: any, path?: Path) => [Path, any][]} */
export const everywhere = (value, path = []) => {
  const parts = Array.isArray(value) ? [...value.entries()] : isGroup(value) ? Object.entries(value) : [];
  return [[path, value], ...parts.flatMap(([step, part]) => everywhere(part, [...path, step]))];
};

/** @type {(value: any) => boolean} */
export const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
