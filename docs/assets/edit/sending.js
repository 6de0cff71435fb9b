// Where a proposal can be sent: pages of the hosting platforms, and e-mail. Only GitHub and Gitea fill
// in a new file from an address, and none of them the text of one that is there: it is pasted.

const LONGEST = 7000; // characters of an address that servers surely take
const LONGEST_MAIL = 1500; // characters of an e-mail that every program takes from a link

/** @typedef {{address: string, isFilled: boolean}} Page `isFilled` says that the text need not be pasted */
/** @typedef {{repository: string, platform: string, branch: string}} Host `repository` ends with a slash */

/** @type {Record<string, {create: (path: string, text: string) => string, edit: (path: string) => string}>} parts of an address after the repository's, `@` standing for the branch */
const PLATFORMS = {
  github: {
    create: (path, text) => `new/@?filename=${encodeURIComponent(path)}&value=${encodeURIComponent(text)}`,
    edit: (path) => `edit/@/${path}`,
  },
  gitlab: {
    create: (path) => `-/new/@?file_name=${encodeURIComponent(path)}`,
    edit: (path) => `-/edit/@/${path}`,
  },
  gitea: {
    create: (path, text) => `_new/@/?filename=${encodeURIComponent(path)}&value=${encodeURIComponent(text)}`,
    edit: (path) => `_edit/@/${path}`,
  },
};

/** The page on which a file can be proposed; `path` is the file's in the repository. @type {(host: Host, path: string, text: string, isNew: boolean) => Page} */
export const proposal = ({ repository, platform, branch }, path, text, isNew) => {
  const pages = PLATFORMS[platform];
  const whole = (/** @type {string} */ part) => repository + part.replace("@", encodeURIComponent(branch));
  if (!isNew) return { address: whole(pages.edit(path)), isFilled: false };
  const filled = whole(pages.create(path, text));
  const isFilled = platform !== "gitlab" && filled.length <= LONGEST;
  return { address: isFilled ? filled : whole(pages.create(path, "")), isFilled };
};

/** A prepared e-mail; a long text is cut, and said to be in the file that goes with it. @type {(to: string, subject: string, body: string, isCut: string) => string} */
export const mail = (to, subject, body, isCut) => {
  const text = body.length > LONGEST_MAIL ? `${body.slice(0, LONGEST_MAIL)}…\n\n${isCut}` : body;
  return `mailto:${encodeURIComponent(to).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
};
