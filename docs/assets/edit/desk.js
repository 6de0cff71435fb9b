// Where a record is worked on: its form, what is wrong, what changes, and where to send it. Nothing is
// sent or kept from here.

import { check } from "./checking.js";
import { append, put, remove, rewrite, swap, written } from "./editing.js";
import { button, h, say } from "./elements.js";
import { fieldsOf } from "./fields.js";
import { focusIn, formOf, idOf } from "./form.js";
import { idFrom, proposed } from "./proposing.js";
import { key, read } from "./reading.js";
import { everywhere, isGroup } from "./records.js";
import { oneLanguage, ownFinding, OWN, spoken, undated } from "./remarks.js";
import { reviewer, statusOf } from "./reviewing.js";
import { valueAt } from "./shape.js";

/** @typedef {import("./reading.js").Path} Path */
/** @typedef {import("./reading.js").Finding} Finding */
/**
 * @typedef {object} Given
 * @property {HTMLElement} workplace
 * @property {any} index
 * @property {string} language
 * @property {(name: string, details?: Record<string, unknown>) => string} t
 * @property {string} kind
 * @property {string} id empty for a new record
 * @property {any} schema
 * @property {import("./places.js").Ground} ground
 * @property {string} folder
 * @property {string} original the text of the record's file
 * @property {string} pages address of the site in this language
 * @property {import("./sending.js").Host} host
 * @property {string} email
 */

const PAUSE = 250; // milliseconds after the last letter
const NAMING = ["names", "terms", "title"];

/** Show the form of a record; the text of its file at any moment is what is returned. @type {(given: Given) => () => string} */
export const desk = ({ workplace, index, language, t, kind, id, schema, ground, folder, original, pages, host, email }) => {
  const isNew = !id;
  const whole = fieldsOf(schema, { language, labels: index.labels, references: index.references, record: kind });
  const fields = isNew ? idAfterName(whole.fields, t("id.proposed")) : whole.fields;
  const today = new Intl.DateTimeFormat("sv-SE").format(); // year-month-day, where the editor is
  const order = whole.fields.map((field) => field.name);
  let text = isNew ? proposed(kind, whole, today) : original;
  const untouched = text;
  let value = read(text).reading?.value;
  const before = isNew ? null : value;
  const touched = new Set();
  /** @type {Path[]} what was added and is still being filled in */
  let fresh = [];
  /** What was typed but cannot stand in a file, by the place where it was typed. @type {Map<string, Finding[]>} */
  const refused = new Map();
  /** Words as they were written when the form was opened, by their place. @type {Map<string, string>} */
  const first = new Map();
  /** @type {{text: string, path: Path} | null} the text before something was taken away */
  let former = null;
  let isAsked = !isNew;
  let idIsProposed = isNew;
  let timer = 0;
  let used = { path: "", from: "" };

  const status = h("p", { role: "status", class: "status" });
  const heard = h("p", { role: "status", class: "visually-hidden" });
  const undo = button(t("undo"), () => {
    if (!former) return;
    const { path: at } = former;
    renew(former.text);
    form.replaceChildren(...formOf(board, fields));
    say(heard, t("undone"));
    focusIn(at);
  }, { class: "quiet", hidden: true });
  const bar = h("div", { class: "bar" }, status, undo, h("a", { href: "#review", class: "button" }, t("review")));
  const end = reviewer(t);
  const lower = h("section", { id: "review", "aria-labelledby": "review-title", tabindex: "-1" }, ...end.nodes);

  const path = () => `${folder}/${isNew ? value?.id || "…" : id}.yml`;
  /** What cannot stand in a file is told where it was typed, and the file stays as it was. @type {(next: string, at?: Path) => void} */
  const change = (next, at = []) => {
    const { reading, findings: found } = read(next);
    if (reading) [text, value] = [next, reading.value];
    if (reading) refused.delete(key(at));
    else refused.set(key(at), found.map((one) => ({ ...one, path: at })));
    former = null;
    undo.hidden = true;
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  };
  /** After places changed: what was kept by place is of no use. @type {(next: string) => void} */
  const renew = (next) => {
    used.path = "";
    first.clear();
    refused.clear();
    change(next);
  };
  /** While one control is used, each letter changes the text as it was before the first: quotes that a part of a word needed go with it, also when the control is used again. @type {(at: Path, edit: (from: string) => string) => void} */
  const inPlace = (at, edit) => {
    if (key(at) !== used.path) {
      const words = first.get(key(at)) ?? written(text, at);
      if (words !== null) first.set(key(at), words);
      used = { path: key(at), from: words === null ? text : rewrite(text, at, words) };
    }
    change(edit(used.from), at);
  };
  /** @type {() => Finding[]} */
  const findings = () => {
    const found = check(text, path(), kind, schema, index, ground, today);
    const isTaken = isNew && Object.hasOwn(index.names[kind], value?.id ?? "");
    const taken = isTaken ? [ownFinding("id.taken", ["id"], "error", { id: value.id })] : [];
    return [...[...refused.values()].flat(), ...found, ...taken, ...oneLanguage(before, value), ...undated(before, value)];
  };
  /** @type {(one: Finding) => string} */
  const told = (one) => {
    if (one.code.startsWith(OWN)) return t(one.code.slice(OWN.length), one.details);
    const label = labelOf(whole, one.path ?? []).split(" › ").at(-1) ?? "";
    return spoken(one, label, t("missing.unknown"), language, index.sentences);
  };

  const look = () => {
    clearTimeout(timer);
    const found = findings();
    const errors = found.filter((one) => one.severity === "error");
    const isFresh = (/** @type {Finding} */ one) => fresh.some((at) => at.every((step, index) => one.path?.[index] === step));
    const isSeen = (/** @type {Finding} */ one) => touched.has(key(one.path ?? [])) || refused.has(key(one.path ?? [])) || (isAsked && !isFresh(one));
    show(found.filter(isSeen), told);
    const words = statusOf({ errors, isSeen, isChanged: text !== untouched, isAsked, t });
    if (status.textContent !== words) say(status, words);
    const name = isNew ? "" : index.names[kind][id][language];
    end.show({
      text, original, path: `data/${path()}`, isNew, isChanged: text !== untouched, found, told, t, name: name || path(),
      labelOf: (one) => labelOf(whole, one.path ?? []),
      go: (one) => focusIn(nearest(one.path ?? [])),
      look,
      ask: () => {
        isAsked = true;
        fresh = [];
        look();
      },
      host,
      email,
    });
  };

  const board = {
    value: () => value,
    text: () => text,
    restore: (/** @type {string} */ before) => renew(before),
    put: (/** @type {Path} */ at, /** @type {any} */ entered, /** @type {string[]} */ beside) => {
      if (isNew && key(at) === key(["id"])) idIsProposed = entered === null;
      inPlace(at, (from) => put(from, at, entered, beside));
      if (idIsProposed) proposeId();
    },
    leave: (/** @type {Path} */ at) => inPlace(at, (from) => remove(from, at)),
    remove: (/** @type {Path} */ at) => {
      const before = text;
      fresh = [];
      renew(remove(text, at));
      former = { text: before, path: at };
    },
    removed: (/** @type {string} */ words) => {
      undo.hidden = false;
      say(heard, `${words} ${t("undo.there")}`);
    },
    append: (/** @type {Path} */ at, /** @type {any} */ entered) => renew(append(text, at, entered)),
    swap: (/** @type {Path} */ at, /** @type {number} */ place) => {
      fresh = [];
      renew(swap(text, at, place));
    },
    added: (/** @type {Path} */ at) => fresh.push(at),
    say: (/** @type {string} */ words) => say(heard, words),
    touch: (/** @type {Path} */ at) => {
      used.path = "";
      touched.add(key(at));
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    },
    t,
    language,
    today,
    names: (/** @type {string} */ named, /** @type {string} */ field) => [
      ...(field === "commune" ? index.noCommune.map((/** @type {string} */ word) => [word, t(`commune.${word}`)]) : []),
      ...Object.entries(index.names[named]).map(([one, said]) => /** @type {[string, string]} */ ([one, said[language]])).sort(([, a], [, b]) => a.localeCompare(b, language)),
    ],
    fixed: isNew ? null : ["id"],
  };
  const proposeId = () => {
    const near = idFrom(kind, value);
    if (near === value.id) return;
    change(put(text, ["id"], near || null, order));
    const shown = /** @type {HTMLInputElement | null} */ (document.getElementById(`${idOf(["id"])}-input`));
    if (shown) shown.value = near;
  };

  const source = kind === "source" && typeof value?.title === "string" ? value.title : "";
  const title = isNew ? t("head.new", { kind: t(`new.${kind}`) }) : t("head.edit", { name: source || index.names[kind][id][language] });
  document.querySelector("h1")?.replaceChildren(title);
  document.querySelector("#editor > .lead")?.remove();
  document.title = `${title} – ${document.title.split(" – ").at(-1)}`;
  const form = h("form", { id: "fields", novalidate: true, onsubmit: (/** @type {Event} */ event) => event.preventDefault() });
  workplace.replaceChildren(
    h("p", {}, t(isNew ? "steps.new" : "steps")),
    h("p", {}, t("never")),
    h("ul", { class: "inline" },
      h("li", {}, h("a", { href: location.pathname }, t("another"))),
      !isNew && h("li", {}, h("a", { href: `${pages}${folder}/${kind === "source" ? `#${id}` : `${id}/`}` }, t("page")))),
    parts(fields, t), form, heard, bar, lower);
  form.append(...formOf(board, fields));
  look();
  // Nothing is kept: who leaves with a proposal that was not sent is asked whether to.
  addEventListener("beforeunload", (event) => {
    if (text !== untouched && text !== end.sent()) event.preventDefault();
  });
  return () => text;
};

/** A new record is named first: its id is proposed from that. @type {(fields: import("./fields.js").Field[], hint: string) => import("./fields.js").Field[]} */
const idAfterName = ([id, ...fields], hint) => {
  const name = fields.findIndex((field) => NAMING.includes(field.name));
  return [...fields.slice(0, name + 1), { ...id, hint }, ...fields.slice(name + 1)];
};

/** The parts of a long form, to go to without passing the others. @type {(fields: import("./fields.js").Field[], t: Given["t"]) => Node} */
const parts = (fields, t) => {
  const named = fields.map((field) => h("li", {}, h("a", { href: `#${idOf([field.name])}`, onclick: (/** @type {Event} */ event) => {
    event.preventDefault();
    focusIn([field.name]);
  } }, field.label)));
  return h("details", { class: "parts" }, h("summary", {}, t("parts")),
    h("nav", { "aria-label": t("parts") }, h("ul", { class: "inline" }, ...named, h("li", {}, h("a", { href: "#review" }, t("review"))))));
};

/** Each finding beside its control, and nothing beside the others. @type {(found: Finding[], told: (one: Finding) => string) => void} */
const show = (found, told) => {
  for (const problem of document.querySelectorAll("#fields .problem")) problem.replaceChildren();
  for (const control of document.querySelectorAll("#fields [aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const one of found) {
    const id = idOf(nearest(one.path ?? []));
    const problem = document.getElementById(`${id}-problem`);
    problem?.append(h("span", { class: one.severity }, told(one)));
    if (one.severity === "error") document.getElementById(`${id}-input`)?.setAttribute("aria-invalid", "true");
  }
};

/** The path of the nearest thing around a value that has a place in the form. @type {(path: Path) => Path} */
const nearest = (path) => (path.length && !document.getElementById(`${idOf(path)}-problem`) ? nearest(path.slice(0, -1)) : path);

/** @type {(field: any, path: Path) => string} */
const labelOf = (field, path) => {
  const [step, ...rest] = path;
  if (step === undefined) return "";
  const found = typeof step === "number" ? field.item ?? field.fields.find((/** @type {any} */ way) => way.item)?.item : fieldNamed(field, step);
  if (!found) return "";
  const label = typeof step === "number" ? `${step + 1}` : found.label;
  return [label, labelOf(found, rest)].filter(Boolean).join(" › ");
};

/** @type {(field: any, name: string) => any} */
const fieldNamed = (field, name) =>
  field.kind === "ways" ? field.fields.flatMap((/** @type {any} */ way) => way.fields).find((/** @type {any} */ one) => one.name === name) : field.fields.find((/** @type {any} */ one) => one.name === name);
