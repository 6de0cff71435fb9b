// Findings in words: the sentences of hooks/panorama/checking/messages.yml, as the build exports them.

/** @typedef {import("./reading.js").Finding} Finding */
/** @typedef {{messages: Record<string, Record<string, string>>, words: Record<string, Record<string, string>>, translated: string[]}} Sentences */

/** What a finding says, with its suggestion. @type {(finding: Finding, language: string, sentences: Sentences) => string} */
export const sentence = (finding, language, { messages, words, translated }) => {
  const details = Object.fromEntries(
    Object.entries(finding.details).map(([name, value]) => [name, (translated.includes(name) && words[value]?.[language]) || value]),
  );
  const said = filled(messages[finding.code][language], details);
  const more = "suggestion" in details ? ` ${filled(messages.suggestion[language], details)}` : "";
  return (said + more).replaceAll("\n", " ");
};

/** A sentence with its details; two braces stand for one. @type {(template: string, details: Record<string, unknown>) => string} */
export const filled = (template, details) =>
  template.replace(/\{\{|\}\}|\{([\w-]+)\}/g, (sign, name) => (name === undefined ? sign[0] : String(details[name])));

/** Findings once each, in the order of the command line. @type {(findings: Finding[]) => Finding[]} */
export const ordered = (findings) => {
  const named = new Map(findings.map((one) => [JSON.stringify([one.place, one.code, Object.entries(one.details).sort()]), one]));
  return [...named.values()].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column || compare(a.code, b.code) || compare(detailsOf(a), detailsOf(b)));
};

/** @type {(one: Finding) => string} */
const detailsOf = (one) => Object.entries(one.details).sort(([a], [b]) => compare(a, b)).flat().join("\u0000");

/** @type {(a: string, b: string) => number} */
const compare = (a, b) => (a < b ? -1 : Number(a > b));
