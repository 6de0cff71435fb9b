// Choosing a record: a list that shortens while a name is typed, and kinds of new records.

import { h } from "./elements.js";

const MOST = 30; // records listed

/** @type {(text: string) => string} */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** @type {(index: any, language: string, t: (name: string, details?: Record<string, unknown>) => string, isUnknown: boolean) => Node} */
export const picker = ({ folders, names }, language, t, isUnknown) => {
  const kinds = Object.keys(folders);
  const all = kinds.flatMap((kind) => Object.entries(names[kind]).map(([id, said]) => ({ kind, id, name: /** @type {any} */ (said)[language], words: plain(Object.values(/** @type {any} */ (said)).join(" ") + id) })));
  all.sort((a, b) => a.name.localeCompare(b.name, language));
  const status = h("p", { role: "status", class: "soft" });
  const list = h("ul", { class: "plain picks" });
  const name = h("input", { type: "search", id: "pick-name", autocomplete: "off" });
  const kind = h("select", { id: "pick-kind" }, h("option", { value: "" }, t("pick.all")), ...kinds.map((one) => h("option", { value: one }, t(`kind.${one}`))));
  const draw = () => {
    const words = plain(name.value).split(/\s+/).filter(Boolean);
    const found = all.filter((one) => (!kind.value || one.kind === kind.value) && words.every((word) => one.words.includes(word)));
    const key = found.length > MOST ? "pick.first" : found.length === 1 ? "pick.one" : "pick.count";
    status.textContent = t(key, { shown: MOST, count: found.length });
    list.replaceChildren(...found.slice(0, MOST).map((one) =>
      h("li", {}, h("a", { href: `?record=${folders[one.kind]}/${one.id}` }, one.name), " ", h("span", { class: "soft" }, t(`kind.${one.kind}`)))));
  };
  name.addEventListener("input", draw);
  kind.addEventListener("change", draw);
  draw();
  return h("div", {},
    isUnknown && h("p", { role: "alert", class: "flag" }, t("not-found")),
    h("h2", {}, t("pick")),
    h("form", { class: "filters", onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      h("div", {}, h("label", { for: "pick-name" }, t("pick.name")), name),
      h("div", {}, h("label", { for: "pick-kind" }, t("pick.kind")), kind)),
    status, list,
    h("h2", {}, t("new")),
    h("ul", {}, ...["organisation", "lexicon", "source", "quartier", "device"].map((one) => h("li", {}, h("a", { href: `?new=${one}` }, t(`new.${one}`))))));
};
