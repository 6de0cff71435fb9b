// The shape of a record by its JSON Schema, each error with its place in the file; what
// hooks/panorama/checking/schema.py does, with the schemas that it reads.

import { format, Validator } from "../lib/json-schema/index.js";
import { FORMATS, MISSING } from "./formats.js";
import { suggestion } from "./nearest.js";
import { FLOAT, finding, key } from "./reading.js";

/** @typedef {import("./reading.js").Finding} Finding */
/** @typedef {import("./reading.js").Path} Path */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {{reading: Reading, path: Path, instance: any, schema: any, around: any, keyword: string}} Problem `around` is the schema whose other branch `schema` is, or the same */

Object.assign(format, FORMATS);
const LANGUAGES = ["fr", "nl"];
const UNSAFE = ["javascript:", "data:", "vbscript:", "file:"];
const SHOWN = 60; // characters of a value that a message repeats

/** A schema with its references written out; what stands beside one goes before what it names. @type {(schema: any, shapes?: any) => any} */
export const inlined = (schema, shapes = schema.$defs ?? {}) => {
  if (Array.isArray(schema)) return schema.map((part) => inlined(part, shapes));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, $defs, ...beside } = schema;
  if (typeof $ref === "string") return inlined({ ...shapes[$ref.slice($ref.lastIndexOf("/") + 1)], ...beside }, shapes);
  return Object.fromEntries(Object.entries(beside).map(([name, part]) => [name, inlined(part, shapes)]));
};

/** All that is wrong with the shape of a record. @type {(reading: Reading, schema: any) => Finding[]} */
export const shapeFindings = (reading, schema) =>
  problems(reading, schema).flatMap((problem) => (problem.instance === null ? empty : (FINDERS[problem.keyword] ?? other))(problem));

/** @type {(reading: Reading, schema: any) => Problem[]} */
const problems = (reading, schema) => {
  const said = errors(reading.value, schema);
  // JSON Schema takes 7.0 for an integer; what reads the records does not. A half is none for both.
  const halves = halved(reading, reading.value, []);
  const types = halves.found ? errors(halves.value, schema).filter((error) => error.keyword === "type") : said.filter((error) => error.keyword === "type");
  return [...said.filter((error) => error.keyword !== "type"), ...types].map((error) => {
    const path = pathOf(error.instanceLocation, reading.value);
    return { reading, path, instance: valueAt(reading.value, path), schema: schemaAt(schema, error.keywordLocation), around: schemaAt(schema, error.keywordLocation.replace(/\/else(?=\/[^/]*$)/, "")), keyword: error.keyword };
  });
};

/** @type {(value: any, schema: any) => {keyword: string, keywordLocation: string, instanceLocation: string}[]} */
const errors = (value, schema) => new Validator(schema, "2020-12", false).validate(value).errors.filter((error) => error.keyword in FINDERS || LEAVES.includes(error.keyword));

/** The values with a half added to each whole number that is written with a point. @type {(reading: Reading, value: any, path: Path) => {value: any, found: boolean}} */
const halved = (reading, value, path) => {
  if (typeof value === "number" && Number.isInteger(value) && FLOAT.test(reading.written(path))) return { value: value + 0.5, found: true };
  if (typeof value !== "object" || value === null) return { value, found: false };
  const parts = Object.entries(value).map(([name, part]) => ({ name, ...halved(reading, part, [...path, Array.isArray(value) ? Number(name) : name]) }));
  const found = parts.some((part) => part.found);
  if (!found) return { value, found };
  return { value: Array.isArray(value) ? parts.map((part) => part.value) : Object.fromEntries(parts.map((part) => [part.name, part.value])), found };
};

/** @type {(pointer: string) => string[]} */
const steps = (pointer) => pointer.split("/").slice(1).map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));

/** @type {(pointer: string, value: any) => Path} */
const pathOf = (pointer, value) => {
  /** @type {Path} */
  const path = [];
  for (const step of steps(pointer)) {
    path.push(Array.isArray(value) ? Number(step) : step);
    value = value?.[step];
  }
  return path;
};

/** @type {(value: any, path: Path) => any} */
export const valueAt = (value, path) => path.reduce((found, step) => found?.[step], value);

/** The schema that a keyword stands in. @type {(schema: any, pointer: string) => any} */
const schemaAt = (schema, pointer) => steps(pointer).slice(0, -1).reduce((found, step) => found[step], schema);

/** @type {(problem: Problem) => import("./reading.js").Place} */
const place = ({ reading, path }) => reading.at(path);

/** @type {(path: Path) => string} */
const field = (path) => path.join(".") || "–";

/** @type {(code: string, problem: Problem, details: Record<string, string>, at?: import("./reading.js").Place, path?: Path) => Finding[]} */
const found = (code, problem, details, at = place(problem), path = problem.path) => [{ ...finding(code, at, details), path }];

/** The start of a value, as it is written in a file. @type {(problem: Problem) => string} */
const shown = ({ reading, path, instance }) => {
  const text = typeof instance === "string" ? instance : asJson(reading, path, instance);
  return [...text].slice(0, SHOWN).join("");
};

/** JSON with the spaces of Python's. @type {(reading: Reading, path: Path, value: any) => string} */
const asJson = (reading, path, value) => {
  if (Array.isArray(value)) return `[${value.map((part, index) => asJson(reading, [...path, index], part)).join(", ")}]`;
  if (typeof value === "number") return numberOf(reading, path, value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${asJson(reading, [...path, name], part)}`).join(", ")}}`;
};

/** A number as Python writes it: 7.0 keeps its point. @type {(reading: Reading, path: Path, value: number) => string} */
export const numberOf = (reading, path, value) =>
  Number.isInteger(value) && FLOAT.test(reading.written(path)) ? `${value}.0` : String(value);

/** The words for what is not known or does not apply that a field takes instead of a value. @type {(schema: any) => string[]} */
export const missingWords = (schema) => {
  const core = schema.else ?? schema;
  if (core.format === "web-address-or-missing") return MISSING;
  return [...(schema.then?.enum ?? []), ...MISSING.filter((word) => new RegExp(`[(|]${word}[|)]`).test(core.pattern ?? ""))];
};

/** @type {(problem: Problem) => Finding[]} */
const empty = (problem) => {
  const details = { field: field(problem.path) };
  return missingWords(problem.around).includes(MISSING[0]) ? found("empty-or-unknown", problem, { ...details, unknown: MISSING[0] }) : found("empty-value", problem, details);
};

/** @type {(problem: Problem) => Finding[]} */
const blank = (problem) => found("empty-text", problem, { field: field(problem.path) });

/** @type {(problem: Problem) => Finding[]} */
const unknownKeys = (problem) => {
  const { reading, path, instance, schema } = problem;
  const known = Object.keys(schema.properties);
  const free = known.filter((name) => !(name in instance));
  return Object.keys(instance).filter((name) => !known.includes(name)).flatMap((name) =>
    found("unknown-key", problem, { key: name, known: known.join(", "), ...suggestion(name, free) }, reading.atKey([...path, name]), [...path, name]));
};

/** @type {(problem: Problem) => Finding[]} */
const missingKeys = (problem) => {
  const { reading, path, instance, schema } = problem;
  const isPair = key([...schema.required].sort()) === key(LANGUAGES);
  return schema.required.filter((/** @type {string} */ name) => !(name in instance)).flatMap((/** @type {string} */ name) =>
    found(isPair ? "missing-language" : "missing-key", problem, { [isPair ? "language" : "key"]: name, field: field(path) }, reading.atKey(path), [...path, name]));
};

const DATES = ["bad-date", "bad-day"]; // which quotes do not mend

/** @type {(problem: Problem) => Finding[]} */
const wrongType = (problem) => {
  const wanted = problem.keyword === "enum" ? "string" : String(problem.schema.type);
  const type = Array.isArray(problem.instance) ? "array" : typeof problem.instance;
  if (wanted === "string" && ["number", "boolean"].includes(type)) {
    const code = DATES.includes(problem.schema.finding) ? problem.schema.finding : "unquoted";
    return found(code, problem, { field: field(problem.path), value: shown(problem) });
  }
  return found("wrong-type", problem, { field: field(problem.path), expected: wanted === "string" ? "text" : wanted, found: type === "string" ? "text" : type });
};

/** @type {(problem: Problem) => Finding[]} */
const notListed = (problem) => {
  if (typeof problem.instance !== "string") return wrongType(problem);
  const words = problem.schema.enum.map(String);
  return found("not-in-list", problem, { value: shown(problem), known: words.join(", "), ...suggestion(problem.instance, words) });
};

/** @type {(problem: Problem) => Finding[]} */
const repeated = (problem) => {
  const seen = new Set();
  return problem.instance.flatMap((/** @type {any} */ item, /** @type {number} */ index) => {
    const name = sortedJson(item);
    if (!seen.has(name)) return seen.add(name) && [];
    const path = [...problem.path, index];
    return found("repeated-item", problem, { field: field(problem.path) }, problem.reading.at(path), path);
  });
};

/** @type {(value: any) => string} */
const sortedJson = (value) =>
  JSON.stringify(value, (_, part) => (part && typeof part === "object" && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));

/** A keyword whose schema says, under `finding`, which sentence tells of it. @type {(problem: Problem) => Finding[]} */
const named = (problem) => {
  const value = shown(problem);
  const code = problem.schema.finding ?? "bad-value";
  if (code === "bad-line" && !value.trim()) return blank(problem);
  const isUnsafe = code === "bad-url" && UNSAFE.some((start) => value.trim().toLowerCase().startsWith(start));
  return found(isUnsafe ? "unsafe-url" : code, problem, { field: field(problem.path), value });
};

/** @type {(code: string) => (problem: Problem) => Finding[]} */
const limit = (code) => (problem) => found(code, problem, { field: field(problem.path), limit: String(problem.schema[problem.keyword]) });

/** @type {(problem: Problem) => Finding[]} */
const other = (problem) => found("bad-value", problem, { field: field(problem.path), value: shown(problem) });

const LEAVES = ["const", "not", "multipleOf", "maxItems", "exclusiveMinimum", "exclusiveMaximum"];
/** @type {Record<string, (problem: Problem) => Finding[]>} */
const FINDERS = {
  additionalProperties: unknownKeys,
  required: missingKeys,
  type: wrongType,
  enum: notListed,
  uniqueItems: repeated,
  pattern: named,
  format: named,
  minProperties: named,
  maxProperties: named,
  minLength: blank,
  maxLength: limit("too-long"),
  minItems: limit("too-few"),
  minimum: limit("too-small"),
  maximum: limit("too-large-number"),
};
