// Values as YAML text, in the way the records are written by hand: short things on one line, texts
// without quotes where nothing needs them.

import { FLOAT, INTEGER } from "./reading.js";

const WIDTH = 98; // columns that something on one line may take
const NO_TEXT = ["true", "false", "null", "~", ""];

/** A number as an editor typed it, with its zeros. */
export class Typed {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/**
 * What stands after a colon or a dash: begins with a space, or with a line break where the value
 * takes lines of its own. `indent` is the column of the key or dash.
 * @type {(value: any, indent: number, isFlow?: boolean) => string}
 */
export const after = (value, indent, isFlow = false) => {
  if (value === null) return "";
  if (isFlow || isSmall(value, indent)) return ` ${inline(value)}`;
  if (typeof value === "string") return value.includes("\n") ? ` ${block(value, indent)}` : ` ${scalar(value)}`;
  const pad = `\n${" ".repeat(indent + 2)}`;
  if (Array.isArray(value)) return value.map((item) => `${pad}-${entry(item, indent + 2)}`).join("");
  return Object.entries(value).map(([name, item]) => `${pad}${name}:${after(item, indent + 2)}`).join("");
};

/** What stands after the dash of an entry: its first field is beside it. @type {(value: any, indent: number) => string} */
export const entry = (value, indent) => {
  const text = after(value, indent);
  return text.startsWith("\n") ? ` ${text.trimStart()}` : text;
};

/** @type {(value: any, indent: number) => boolean} */
const isSmall = (value, indent) => {
  if (value instanceof Typed || typeof value !== "object") return !(typeof value === "string");
  const parts = Object.values(value);
  const isWord = (/** @type {any} */ part) => part !== null && (typeof part !== "object" || part instanceof Typed) && !String(part).includes("\n");
  const areCitations = Array.isArray(value) && parts.every((part) => part && typeof part === "object" && "id" in part);
  return (parts.every(isWord) || areCitations) && !/: [,}]/.test(inline(value)) && indent + inline(value).length < WIDTH;
};

/** A value on one line, between brackets or not. @type {(value: any) => string} */
export const inline = (value) => {
  if (value === null) return "";
  if (value instanceof Typed) return value.text;
  if (typeof value === "string") return scalar(value, true);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  return `{${Object.entries(value).map(([name, part]) => `${name}: ${inline(part)}`).join(", ")}}`;
};

/** A text, in double quotes only where it would be read as something else. @type {(text: string, isFlow?: boolean) => string} */
export const scalar = (text, isFlow = false) => (isPlain(text, isFlow) ? text : quoted(text));

/** @type {(text: string, isFlow: boolean) => boolean} */
const isPlain = (text, isFlow) =>
  !NO_TEXT.includes(text) &&
  !INTEGER.test(text) &&
  !FLOAT.test(text) &&
  !/^[-?:,[\]{}#&*!|>'"%@`\s]|^\.\.\.|\s$|:$|:\s|\s#|[\n\r\t]/.test(text) &&
  !(isFlow && /[,[\]{}:]/.test(text));

/** @type {(text: string) => string} */
export const quoted = (text) =>
  `"${text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t")}"`;

/** @type {(text: string) => string} */
export const singleQuoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** A text of several lines, as it is read; `indent` is the column of its key. @type {(text: string, indent: number) => string} */
export const block = (text, indent) => {
  if (/^\s|[\r\t]|\s$/.test(text)) return quoted(text); // what a block would not keep
  const pad = " ".repeat(indent + 2);
  return ["|-", ...text.split("\n").map((line) => (line ? pad + line : ""))].join("\n");
};
