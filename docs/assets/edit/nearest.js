// The known word that was most likely meant: Python's difflib, whose answers the command line gives
// (Ratcliff and Obershelp: twice the letters in common blocks, by the letters of both).

const CUTOFF = 0.6;

/** Details with the nearest known word, where one is near enough to be meant. @type {(word: unknown, known: Iterable<string>) => Record<string, string>} */
export const suggestion = (word, known) => {
  const spelt = new Map([...known].map((name) => [name.toLowerCase(), name]));
  let best = { share: CUTOFF, name: "" };
  for (const name of spelt.keys()) {
    const share = ratio(name, String(word).toLowerCase());
    if (share > best.share || (share === best.share && name > best.name)) best = { share, name };
  }
  const name = spelt.get(best.name);
  /** @type {Record<string, string>} */
  const none = {};
  return name ? { suggestion: name } : none;
};

/** @type {(first: string, second: string) => number} */
const ratio = (first, second) => {
  const length = first.length + second.length;
  return length ? (2 * common(first, second)) / length : 1;
};

/** Letters in the longest common block, and in those to the left and right of it. @type {(first: string, second: string) => number} */
const common = (first, second) => {
  const { start, other, size } = longest(first, second);
  if (!size) return 0;
  return size + common(first.slice(0, start), second.slice(0, other)) + common(first.slice(start + size), second.slice(other + size));
};

/** The first longest block that two words share. @type {(first: string, second: string) => {start: number, other: number, size: number}} */
const longest = (first, second) => {
  let best = { start: 0, other: 0, size: 0 };
  let before = new Array(second.length + 1).fill(0);
  for (let start = 0; start < first.length; start += 1) {
    const sizes = new Array(second.length + 1).fill(0);
    for (let other = 0; other < second.length; other += 1) {
      if (first[start] !== second[other]) continue;
      const size = (sizes[other + 1] = before[other] + 1);
      if (size > best.size) best = { start: start - size + 1, other: other - size + 1, size };
    }
    before = sizes;
  }
  return best;
};
