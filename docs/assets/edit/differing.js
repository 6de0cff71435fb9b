// Which lines of a text are new and which are gone (longest common subsequence).

/** @typedef {{sort: "same" | "gone" | "new", text: string}} Line */

/** @type {(before: string, after: string) => Line[]} */
export const differing = (before, after) => {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < Math.min(old.length, fresh.length) && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const same = (/** @type {string[]} */ lines) => lines.map((text) => /** @type {Line} */ ({ sort: "same", text }));
  const middle = compared(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end));
  return [...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))];
};

/** @type {(old: string[], fresh: string[]) => Line[]} */
const compared = (old, fresh) => {
  const longest = old.map(() => new Array(fresh.length + 1).fill(0)).concat([new Array(fresh.length + 1).fill(0)]);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      longest[i][j] = old[i] === fresh[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
  /** @type {Line[]} */
  const lines = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      lines.push({ sort: "same", text: old[i] });
      [i, j] = [i + 1, j + 1];
    } else if (j >= fresh.length || (i < old.length && longest[i + 1][j] >= longest[i][j + 1])) lines.push({ sort: "gone", text: old[i++] });
    else lines.push({ sort: "new", text: fresh[j++] });
  }
  return lines;
};

/** Only what changed, with a line before and after; a gap stands for what is left out. @type {(lines: Line[]) => (Line | null)[]} */
export const shortened = (lines) => {
  const isNear = (/** @type {number} */ index) => [index - 1, index, index + 1].some((near) => lines[near] && lines[near].sort !== "same");
  return lines.map((line, index) => (isNear(index) ? line : null)).filter((line, index, all) => line || all[index - 1] || (index === 0 && all.length > 1));
};
