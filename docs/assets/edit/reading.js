// The text of a record to plain values, with the place of every key and value in it: what
// hooks/panorama/reading does, by the same rules and in the same order.

import { Composer, isAlias, isCollection, isMap, isScalar, isSeq, Parser } from "../lib/yaml/index.js";

/** @typedef {(string | number)[]} Path */
/** @typedef {{line: number, column: number}} Place lines and columns count from 1 */
/** @typedef {{code: string, place: Place, details: Record<string, string>, severity: "error" | "warning", path?: Path}} Finding */
/**
 * @typedef {object} Reading
 * @property {any} value plain values: objects, arrays, text, numbers, booleans, null
 * @property {any} root the node of the whole document
 * @property {(path: Path) => Place} at place of a value, or of the nearest thing around it
 * @property {(path: Path) => Place} atKey place of the key of a value
 * @property {(path: Path) => string} written a value as it is written
 */

const MAX_BYTES = 64 * 1024;
const MAX_DEPTH = 8;
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]/gu;
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;
export const INTEGER = /^(?:0|-?[1-9][0-9]{0,14})$/;
export const FLOAT = /^-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}$/;
const KEYWORDS = new Map(
  /** @type {[string, any][]} */ ([["true", true], ["false", false], ["null", null], ["~", null], ["", null]]),
);

/** @type {(code: string, place: Place, details?: Record<string, string>, severity?: "error" | "warning") => Finding} */
export const finding = (code, place, details = {}, severity = "error") => ({ code, place, details, severity });

/** Where a value that was parsed begins and ends in its text. @type {(node: any) => [number, number, number]} */
export const rangeOf = (node) => node.range;

/** The name of a path, for tables of paths. @type {(path: Path) => string} */
export const key = (path) => JSON.stringify(path);

/**
 * The values of a record, or null with everything that keeps it from being read.
 * @param {string} text
 * @returns {{reading: Reading | null, findings: Finding[]}}
 */
export const read = (text) => {
  const unreadable = hidden(text);
  return unreadable.length ? { reading: null, findings: unreadable } : parsed(text);
};

/** What an editor cannot see or did not mean. @type {(text: string) => Finding[]} */
const hidden = (text) => {
  const start = { line: 1, column: 1 };
  if (new TextEncoder().encode(text).length > MAX_BYTES)
    return [finding("too-large", start, { limit: String(MAX_BYTES / 1024) })];
  if (text.startsWith("\ufeff")) return [finding("byte-order-mark", start)];
  const plain = text.replaceAll("\r\n", "\n");
  const tabs = [...plain.matchAll(/\t/g)].map((tab) => finding("tab", placeIn(plain, tab.index)));
  return [...hiddenIn(plain).map(([code, sign, index]) => finding(code, placeIn(plain, index), { character: codePoint(sign) })), ...tabs];
};

/** @type {(text: string) => [string, string, number][]} */
const hiddenIn = (text) =>
  [["control-character", CONTROL], ["invisible-character", INVISIBLE]].flatMap(([code, pattern]) =>
    [...text.matchAll(/** @type {RegExp} */ (pattern))].map((found) => /** @type {[string, string, number]} */ ([code, found[0], found.index])));

/** Words without what nobody can see in them, as it comes along when one copies. @type {(words: string) => string} */
export const visible = (words) => words.replace(/[\u0085\u2028\u2029]/g, " ").replace(CONTROL, "").replace(INVISIBLE, "");

/** @type {(sign: string) => string} */
const codePoint = (sign) => `U+${/** @type {number} */ (sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0")}`;

/** Columns count characters, as Python does, not halves of them. @type {(text: string, index: number) => Place} */
const placeIn = (text, index) => placeAt(text, lineStarts(text), index);

/** @type {(text: string) => {reading: Reading | null, findings: Finding[]}} */
const parsed = (text) => {
  const documents = composed(text);
  for (const { errors, contents } of documents) {
    const wrong = errors.find((/** @type {any} */ error) => !NO_SYNTAX.includes(error.code));
    if (wrong) return { reading: null, findings: [syntax(text, wrong, contents)] };
  }
  const found = refused(text, documents);
  if (found.length) return { reading: null, findings: found };
  const root = documents[0]?.contents;
  const { value, places, keys, sources, findings } = values(text, root);
  if (value === null && !findings.length) findings.push(finding("empty-file", { line: 1, column: 1 }));
  if (findings.length) return { reading: null, findings };
  const at = (/** @type {Path} */ path) => {
    let near = path;
    while (near.length && !places.has(key(near))) near = near.slice(0, -1);
    return places.get(key(near)) ?? { line: 1, column: 1 };
  };
  return {
    reading: { value, root, at, atKey: (path) => keys.get(key(path)) ?? at(path), written: (path) => sources.get(key(path)) ?? "" },
    findings,
  };
};

/** Nothing is resolved: scalars are read below, by the rules of the command line. @type {(text: string) => any[]} */
export const composed = (text) => {
  const composer = new Composer({ keepSourceTokens: true, uniqueKeys: false, schema: "failsafe" });
  return [...composer.compose(new Parser().parse(text))];
};

// What is no mistake of writing: said by `refused` instead.
const NO_SYNTAX = ["BAD_ALIAS", "ALIAS_PROPS", "TAG_RESOLVE_FAILED", "MULTIPLE_DOCS"];
// What the parser says, and the kind of finding that says it in the reader's words.
const PROBLEMS = /** @type {const} */ ([
  [/^(BLOCK_AS_IMPLICIT_KEY)/, "yaml-colon"],
  [/^(MULTILINE_IMPLICIT_KEY|MISSING_CHAR Implicit)/, "yaml-missing-colon"],
  [/^MISSING_CHAR Missing closing/, "yaml-unclosed"],
  [/^(BAD_INDENT Flow|MISSING_CHAR|BLOCK_IN_FLOW)/, "yaml-bracket"],
  [/^BAD_DQ_ESCAPE/, "yaml-escape"],
  [/^BAD_SCALAR_START/, "yaml-character"],
  [/^(BAD_INDENT|UNEXPECTED_TOKEN A block)/, "yaml-indent"],
]);

/** One mistake of writing, seen where libyaml sees it. @type {(text: string, error: any, root: any) => Finding} */
const syntax = (text, error, root) => {
  if (error.code === "RESOURCE_EXHAUSTION") return finding("too-deep", placeIn(text, tooDeep(text)), { limit: String(MAX_DEPTH) });
  const code = PROBLEMS.find(([pattern]) => pattern.test(`${error.code} ${error.message}`))?.[1] ?? "yaml-syntax";
  return finding(code, placeIn(text, (SEEN[code] ?? ((_, start) => start))(text, error.pos[0], root)));
};

/** Where a kind of mistake is best seen, by where the parser noticed it. @type {Record<string, (text: string, start: number, root: any) => number>} */
const SEEN = {
  "yaml-colon": (text, start) => nextColon(text, start) ?? start,
  "yaml-bracket": (text, start, root) => nextColon(text, start) ?? opened(root, start),
  "yaml-escape": (text, start) => start + ("xuU".includes(text[start + 1]) ? 2 : 0),
  "yaml-indent": (text, start) => start + text.slice(start).search(/\S|$/),
  "yaml-unclosed": (_, start, root) => opened(root, start),
};

/** @type {(text: string, start: number) => number | undefined} */
const nextColon = (text, start) => {
  const found = text.slice(start).search(/:(?=\s|$)/);
  return found < 0 ? undefined : start + found;
};

/** Where the innermost thing begins that is still open at a place. @type {(node: any, place: number) => number} */
const opened = (node, place) => {
  const inner = children(node).findLast((child) => child && child.range[0] < place && child.range[1] >= place);
  return inner ? opened(inner, place) : node.range[0];
};

/** The bracket that is one too many, where there are more than the parser bears. @type {(text: string) => number} */
const tooDeep = (text) => {
  const found = new RegExp(`(?:[[{]\\s*){${MAX_DEPTH}}`).exec(text);
  return found ? found.index + found[0].trimEnd().length - 1 : 0;
};

/** Anchors, aliases, tags, further documents and depth, which a record has no use for. @type {(text: string, documents: any[]) => Finding[]} */
const refused = (text, documents) => {
  /** @type {Finding[]} */
  const found = [];
  /** Where an anchor or a tag stands before a value. @type {(node: any) => Place} */
  const before = (node) => {
    const start = node.range[0];
    return placeIn(text, start - (/(?:[&!]\S*\s+)+$/.exec(text.slice(0, start))?.[0].length ?? 0));
  };
  /** @type {(node: any, depth: number) => boolean} whether to read on */
  const walk = (node, depth) => {
    if (!node) return true;
    if (isCollection(node) && depth >= MAX_DEPTH) {
      found.push(finding("too-deep", before(node), { limit: String(MAX_DEPTH) }));
      return false;
    }
    if (isAlias(node)) found.push(finding("alias", placeIn(text, rangeOf(node)[0]), { name: node.source }));
    else for (const code of ["anchor", "tag"]) if (node[code]) found.push(finding(code, before(node), { name: node[code] }));
    return children(node).every((child) => walk(child, depth + 1));
  };
  documents.every((one, index) => {
    if (index) found.push(finding("second-document", placeIn(text, one.range[0])));
    return walk(one.contents, 0);
  });
  return found;
};

/** @type {(node: any) => any[]} */
const children = (node) => (isMap(node) ? node.items.flatMap((pair) => [pair.key, pair.value]) : isSeq(node) ? node.items : []);

/** @type {(text: string, root: any) => {value: any, places: Map<string, Place>, keys: Map<string, Place>, sources: Map<string, string>, findings: Finding[]}} */
const values = (text, root) => {
  const places = new Map();
  const keys = new Map();
  const sources = new Map();
  /** @type {Finding[]} */
  const findings = [];
  const lines = lineStarts(text);
  const place = (/** @type {any} */ node) => placeAt(text, lines, node.range[0]);
  /** Find characters that hide behind an escape. @type {<T>(value: T, node: any) => T} */
  const shown = (value, node) => {
    for (const [code, sign] of typeof value === "string" ? hiddenIn(value) : [])
      findings.push(finding(code, place(node), { character: codePoint(sign) }));
    return value;
  };
  /** @type {(node: any, path: Path) => any} */
  const value = (node, path) => {
    places.set(key(path), place(node));
    if (isMap(node)) return mapping(node, path);
    if (isSeq(node)) return node.items.map((item, index) => value(item, [...path, index]));
    sources.set(key(path), node.source);
    return shown(scalar(node), node);
  };
  /** @type {(node: any, path: Path) => Record<string, any>} */
  const mapping = (node, path) => {
    const result = Object.create(null);
    for (const pair of node.items) {
      if (!isScalar(pair.key)) {
        findings.push(finding("bad-key", place(pair.key)));
        continue;
      }
      const name = shown(String(pair.key.source), pair.key);
      const here = [...path, name];
      if (name in result) {
        findings.push(finding("duplicate-key", place(pair.key), { key: name, line: String(keys.get(key(here)).line) }));
        continue;
      }
      keys.set(key(here), place(pair.key));
      result[name] = pair.value ? value(pair.value, here) : null;
    }
    return result;
  };
  return { value: root ? value(root, []) : null, places, keys, sources, findings };
};

/** A value as it was meant: only what JSON writes so is a number. @type {(node: any) => any} */
const scalar = (node) => {
  const text = String(node.source);
  if (node.type !== "PLAIN") return text;
  if (KEYWORDS.has(text)) return KEYWORDS.get(text);
  return INTEGER.test(text) || FLOAT.test(text) ? Number(text) : text;
};

/** @type {(text: string) => number[]} */
const lineStarts = (text) => [0, ...[...text.matchAll(/\n/g)].map((found) => found.index + 1)];

/** @type {(text: string, lines: number[], index: number) => Place} */
const placeAt = (text, lines, index) => {
  let low = 0;
  for (let high = lines.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (lines[middle] <= index) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: [...text.slice(lines[low], index)].length + 1 };
};
