// The marks that editors write in texts, as hooks/panorama/reading/marks.py reads them.

/** @typedef {{records: string[], prose: string[], addresses: string[]}} Marks kinds of mark and of address */

const MARK = /\[(?<text>[^[\]]*)\]\((?<kind>[a-z-]+):(?<key>[^()\s]*)\)/g;

/** Every mark of a text; links to other sites are none. @type {(text: string, kinds: Marks) => {text: string, kind: string, key: string, start: number, end: number}[]} */
export const marks = (text, { addresses }) =>
  [...text.matchAll(MARK)]
    .map((found) => ({ .../** @type {any} */ (found.groups), start: found.index, end: found.index + found[0].length }))
    .filter((mark) => !addresses.includes(mark.kind));

/** Words of what is meant as a mark but is not written as one. @type {(text: string, kinds: Marks) => string[]} */
export const malformed = (text, kinds) => {
  const names = kinds.prose.join("|");
  const meant = new RegExp(`\\[[^\\[\\]]*\\]\\(\\s*<?\\s*(?:${names})\\s*:[^)]*\\)|^ {0,3}\\[[^\\]\\n]+\\]:\\s*<?(?:${names}):.*$`, "gim");
  const found = marks(text, kinds);
  const dressed = found.filter((mark) => text.slice(0, mark.start).endsWith("!") || text.startsWith("{", mark.end));
  const others = [...text.matchAll(meant)].filter((one) => !found.some((mark) => mark.start === one.index));
  return [...dressed.map((mark) => text.slice(mark.start, mark.end)), ...others.map((one) => one[0].trim())];
};
