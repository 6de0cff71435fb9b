// Edits by position: the characters between two marks of the parser are replaced, so that comments,
// order, quotes and line ends of everything else stay as they are.

import { isMap, isScalar, isSeq } from "../lib/yaml/index.js";
import { composed, rangeOf } from "./reading.js";
import { after, block, entry, inline, quoted, scalar, singleQuoted } from "./writing.js";

/** @typedef {import("./reading.js").Path} Path */
/** @typedef {{node: any, parent: any, index: number, isFlow: boolean}} Spot a value, and where it stands in its parent */

/**
 * The text with a value put at a path: in the place of what is there, else as a new field. `order`
 * has the names of the fields beside it, as the schema orders them.
 * @type {(text: string, path: Path, value: any, order?: string[]) => string}
 */
export const put = (text, path, value, order = []) => {
  const spot = find(text, path);
  return spot.index < 0 ? added(text, path, value, order) : replaced(text, spot, value);
};

/** A word as it is written, with its quotes; null where there is none. @type {(text: string, path: Path) => string | null} */
export const written = (text, path) => {
  const { node } = find(text, path);
  return isScalar(node) ? text.slice(rangeOf(node)[0], ending(text, node)) : null;
};

/** The text with a word written so, where one is. @type {(text: string, path: Path, words: string) => string} */
export const rewrite = (text, path, words) => {
  const { node } = find(text, path);
  return isScalar(node) ? cut(text, rangeOf(node)[0], ending(text, node), words) : text;
};

/** The text without a field or an entry; a list or a group that has no other keeps its brackets. @type {(text: string, path: Path) => string} */
export const remove = (text, path) => {
  const { parent, index } = find(text, path);
  if (index < 0) return text;
  if (parent.flow) return flowRemoved(text, parent, index);
  if (parent.items.length === 1) return put(text, path.slice(0, -1), isSeq(parent) ? [] : {});
  const { start, end } = lines(text, parent, index);
  const isFirstOfEntry = text.slice(lineStart(text, start), start).trim() !== "";
  if (isFirstOfEntry) return cut(text, start, startOf(parent, 1), "");
  return cut(text, lineStart(text, start), Math.min(end + breakAt(text, end).length, text.length), "");
};

/** The text with one more entry in a list. @type {(text: string, path: Path, value: any) => string} */
export const append = (text, path, value) => {
  const { node } = find(text, path);
  if (!isSeq(node) || !node.items.length) return put(text, path, [value]);
  if (node.flow) return flowInserted(text, node, node.items.length, inline(value));
  const { end } = lines(text, node, node.items.length - 1);
  const column = columnOf(text, rangeOf(node)[0]);
  return cut(text, end, end, breaks(text, `\n${" ".repeat(column)}-${entry(value, column)}`));
};

/** The text with two neighbours of a list exchanged. @type {(text: string, path: Path, index: number) => string} */
export const swap = (text, path, index) => {
  const { node } = find(text, path);
  const span = (/** @type {number} */ place) =>
    node.flow ? { start: node.items[place].range[0], end: ending(text, node.items[place]) } : lines(text, node, place);
  const [first, second] = [span(index), span(index + 1)];
  return [
    text.slice(0, first.start),
    text.slice(second.start, second.end),
    text.slice(first.end, second.start),
    text.slice(first.start, first.end),
    text.slice(second.end),
  ].join("");
};

/** @type {(text: string, path: Path) => Spot} */
const find = (text, path) => {
  /** @type {Spot} */
  let spot = { node: composed(text)[0].contents, parent: null, index: path.length ? -1 : 0, isFlow: false };
  for (const step of path) {
    const parent = spot.node;
    const index = isMap(parent)
      ? parent.items.findIndex((/** @type {any} */ pair) => isScalar(pair.key) && pair.key.source === String(step))
      : isSeq(parent) && Number(step) < parent.items.length ? Number(step) : -1;
    if (index < 0) return { node: null, parent, index: -1, isFlow: false };
    const item = parent.items[index];
    spot = { node: isMap(parent) ? item.value : item, parent, index, isFlow: spot.isFlow || Boolean(parent.flow) };
  }
  return spot;
};

/** @type {(text: string, spot: Spot, value: any) => string} */
const replaced = (text, { node, parent, index, isFlow }, value) => {
  const indent = columnOf(text, startOf(parent, index));
  const mark = markEnd(text, parent, index);
  const isWord = typeof value !== "object" || value?.text !== undefined;
  if (isScalar(node) && isWord && rangeOf(node)[1] > rangeOf(node)[0])
    return cut(text, rangeOf(node)[0], ending(text, node), breaks(text, restyled(node, value, indent, isFlow)));
  const end = node ? Math.max(mark, ending(text, node)) : mark;
  const words = isSeq(parent) && !isFlow ? entry(value, indent) : after(value, indent, isFlow);
  const isItem = isSeq(parent) && isFlow;
  return cut(text, isItem ? node.range[0] : mark, end, breaks(text, isItem ? words.trim() : words));
};

/** A word in the quotes, or in the lines of its own, that the old one had. @type {(node: any, value: any, indent: number, isFlow: boolean) => string} */
const restyled = (node, value, indent, isFlow) => {
  if (typeof value !== "string") return inline(value);
  if (node.type.startsWith("BLOCK") || (value.includes("\n") && !isFlow)) return block(value, indent);
  if (node.type === "QUOTE_SINGLE" && !/[\n\r\t]/.test(value)) return singleQuoted(value);
  return node.type === "QUOTE_DOUBLE" ? quoted(value) : scalar(value, isFlow);
};

/** @type {(text: string, path: Path, value: any, order: string[]) => string} */
const added = (text, path, value, order) => {
  const name = String(path.at(-1));
  const { node } = find(text, path.slice(0, -1));
  if (!isMap(node) || !node.items.length) return put(text, path.slice(0, -1), { [name]: value });
  const before = order.includes(name) ? order.slice(0, order.indexOf(name)) : node.items.map((/** @type {any} */ pair) => pair.key.source);
  const index = node.items.findLastIndex((/** @type {any} */ pair) => before.includes(pair.key.source)) + 1;
  if (node.flow) return flowInserted(text, node, index, `${name}:${after(value, 0, true)}`);
  const column = columnOf(text, rangeOf(node)[0]);
  const words = breaks(text, `${name}:${after(value, column)}`);
  const pad = breaks(text, "\n") + " ".repeat(column);
  if (!index) return cut(text, rangeOf(node)[0], rangeOf(node)[0], words + pad);
  const { end } = lines(text, node, index - 1);
  return cut(text, end, end, pad + words);
};

/** @type {(text: string, parent: any, index: number, words: string) => string} */
const flowInserted = (text, parent, index, words) => {
  if (!parent.items.length) return cut(text, parent.range[0] + 1, parent.range[0] + 1, words);
  if (!index) return cut(text, startOf(parent, 0), startOf(parent, 0), `${words}, `);
  const end = endOf(text, parent, index - 1);
  return cut(text, end, end, `, ${words}`);
};

/** @type {(text: string, parent: any, index: number) => string} */
const flowRemoved = (text, parent, index) => {
  if (index) return cut(text, endOf(text, parent, index - 1), endOf(text, parent, index), "");
  return cut(text, startOf(parent, 0), parent.items.length > 1 ? startOf(parent, 1) : endOf(text, parent, 0), "");
};

/** @type {(text: string, start: number, end: number, words: string) => string} */
const cut = (text, start, end, words) => text.slice(0, start) + words + text.slice(end);

/** Where an item of a list or a field begins, its dash or its name included. @type {(parent: any, index: number) => number} */
const startOf = (parent, index) => {
  if (!parent) return 0;
  const item = parent.items[index];
  if (isMap(parent)) return item.key.range[0];
  const dash = parent.srcToken?.items?.[index]?.start?.find((/** @type {any} */ token) => token.type === "seq-item-ind");
  return dash ? dash.offset : item.range[0];
};

/** Where what introduces a value ends: the colon of a field, the dash of an entry. @type {(text: string, parent: any, index: number) => number} */
const markEnd = (text, parent, index) => {
  const item = parent.items[index];
  if (!isMap(parent)) return startOf(parent, index) + (parent.flow ? 0 : 1);
  const colon = item.srcToken?.sep?.find((/** @type {any} */ token) => token.type === "map-value-ind");
  return colon ? colon.offset + 1 : text.indexOf(":", item.key.range[1]) + 1;
};

/** @type {(text: string, parent: any, index: number) => number} */
const endOf = (text, parent, index) => {
  const value = isMap(parent) ? parent.items[index].value : parent.items[index];
  return value && value.range[1] > value.range[0] ? ending(text, value) : markEnd(text, parent, index);
};

/** Where the last sign of a value ends; that of a block is before its last line break. @type {(text: string, node: any) => number} */
const ending = (text, node) => node.range[0] + text.slice(node.range[0], node.range[1]).trimEnd().length;

/** A field or entry to the end of its last line, without the line break. @type {(text: string, parent: any, index: number) => {start: number, end: number}} */
const lines = (text, parent, index) => {
  const end = endOf(text, parent, index);
  const found = text.slice(end).search(/\r?\n/);
  return { start: startOf(parent, index), end: found < 0 ? text.length : end + found };
};

/** @type {(text: string, index: number) => number} */
const lineStart = (text, index) => text.lastIndexOf("\n", index - 1) + 1;

/** @type {(text: string, index: number) => number} */
const columnOf = (text, index) => index - lineStart(text, index);

/** The line break at a place of the text. @type {(text: string, index: number) => string} */
const breakAt = (text, index) => /^\r?\n/.exec(text.slice(index, index + 2))?.[0] ?? "";

/** New text with the line breaks of the file. @type {(text: string, words: string) => string} */
const breaks = (text, words) => (text.includes("\r\n") ? words.replaceAll("\n", "\r\n") : words);
