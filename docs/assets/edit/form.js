// The form of a record: one control a value, each with its label, its hint and what is wrong with it.

import { h, button } from "./elements.js";
import { blank, wayOf } from "./fields.js";
import { phone } from "./formats.js";
import { FLOAT, INTEGER, key, visible } from "./reading.js";
import { valueAt } from "./shape.js";
import { Typed } from "./writing.js";

/** @typedef {import("./reading.js").Path} Path */
/** @typedef {import("./fields.js").Field} Field */
/**
 * @typedef {object} Desk what the form works on
 * @property {() => any} value the whole record, as it is now
 * @property {(path: Path, value: any, order: string[]) => void} put
 * @property {() => string} text of the record's file, as it is now
 * @property {(text: string) => void} restore a text that the file had before
 * @property {(path: Path) => void} leave a value out while its control is empty
 * @property {(path: Path) => void} remove
 * @property {(path: Path) => void} added what is empty in it is not yet wrong
 * @property {(path: Path, value: any) => void} append
 * @property {(path: Path, index: number) => void} swap
 * @property {(text: string) => void} removed what was taken away can be put back
 * @property {(text: string) => void} say what was done, for who does not see it
 * @property {(path: Path) => void} touch an editor has been at this value
 * @property {(name: string, details?: Record<string, unknown>) => string} t
 * @property {string} language
 * @property {string} today
 * @property {(kind: string, field: string) => [string, string][]} names what a field may name: ids of a kind of record, with what they are called
 * @property {Path | null} fixed what is shown, but cannot be changed
 */

const LONG = 70; // characters from which a text on one line gets several to be read in
const MANY = 30; // controls from which a part of the form is folded

/** @type {(path: Path) => string} */
export const idOf = (path) => `field-${path.join("-").replace(/[^\w-]/g, "_")}`;

/** @type {(desk: Desk, fields: Field[]) => Node[]} */
export const formOf = (desk, fields) => members(desk, fields, []);

/** Fields of a group in the order of the schema, and below them those that may be added. @type {(desk: Desk, fields: Field[], path: Path) => Node[]} */
const members = (desk, fields, path) => {
  const value = valueAt(desk.value(), path) ?? {};
  const order = fields.map((field) => field.name);
  const shown = fields.filter((field) => field.isRequired || isShort(field) || field.name in value);
  const absent = fields.filter((field) => !shown.includes(field));
  const nodes = ownFirst(shown, desk.language).map((field) => member(desk, field, [...path, field.name], order, () => redraw(desk, fields, path)));
  return absent.length ? [...nodes, adders(desk, fields, absent, path, order)] : nodes;
};

/** Of a text in both languages the editor's own comes first. @type {(fields: Field[], language: string) => Field[]} */
const ownFirst = (fields, language) => {
  if (!isPair(fields) || language === "fr") return fields;
  const [french, dutch, ...others] = fields;
  return [dutch, french, ...others];
};

/** @type {(fields: Field[]) => boolean} */
const isPair = (fields) => fields[0]?.name === "fr" && fields[1]?.name === "nl";

/** What is one control is always there, and left out of the record while it is empty. @type {(field: Field) => boolean} */
const isShort = (field) => ["line", "prose", "day", "number", "period", "choice", "reference"].includes(field.kind);

/** @type {(desk: Desk, field: Field, path: Path, order: string[], again: () => void) => Node} */
const member = (desk, field, path, order, again) => {
  const element = control(desk, field, path, order);
  if (!field.isRequired && !isShort(field)) {
    const label = nameOf(field, path);
    element.append(
      button(desk.t("remove", { label }), () => {
        desk.remove(path);
        again();
        desk.removed(desk.t("removed", { label }));
        focusIn(path.slice(0, -1));
      }, { class: "quiet" }),
    );
  }
  return path.length === 1 ? folded(desk, field, element) : element;
};

/** A long part of the form opens when it is wanted. @type {(desk: Desk, field: Field, element: HTMLElement) => Node} */
const folded = (desk, field, element) =>
  element.querySelectorAll("input, select, textarea").length < MANY ? element : h("details", { class: "part" }, h("summary", {}, h("h2", {}, field.label)), element);

/** @type {(desk: Desk, fields: Field[], absent: Field[], path: Path, order: string[]) => Node} */
const adders = (desk, fields, absent, path, order) =>
  h("div", { class: "adders" }, h("p", { class: "soft" }, desk.t("add.more")), h("ul", { class: "inline" },
    ...absent.map((field) => h("li", {}, button(field.label, () => {
      desk.put([...path, field.name], blank(field), order);
      desk.added([...path, field.name]);
      redraw(desk, fields, path);
      desk.say(desk.t("added", { label: field.label }));
      focusIn([...path, field.name]);
    }, { class: "add", "aria-label": desk.t("add", { label: field.label }) })))));

/** Draw the fields of a group anew, after some came or went. @type {(desk: Desk, fields: Field[], path: Path) => void} */
const redraw = (desk, fields, path) => {
  const place = document.getElementById(path.length ? `${idOf(path)}-fields` : "fields");
  place?.replaceChildren(...members(desk, fields, path));
};

/** @type {(path: Path) => void} */
export const focusIn = (path) => {
  const place = document.getElementById(`${idOf(path)}-input`) ?? document.getElementById(idOf(path)) ?? document.getElementById("fields");
  for (let near = place; near; near = near.parentElement) if (near instanceof HTMLDetailsElement) near.open = true;
  const found = place?.matches("input, select, textarea") ? place : place?.querySelector("input:not([type=radio]), input:checked, select, textarea, button");
  if (found instanceof HTMLElement) found.focus();
};

/** @type {(field: Field, path: Path) => string} */
const nameOf = (field, path) => field.label || String(path.at(-1));

/** A field with its label. `order` has the names of the fields beside it. @type {(desk: Desk, field: Field, path: Path, order: string[]) => HTMLElement} */
const control = (desk, field, path, order) => {
  if (field.kind === "ways") return ways(desk, field, path, order);
  if (field.kind === "pair" || field.kind === "group") return group(desk, field, path);
  if (field.kind === "list") return list(desk, field, path, order);
  if (field.kind === "choices") return choices(desk, field, path, order);
  return single(desk, field, path, order);
};

/** @type {(desk: Desk, field: Field, path: Path) => HTMLElement} */
const group = (desk, field, path) => {
  const inner = h("div", { id: `${idOf(path)}-fields`, class: isPair(field.fields) ? "pair" : "fields" });
  const isCitation = field.fields.map((one) => one.name).join() === "id,section";
  const box = fieldset(desk, field, path, inner);
  if (isCitation) {
    inner.classList.add("citation");
    box.classList.add("box--citation");
  }
  inner.append(...members(desk, field.fields, path));
  return box;
};

/** @type {(desk: Desk, field: Field, path: Path, ...inner: Node[]) => HTMLElement} */
const fieldset = (desk, field, path, ...inner) => {
  const id = idOf(path);
  return h("fieldset", { id, class: `box box--${path.length === 1 ? "top" : field.kind}`, "aria-describedby": describedBy(id, field) },
    field.label && h("legend", {}, headed(field, path), optional(desk, field)),
    hint(desk, field, id),
    h("p", { class: "problem", id: `${id}-problem` }),
    ...inner);
};

/** The parts of a record are found by their headings. @type {(field: Field, path: Path) => Node | string} */
const headed = (field, path) => (path.length === 1 ? h("h2", {}, field.label) : field.label);

/** @type {(id: string, field: Field) => string} */
const describedBy = (id, field) => (field.hint || field.example ? `${id}-hint ${id}-problem` : `${id}-problem`);

/** @type {(desk: Desk, field: Field) => Node | false} */
const optional = (desk, field) => !field.isRequired && h("span", { class: "soft" }, ` (${desk.t("optional")})`);

/** @type {(desk: Desk, field: Field, id: string) => Node | false} */
const hint = (desk, field, id) => {
  const said = [field.hint, field.example && desk.t("example", { example: field.example })].filter(Boolean);
  return Boolean(said.length) && h("p", { class: "hint", id: `${id}-hint` }, said.join(" "));
};

/** Known in one way or another, or one of the words for what is not. @type {(desk: Desk, field: Field, path: Path, order: string[]) => HTMLElement} */
const ways = (desk, field, path, order) => {
  const id = idOf(path);
  const inner = h("div", { class: "way" });
  const current = () => wayOf(field, valueAt(desk.value(), path));
  const draw = () => {
    const way = current();
    const shown = typeof way === "number" ? [bare(desk, field.fields[way], path, order, `${id}-legend`)] : [];
    inner.replaceChildren(...shown);
  };
  // Who chooses another way by mistake finds again what was there.
  /** @type {Map<number | string, {value: any, before: string, after: string}>} */
  const left = new Map();
  const choose = (/** @type {number | string} */ way) => {
    const from = current();
    const [value, before] = [valueAt(desk.value(), path), desk.text()];
    const held = left.get(way);
    if (held && held.after === before) desk.restore(held.before);
    else desk.put(path, held?.value ?? (typeof way === "number" ? blank(field.fields[way]) : way), order);
    left.set(from, { value, before, after: desk.text() });
    desk.touch(path);
    draw();
  };
  const options = [...field.fields.map((way, index) => /** @type {[number | string, string]} */ ([index, field.fields.length > 1 ? desk.t(`way.${way.kind}`) : desk.t("known")])), ...field.words];
  const radios = options.map(([way, label]) => h("label", {}, h("input", {
    type: "radio", name: id, value: way, checked: way === current(),
    onchange: () => choose(way),
  }), label));
  draw();
  return h("fieldset", { id, class: `box box--${path.length === 1 ? "top" : "ways"}`, "aria-describedby": describedBy(id, field) },
    h("legend", { id: `${id}-legend` }, headed(field, path), optional(desk, field)),
    hint(desk, field, id),
    h("div", { class: "radios" }, ...radios),
    h("p", { class: "problem", id: `${id}-problem` }),
    inner);
};

/** A control whose label and place for problems are around it already. @type {(desk: Desk, field: Field, path: Path, order: string[], legend: string) => Node} */
const bare = (desk, field, path, order, legend) => {
  if (field.kind === "pair" || field.kind === "group") return h("div", { id: `${idOf(path)}-fields`, class: isPair(field.fields) ? "pair" : "fields" }, ...members(desk, field.fields, path));
  if (field.kind === "list") return entries(desk, field, path, order);
  if (field.kind === "choices") return h("div", { class: "checks" }, ...boxes(desk, field, path, order));
  return input(desk, field, path, order, { id: `${idOf(path)}-input`, "aria-labelledby": legend, "aria-describedby": `${idOf(path)}-problem` });
};

/** @type {(desk: Desk, field: Field, path: Path, order: string[]) => HTMLElement} */
const single = (desk, field, path, order) => {
  const id = idOf(path);
  const entered = desk.fixed && key(desk.fixed) === key(path)
    ? h("p", { id: `${id}-input` }, desk.t("id.kept", { id: valueAt(desk.value(), path) }))
    : input(desk, field, path, order, { id: `${id}-input`, "aria-describedby": describedBy(id, field), lang: ["fr", "nl"].includes(field.name) ? field.name : undefined });
  const isFixed = entered.nodeName === "P";
  return h("div", { id, class: `field field--${field.kind}` },
    isFixed ? h("p", { class: "label" }, field.label) : h("label", { for: `${id}-input` }, field.label, optional(desk, field)),
    !isFixed && hint(desk, field, id),
    entered,
    !isFixed && field.kind === "day" && button(desk.t("today"), () => {
      /** @type {HTMLInputElement} */ (entered).value = desk.today;
      entered.dispatchEvent(new Event("input"));
    }, { class: "quiet" }),
    h("p", { class: "problem", id: `${id}-problem` }));
};

/** @type {(desk: Desk, field: Field, path: Path, order: string[], attributes: Record<string, any>) => any} */
const input = (desk, field, path, order, attributes) => {
  const value = valueAt(desk.value(), path);
  const written = value === null || value === undefined ? "" : String(value);
  const tidy = (/** @type {any} */ event) => {
    const entry = event.target;
    if (entry.matches("select, [type=checkbox]") || entry.value === cleaned(field, entry.value)) return desk.touch(path);
    entry.value = cleaned(field, entry.value);
    set(desk, field, path, meant(field, entry.value), order);
    desk.touch(path);
  };
  const shared = { ...attributes, onblur: tidy };
  if (field.kind === "choice" || field.kind === "reference") return select(desk, field, path, order, written, shared);
  if (field.kind === "flag") return h("input", { type: "checkbox", checked: value === true, disabled: true, ...shared });
  const enter = (/** @type {any} */ event) => set(desk, field, path, meant(field, event.target.value), order);
  const hasLines = field.kind === "prose" || written.length > LONG;
  const numeric = field.kind === "number" ? { inputmode: "decimal" } : {};
  const element = hasLines
    ? h("textarea", { rows: 3, ...shared, oninput: enter })
    : h("input", { type: "text", autocomplete: "off", ...numeric, ...shared, oninput: enter });
  element.value = written;
  return element;
};

/** @type {(desk: Desk, field: Field, path: Path, value: any, order: string[]) => void} */
const set = (desk, field, path, value, order) => {
  if (value === null && !field.isRequired) desk.leave(path);
  else desk.put(path, value, order);
};

/** What was typed without what nobody sees in it; a telephone number in its groups. @type {(field: Field, text: string) => string} */
const cleaned = (field, text) => {
  const words = visible(text.replaceAll("\r\n", "\n")).trim();
  return field.name === "phone" ? phone(words) : words;
};

/** What was typed, as a value: a number stays as it was typed. @type {(field: Field, text: string) => any} */
const meant = (field, text) => {
  const words = visible(text.replaceAll("\r\n", "\n")).trim();
  const number = field.kind === "number" ? words.replace(",", ".") : words;
  if (["number", "period"].includes(field.kind) && (INTEGER.test(number) || FLOAT.test(number))) return new Typed(number);
  return words || null;
};

/** The many records that may be named are listed once the control is used. @type {(desk: Desk, field: Field, path: Path, order: string[], value: string, attributes: Record<string, any>) => HTMLSelectElement} */
const select = (desk, field, path, order, value, attributes) => {
  const options = field.kind === "reference" ? desk.names(field.named, field.name) : field.words;
  const element = h("select", { ...attributes, onchange: (/** @type {any} */ event) => {
    set(desk, field, path, event.target.value || null, order);
    desk.touch(path);
  } });
  const known = options.find(([word]) => word === value);
  const fill = (/** @type {[string, string][]} */ listed) => {
    const chosen = element.value || value;
    element.replaceChildren(h("option", { value: "" }, desk.t("choose")), ...listed.map(([word, label]) => h("option", { value: word }, label)));
    element.value = chosen;
  };
  const own = known ?? /** @type {[string, string]} */ ([value, desk.t("none-such", { id: value })]);
  const all = known || !value ? options : [own, ...options];
  fill(field.kind === "reference" && value ? [own] : field.kind === "reference" ? [] : all);
  if (field.kind === "reference") for (const event of ["focus", "pointerdown"]) element.addEventListener(event, () => element.options.length < all.length && fill(all));
  return element;
};

/** @type {(desk: Desk, field: Field, path: Path, order: string[]) => HTMLElement} */
const choices = (desk, field, path, order) => fieldset(desk, field, path, h("div", { class: "checks" }, ...boxes(desk, field, path, order)));

/** @type {(desk: Desk, field: Field, path: Path, order: string[]) => Node[]} */
const boxes = (desk, field, path, order) => {
  const chosen = () => valueAt(desk.value(), path) ?? [];
  const toggle = (/** @type {string} */ word, /** @type {boolean} */ isOn) => {
    const place = chosen().indexOf(word);
    if (isOn && chosen().length) desk.append(path, word);
    else if (isOn) desk.put(path, [word], order);
    else if (place >= 0) desk.remove([...path, place]);
    desk.touch(path);
  };
  return field.words.map(([word, label]) => h("label", {}, h("input", {
    type: "checkbox", checked: Array.isArray(chosen()) && chosen().includes(word),
    onchange: (/** @type {any} */ event) => toggle(word, event.target.checked),
  }), label));
};

/** @type {(desk: Desk, field: Field, path: Path, order: string[]) => HTMLElement} */
const list = (desk, field, path, order) => fieldset(desk, field, path, entries(desk, field, path, order));

/** The entries of a list, each with what can be done with it. @type {(desk: Desk, field: Field, path: Path, order: string[]) => Node} */
const entries = (desk, field, path, order) => {
  const place = h("div", { class: "entries" });
  const item = /** @type {Field} */ (field.item);
  const draw = () => {
    const count = (valueAt(desk.value(), path) ?? []).length;
    const rows = Array.from({ length: count }, (_, index) => row(desk, field, item, path, index, count, draw));
    place.replaceChildren(...rows, button(desk.t("add", { label: field.label }), () => {
      if ((valueAt(desk.value(), path) ?? []).length) desk.append(path, blank(item));
      else desk.put(path, [blank(item)], order);
      desk.added([...path, count]);
      draw();
      desk.say(desk.t("added", { label: field.label }));
      focusIn([...path, count]);
    }, { class: "add", id: `${idOf(path)}-add` }));
  };
  draw();
  return place;
};

/** @type {(desk: Desk, field: Field, item: Field, path: Path, index: number, count: number, draw: () => void) => Node} */
const row = (desk, field, item, path, index, count, draw) => {
  const here = [...path, index];
  const named = (/** @type {number} */ place) => desk.t("entry", { label: field.label, number: place + 1 });
  const label = named(index);
  const move = (/** @type {number} */ to) => () => {
    desk.swap(path, Math.min(index, to));
    draw();
    desk.say(desk.t("moved", { label, place: to + 1 }));
    const moved = document.getElementById(idOf([...path, to]));
    const again = moved?.querySelector(`:scope > .moves > [data-to="${to + to - index}"]`) ?? moved?.querySelector(":scope > .moves > button");
    /** @type {HTMLElement | null | undefined} */ (again)?.focus();
  };
  const isSingle = !["pair", "group", "list", "ways"].includes(item.kind);
  const element = control(desk, { ...item, label, hint: isSingle ? "" : item.hint }, here, []);
  if (isSingle) element.querySelector("label")?.classList.add("visually-hidden");
  element.append(h("div", { class: "moves" },
    index > 0 && button(desk.t("up.short"), move(index - 1), { "aria-label": desk.t("up", { label }), "data-to": index - 1, class: "quiet" }),
    index < count - 1 && button(desk.t("down.short"), move(index + 1), { "aria-label": desk.t("down", { label }), "data-to": index + 1, class: "quiet" }),
    button(desk.t("remove.short"), () => {
      desk.remove(here);
      draw();
      desk.removed(desk.t("removed", { label }));
      if (count > 1) focusIn([...path, Math.min(index, count - 2)]);
      else document.getElementById(`${idOf(path)}-add`)?.focus();
    }, { "aria-label": desk.t("remove", { label }), class: "quiet" })));
  return element;
};
