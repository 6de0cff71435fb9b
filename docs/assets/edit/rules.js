// The rules that cross records or need the calendar, as hooks/panorama/checking/rules.py and marks.py
// have them, for one record among the others. The names are theirs.

import { malformed, marks } from "./marks.js";
import { suggestion } from "./nearest.js";
import { PLACE_RULES } from "./places.js";
import { MISSING } from "./formats.js";
import { key } from "./reading.js";
import { at, everywhere, isGroup, matches, stem } from "./records.js";
import { numberOf } from "./shape.js";

/** @typedef {import("./records.js").Records} Records */
/** @typedef {import("./reading.js").Finding} Finding */
/** @typedef {import("./reading.js").Path} Path */

const LONG_TEXT = 60;
const DATES = ["as_of", "on", "seen", "year"];

/** What a text marks is a term of the lexicon. @type {(records: Records) => Finding[]} */
const marksResolve = (records) => {
  const kinds = records.index.marks;
  return everywhere(records.value).flatMap(([path, value]) => {
    if (typeof value !== "string" || !value.includes("](")) return [];
    const wrong = malformed(value, kinds).map((mark) => at(records, path, "malformed-mark", { mark }));
    return [...wrong, ...marks(value, kinds).flatMap((mark) => markFindings(records, path, mark))];
  });
};

/** @type {(records: Records, path: Path, mark: {text: string, kind: string, key: string}) => Finding[]} */
const markFindings = (records, path, { text, kind, key }) => {
  const known = records.index.marks.records;
  if (!known.includes(kind)) return [at(records, path, "unknown-mark", { mark: kind, known: known.join(", "), ...suggestion(kind, known) })];
  if (!records.ids.lexicon.includes(key)) return [at(records, path, "unknown-reference", { id: key, kind: "lexicon", ...suggestion(key, records.ids.lexicon) })];
  return text.trim() ? [] : [at(records, path, "empty-mark")];
};

/** Every line or level of care that a scheme names has its row in the matrix. @type {(records: Records) => Finding[]} */
const ranksHaveARow = (records) =>
  records.kind !== "device" ? [] : records.index.ranks.flatMap((placed) =>
    matches(records.value, ["lines_of_care", "*"])
      .filter(([, line]) => !placed.some(({ scale, rank }) => scale === line.scale && rank === line.rank))
      .map(([path, { scale, rank }]) => at(records, [...path, "rank"], "unplaced-rank", { scale, rank })));

/** The address of a record is its path, so its id is its file name. @type {(records: Records) => Finding[]} */
const idIsFileName = (records) =>
  records.value.id === stem(records.path) ? [] : [at(records, ["id"], "id-not-file-name", { id: records.value.id, expected: stem(records.path) })];

/** What a record names exists, and is another record; a source may cite itself. @type {(records: Records) => Finding[]} */
const referencesResolve = (records) =>
  references(records).flatMap(([path, id, kind]) => {
    if (kind === records.kind && kind !== "source" && id === stem(records.path)) return [at(records, path, "self-reference", { id })];
    const known = records.ids[kind];
    if (!known || known.includes(id) || (path.at(-1) === "commune" && records.index.noCommune.includes(id))) return [];
    return [at(records, path, "unknown-reference", { id: String(id), kind, ...suggestion(id, known) })];
  });

/** @type {(records: Records) => [Path, any, string][]} */
const references = ({ kind, value, index }) => [
  ...index.references.filter(([of]) => of === kind).flatMap(([, pattern, named]) =>
    matches(value, pattern).map(([path, id]) => /** @type {[Path, any, string]} */ ([path, id, named]))),
  ...everywhere(value).flatMap(([path, part]) => citations(path, part)),
];

/** @type {(path: Path, part: any) => [Path, any, string][]} */
const citations = (path, part) => {
  if (path.at(-1) === "source" && isGroup(part) && "id" in part) return [[[...path, "id"], part.id, "source"]];
  if (path.at(-1) !== "sources" || !Array.isArray(part)) return [];
  return part.map((citation, place) => [[...path, place, "id"], citation.id, "source"]);
};

/** What was compared or was true cannot be in the future. @type {(records: Records) => Finding[]} */
const datesArePast = (records) =>
  everywhere(records.value).filter(([path]) => DATES.includes(String(path.at(-1)))).flatMap(([path, value]) =>
    String(value).split("/").filter((date) => /^\d/.test(date) && date > records.today.slice(0, date.length))
      .map((date) => at(records, path, "future-date", { date, today: records.today })));

/** Values of a figure, and statements of a date, stand oldest first; ranges rise. @type {(records: Records) => Finding[]} */
const figuresAreInOrder = (records) =>
  everywhere(records.value).flatMap(([path, value]) => {
    if (Array.isArray(value)) return outOfOrder(records, path, value);
    if (!isGroup(value) || typeof value.min !== "number" || typeof value.max !== "number" || value.min < value.max) return [];
    const [min, max] = ["min", "max"].map((end) => numberOf(records.reading, [...path, end], value[end]));
    return [at(records, path, "range-order", { min, max })];
  });

/** @type {(records: Records, path: Path, values: any[]) => Finding[]} */
const outOfOrder = (records, path, values) => {
  const dates = values.map((value) => (isGroup(value) && "value" in value ? String(value.as_of ?? "").split("/")[0] : ""));
  return dates.slice(1).flatMap((after, place) => {
    const before = dates[place];
    const isWrong = before && after && before.slice(0, after.length) > after.slice(0, before.length);
    return isWrong ? [at(records, [...path, place + 1, "as_of"], "figures-order", { before, after })] : [];
  });
};

/** What tells records apart is one record's only: colours, numbers, names. @type {(records: Records) => Finding[]} */
const nothingIsUsedTwice = (records) =>
  distinctive(records).flatMap(([path, what, value]) => {
    const first = records.index.distinctive.find(([sort, known, owner]) => sort === what && known === value.toLowerCase() && owner !== records.path);
    return first ? [at(records, path, "double-use", { value, what, other: first[2] })] : [];
  });

/** @type {(records: Records) => [Path, string, string][]} */
const distinctive = ({ kind, value }) => {
  if (kind === "device" && value.kind === "core") return [[["abbreviation", "fr"], "abbreviation", value.abbreviation.fr], [["colour"], "colour", value.colour], [["pattern"], "pattern", value.pattern]];
  if (kind === "device") return [[["abbreviation", "fr"], "abbreviation", value.abbreviation.fr]];
  if (kind === "quartier" && "number" in value) return [[["number"], "quartier-number", `${value.device} ${value.number}`]];
  if (kind === "organisation") return [[["names", "fr"], "organisation-name", value.names.fr]];
  return kind === "lexicon" ? [[["terms", "fr"], "lexicon-name", value.terms.fr]] : [];
};

/** A long text that is the same in French and Dutch was probably not translated. @type {(records: Records) => Finding[]} */
const languagesDiffer = (records) =>
  everywhere(records.value)
    .filter(([, value]) => isGroup(value) && typeof value.fr === "string" && [...value.fr].length > LONG_TEXT && value.fr === value.nl)
    .map(([path]) => at(records, [...path, "nl"], "same-text", {}, "warning"));

/** The words for what is not known stand for a whole field; as a text they would be shown. @type {(records: Records) => Finding[]} */
const textsAreTexts = (records) =>
  everywhere(records.value)
    .filter(([path, value]) => MISSING.includes(value) && (["fr", "nl"].includes(String(path.at(-1))) || key(path) === key(["id"])))
    .map(([path, value]) => at(records, path, "word-as-text", { value }));

/** http: still works, https: is to be preferred where the site answers there. @type {(records: Records) => Finding[]} */
const linksAreSecure = (records) =>
  everywhere(records.value)
    .filter(([, value]) => typeof value === "string" && value.startsWith("http://"))
    .map(([path, value]) => at(records, path, "insecure-url", { proposal: value.replace("http:", "https:") }, "warning"));

export const RULES = [
  marksResolve,
  ranksHaveARow,
  ...PLACE_RULES,
  idIsFileName,
  referencesResolve,
  datesArePast,
  figuresAreInOrder,
  nothingIsUsedTwice,
  languagesDiffer,
  textsAreTexts,
  linksAreSecure,
];
