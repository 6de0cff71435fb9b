// What only the form says: of texts changed in one language, of facts without a new date, and the
// sentences of the check with the names that the form gives to things.

import { finding } from "./reading.js";
import { everywhere, isGroup } from "./records.js";
import { sentence } from "./saying.js";
import { valueAt } from "./shape.js";

/** @typedef {import("./reading.js").Path} Path */
/** @typedef {import("./reading.js").Finding} Finding */

export const OWN = "edit."; // how the codes begin of what only the form says
const START = { line: 1, column: 1 };
const MOBILE = /^(?:04\d|\+32 ?4)/;

/** @type {(name: string, path: Path, severity: "error" | "warning", details?: Record<string, string>) => Finding} */
export const ownFinding = (name, path, severity, details = {}) => ({ ...finding(OWN + name, START, details, severity), path });

/** Texts that changed in one language only, said at the other. @type {(before: any, value: any) => Finding[]} */
export const oneLanguage = (before, value) =>
  everywhere(before ?? {}).flatMap(([path, pair]) => {
    const now = valueAt(value, path);
    if (!isGroup(pair) || typeof pair.fr !== "string" || !isGroup(now) || typeof now.fr !== "string") return [];
    const [french, dutch] = [pair.fr !== now.fr, pair.nl !== now.nl];
    return french === dutch ? [] : [ownFinding("one-language", [...path, french ? "nl" : "fr"], "warning")];
  });

/** Ways to reach someone that changed: whose number it is, and since when and from where it is known. @type {(before: any, value: any) => Finding[]} */
export const undated = (before, value) => {
  const [old, now] = [before?.contacts, value?.contacts];
  if (!isGroup(now)) return [];
  const isOther = (/** @type {string} */ name) => JSON.stringify(old?.[name]) !== JSON.stringify(now[name]);
  const found = [];
  if (isOther("phone") && MOBILE.test(String(now.phone))) found.push(ownFinding("mobile", ["contacts", "phone"], "warning"));
  const isChanged = Boolean(old) && ["website", "phone", "email"].some(isOther);
  if (isChanged && !isOther("as_of") && !isOther("sources")) found.push(ownFinding("undated", ["contacts"], "warning"));
  return found;
};

/** A sentence of the check as the form says it: a field by its label, `unknown` by the choice that says so. @type {(one: Finding, label: string, unknown: string, language: string, sentences: import("./saying.js").Sentences) => string} */
export const spoken = (one, label, unknown, language, sentences) => {
  const quoted = language === "fr" ? `« ${label} »` : `‘${label}’`;
  const details = { ...one.details };
  if ("field" in details && label) details.field = quoted;
  if ("unknown" in details) details.unknown = unknown;
  const said = sentence({ ...one, details }, language, sentences);
  return language === "fr" ? said.replace(/« /g, "«\u00a0").replace(/ ([»:;?!])/g, "\u00a0$1") : said;
};
