// The end of the form: what is still wrong, what changes in the file, and how to send it.

import { differing, shortened } from "./differing.js";
import { button, h, say } from "./elements.js";
import { mail, proposal } from "./sending.js";

const A_WHILE = 60_000; // milliseconds in which a download surely begins

/** @typedef {import("./reading.js").Finding} Finding */
/** @typedef {(name: string, details?: Record<string, unknown>) => string} Say */
/**
 * @typedef {object} Given
 * @property {string} text
 * @property {string} original empty for a new record
 * @property {string} path of the file in the repository
 * @property {string} name
 * @property {boolean} isNew
 * @property {boolean} isChanged
 * @property {Finding[]} found
 * @property {(one: Finding) => string} told
 * @property {(one: Finding) => string} labelOf
 * @property {(one: Finding) => void} go to the control
 * @property {() => void} look at the record as it is now, before it was time to
 * @property {() => void} ask to see everything that is wrong
 * @property {Say} t
 * @property {import("./sending.js").Host} host
 * @property {string} email
 */

/** How far an editor is, in one line. @type {(given: {errors: Finding[], isSeen: (one: Finding) => boolean, isChanged: boolean, isAsked: boolean, t: Say}) => string} */
export const statusOf = ({ errors, isSeen, isChanged, isAsked, t }) => {
  const seen = errors.filter(isSeen).length;
  const left = errors.length - seen;
  const words = [];
  if (seen) words.push(t(seen === 1 ? "status.one" : "status.many", { count: seen }));
  if (left) words.push(t(left === 1 ? "status.todo-one" : "status.todo", { count: left }));
  if (words.length) return `${words.join(". ")}.`;
  return t(isChanged || !isAsked ? "status.good" : "status.unchanged");
};

/** The end of the form: parts that stay, so that focus does, and what `show` puts into them; `sent` is the text that was sent last. @type {(t: Say) => {nodes: Node[], show: (given: Given) => void, sent: () => string}} */
export const reviewer = (t) => {
  /** @type {Given} */
  let now;
  const found = h("div");
  const done = h("p", { role: "status", class: "done" });
  const ways = sending(t, () => now, (words) => say(done, words));
  return {
    nodes: [
      h("h2", { id: "review-title" }, t("review")),
      found,
      h("p", { class: "soft" }, t("unchecked")),
      h("h3", {}, t("send")),
      h("p", {}, t("send.how")),
      ways.list,
      done,
    ],
    show: (given) => {
      now = given;
      if (given.text !== ways.sent()) done.replaceChildren();
      found.replaceChildren(
        ...problems(given, errorsOf(given), "problems", "review-problems"),
        ...problems(given, given.found.filter((one) => one.severity === "warning"), "warnings", "review-warnings"),
        h("h3", {}, t("changes")),
        given.isChanged ? changes(given) : h("p", {}, t("changes.none")),
        h("details", {}, h("summary", {}, t("file", { path: given.path })), h("pre", { class: "file", tabindex: "0", role: "region", "aria-label": t("file", { path: given.path }) }, given.text)),
      );
      ways.point();
    },
    sent: ways.sent,
  };
};

/** @type {(given: Given) => Finding[]} */
const errorsOf = (given) => given.found.filter((one) => one.severity === "error");

/** @type {(given: Given, found: Finding[], title: string, id: string) => Node[]} */
const problems = ({ t, told, labelOf, go, isNew, isChanged }, found, title, id) =>
  !found.length || (isNew && !isChanged) ? [] : [
    h("section", { class: `summary summary--${title}`, id, tabindex: "-1", "aria-labelledby": `${id}-title` },
      h("h3", { id: `${id}-title` }, t(title)),
      h("ul", {}, ...found.map((one) => h("li", {}, h("a", { href: "#fields", onclick: (/** @type {Event} */ event) => {
        event.preventDefault();
        go(one);
      } }, labelOf(one) || t("whole")), " – ", told(one))))),
  ];

/** @type {(given: Given) => Node} */
const changes = ({ original, text, t }) =>
  h("div", { class: "changes", tabindex: "0", role: "region", "aria-label": t("changes") }, ...shortened(differing(original, text).filter((line) => original || line.text)).map((line) => {
    if (!line) return h("p", { class: "gap" }, "…");
    if (line.sort === "same") return h("p", {}, line.text || "\u00a0");
    return h(line.sort === "gone" ? "del" : "ins", {}, h("span", { class: "visually-hidden" }, `${t(`line.${line.sort}`)} `), line.text || "\u00a0");
  }));

/** The ways to send a proposal; `point` lets the links lead to what it is now. @type {(t: Say, given: () => Given, tell: (words: string) => void) => {list: Node, point: () => void, sent: () => string}} */
const sending = (t, given, tell) => {
  let last = "";
  const page = () => proposal(given().host, given().path, given().text, given().isNew);
  /** Nothing is sent that is unchanged, and no file that would be refused. @type {(act: () => void, mayErr?: boolean) => (event: Event) => void} */
  const unless = (act, mayErr = false) => (event) => {
    given().look();
    const isRefused = !mayErr && errorsOf(given()).length > 0;
    if (given().isChanged && !isRefused) {
      last = given().text;
      return act();
    }
    event.preventDefault();
    tell(t(isRefused ? "refused.errors" : "refused.unchanged"));
    given().ask();
    const list = document.getElementById("review-problems");
    list?.focus({ preventScroll: true });
    list?.scrollIntoView({ block: "start" });
  };
  const copy = (/** @type {string} */ words) => navigator.clipboard.writeText(given().text).then(() => tell(words), () => tell(t("sent.copy-failed")));
  const byMail = h("a", { class: "button", onclick: unless(() => tell(t(given().email ? "sent.mailed" : "sent.mailed-nobody")), true) }, t("send.mail"));
  const onPlatform = h("a", { class: "button", target: "_blank", rel: "noopener", onclick: unless(() => (page().isFilled ? tell(t("sent.opened")) : copy(t("sent.pasted")))) }, t("send.propose"));
  const how = h("p", { class: "soft" });
  const toWhom = h("p", { class: "soft" });
  const list = h("ul", { class: "plain ways-out" },
    h("li", {}, byMail, toWhom),
    h("li", {}, onPlatform, how),
    h("li", {},
      h("div", { class: "actions" },
        button(t("send.download"), unless(() => {
          const file = given().path.slice(given().path.lastIndexOf("/") + 1);
          download(given().text, file);
          tell(t("sent.downloaded", { file }));
        })),
        button(t("send.copy"), unless(() => copy(t("sent.copied"))))),
      h("p", { class: "soft" }, t("send.file-help"))));
  const point = () => {
    const { email, name, path } = given();
    toWhom.textContent = t(email ? "send.mail-help" : "send.mail-nobody");
    byMail.href = mail(email, t("mail.subject", { name }), t("mail.body", { path, changes: changed(given()) }), t("mail.cut"));
    onPlatform.href = page().address;
    how.textContent = t(page().isFilled ? "send.propose-help" : "send.paste-help");
  };
  return { list, point, sent: () => last };
};

/** The changed lines in an e-mail. @type {(given: Given) => string} */
const changed = ({ original, text }) => {
  const signs = { gone: "- ", new: "+ ", same: "  " };
  return differing(original, text).filter((line) => line.sort !== "same" && (original || line.text)).map((line) => signs[line.sort] + line.text).join("\n");
};

/** @type {(text: string, name: string) => void} */
const download = (text, name) => {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), A_WHILE);
};
