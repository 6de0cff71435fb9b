// The fields of a kind of record as a form shows them, from its JSON Schema.

import { missingWords } from "./shape.js";

/** @typedef {import("./reading.js").Path} Path */
/**
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label
 * @property {string} hint
 * @property {boolean} isRequired
 * @property {"line" | "prose" | "day" | "number" | "period" | "choice" | "choices" | "reference" | "flag" | "pair" | "group" | "list" | "ways"} kind
 * @property {[string, string][]} words the words that may be chosen, with what they are called
 * @property {string} named the kind of record that a reference names
 * @property {string} example
 * @property {Field[]} fields those of a group, or the ways in which something may be said
 * @property {Field | null} item what each entry of a list is
 * @property {number} fewest entries
 */
/** @typedef {{language: string, labels: Record<string, Record<string, string>>, references: import("./records.js").Reference[], record: string}} Speech */

const CITATION = /^(source|sources\.\*)\.id$/;
const CITED = /(^|\.)(source|sources\.\*)(\.section)?$/;
const ARTICLE = /^(les?|la|l’|son|sa|ses|de|het|zijn|haar) ?/;
const NEAR = 2; // steps from the top to where it is said what to do when a source has no record
const LONG = 300; // characters from which a text has lines

/** @type {(schema: any, speech: Speech) => Field} */
export const fieldsOf = (schema, speech) => fieldOf(schema, [], speech, true);

/** @type {(schema: any, pattern: Path, speech: Speech, isRequired: boolean) => Field} */
const fieldOf = (schema, pattern, speech, isRequired) => {
  const ways = waysOf(schema);
  const words = missingWords(schema);
  const first = plainField(schema.title || schema.description ? { ...ways[0], ...beside(schema), hint: schema.hint ?? ways[0].hint } : ways[0], pattern, speech, isRequired);
  if (ways.length === 1 && !words.length) return first;
  const others = ways.slice(1).map((way) => plainField({ ...way, title: schema.title, description: "" }, pattern, speech, isRequired));
  return {
    ...first,
    kind: "ways",
    words: words.map((word) => [word, speech.labels[`edit.missing.${word}`][speech.language]]),
    fields: [{ ...first, hint: "" }, ...others],
  };
};

/** What a schema says of a value whatever its shape. @type {(schema: any) => any} */
const beside = ({ title, description, examples }) => (examples ? { title, description, examples } : { title, description });

/** The shapes that a value may have, the usual one first; words for what is not known apart. @type {(schema: any) => any[]} */
const waysOf = (schema) => {
  if (!schema.if) return [schema];
  if (schema.if.type === "string") return waysOf(schema.else);
  if (schema.if.type === "object") return [schema.else, { type: "object", ...schema.then }];
  return [{ ...schema.else, format: "period" }];
};

/** @type {(schema: any, pattern: Path, speech: Speech, isRequired: boolean) => Field} */
const plainField = (schema, pattern, speech, isRequired) => {
  const named = namedBy(pattern, speech);
  const words = wordsOf(schema.enum ? schema : (schema.items ?? {}), speech);
  const kind = kindOf(schema, named);
  const isHalf = ["fr", "nl"].includes(String(pattern.at(-1)));
  const isSources = pattern.at(-1) === "sources" && pattern.length <= NEAR;
  const described = named || isHalf || CITED.test(pattern.join(".")) ? "" : inLanguage(schema.hint ?? schema.description, speech.language);
  const hint = isSources ? speech.labels["edit.no-source"][speech.language] : described;
  const label = titleIn(schema.title ?? "", speech.language);
  const isSaid = words.some(([word]) => new RegExp(`\\b${word} ?:`).test(hint)) || bare(hint) === bare(label);
  return {
    name: String(pattern.at(-1) ?? ""),
    label,
    hint: isSaid ? "" : hint,
    isRequired,
    kind,
    words,
    named,
    example: isHalf ? "" : String((schema.examples ?? [""])[0]),
    fields: Object.entries(schema.properties ?? {}).map(([name, part]) => fieldOf(part, [...pattern, name], speech, (schema.required ?? []).includes(name))),
    item: kind === "list" ? fieldOf(schema.items, [...pattern, "*"], speech, true) : null,
    fewest: schema.minItems ?? 0,
  };
};

/** @type {(schema: any, named: string) => Field["kind"]} */
const kindOf = (schema, named) => {
  if (named) return "reference";
  if (schema.properties) return Object.keys(schema.properties).join() === "fr,nl" ? "pair" : "group";
  if (schema.type === "array") return schema.items.enum ? "choices" : "list";
  if (schema.enum) return "choice";
  if (schema.const === true) return "flag";
  if (schema.type === "integer" || schema.type === "number") return "number";
  if (schema.format === "period") return "period";
  if (schema.format === "day") return "day";
  return schema.maxLength > LONG && !schema.format ? "prose" : "line";
};

/** The kind of record that a field names: said by the rules of the check, and for sources by name. @type {(pattern: Path, speech: Speech) => string} */
const namedBy = (pattern, { references, record }) => {
  const path = pattern.join(".");
  const found = references.find(([kind, known]) => kind === record && known.join(".") === path);
  const isCitation = CITATION.test(pattern.slice(-3).join(".")) || CITATION.test(pattern.slice(-2).join("."));
  return found?.[2] ?? (isCitation ? "source" : "");
};

/** @type {(schema: any, speech: Speech) => [string, string][]} */
const wordsOf = (schema, { labels, language }) =>
  (schema.enum ?? []).map((/** @type {string} */ word) => [word, labels[String(schema.words ?? "").replace("*", word)]?.[language] ?? word]);

/** Words without the little ones around them: a hint that says no more than the label is left out. @type {(words: string) => string} */
const bare = (words) => words.toLowerCase().replace(ARTICLE, "").replace(/\.$/, "");

/** @type {(title: string, language: string) => string} */
const titleIn = (title, language) => {
  const [french, dutch = french] = title.split(" / ");
  return language === "fr" ? french : dutch;
};

/** A description has a line in each language. @type {(text: string | undefined, language: string) => string} */
const inLanguage = (text, language) => {
  const start = `${language.toUpperCase()}: `;
  return (text ?? "").split("\n").find((line) => line.startsWith(start))?.slice(start.length) ?? "";
};

/** What a field begins with: everything that is required, still empty. @type {(field: Field) => any} */
export const blank = (field) => {
  if (field.kind === "ways") return blank(field.fields[0]);
  if (field.kind === "pair" || field.kind === "group") return Object.fromEntries(field.fields.filter((one) => one.isRequired).map((one) => [one.name, blank(one)]));
  if (field.kind === "list") return field.fewest && field.item ? [blank(field.item)] : [];
  if (field.kind === "flag") return true;
  return field.kind === "choices" ? [] : null;
};

/** Which of the ways in which something may be said a value uses: its place, or its word. @type {(field: Field, value: any) => number | string} */
export const wayOf = (field, value) => {
  if (field.words.some(([word]) => word === value)) return value;
  const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
  const found = field.fields.findIndex((way) => ["pair", "group"].includes(way.kind) === isGroup);
  return Math.max(found, 0);
};
