// The page with the form: which record is meant, and what the form needs of it. All requests of this
// script are for files of the site itself.

import { desk } from "./desk.js";
import { picker } from "./picking.js";
import { filled } from "./saying.js";
import { inlined } from "./shape.js";

const AREAS = ["organisation", "quartier"]; // kinds of record whose rules look at the map
const place = /** @type {HTMLElement} */ (document.querySelector("#editor"));
const workplace = /** @type {HTMLElement} */ (document.querySelector("#workplace"));
const language = document.documentElement.lang;
const other = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.language"));
if (other) other.search = location.search; // the same record in the other language

/** @type {(address: string) => Promise<Response>} */
const got = async (address) => {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
};

/** @type {(address: string) => Promise<any>} */
const json = async (address) => (await got(address)).json();

/** What an address asks for: a record, a kind of new record, or neither. @type {(index: any) => {kind: string, id: string, isUnknown: boolean}} */
const asked = ({ folders, names }) => {
  const parameters = new URLSearchParams(location.search);
  const [folder, id] = (parameters.get("record") ?? "/").split("/");
  const kind = Object.keys(folders).find((one) => folders[one] === folder) ?? "";
  if (kind && Object.hasOwn(names[kind], id)) return { kind, id, isUnknown: false };
  const fresh = parameters.get("new") ?? "";
  return { kind: Object.hasOwn(folders, fresh) ? fresh : "", id: "", isUnknown: parameters.has("record") };
};

/** Show the form that the address asks for, or the records to choose from. @type {() => Promise<void>} */
export const start = async () => {
  const index = await json(place.dataset.index ?? "");
  const t = (/** @type {string} */ name, details = {}) => filled(index.labels[`edit.${name}`][language], details);
  const { kind, id, isUnknown } = asked(index);
  if (!kind) return workplace.replaceChildren(picker(index, language, t, isUnknown));
  const schema = inlined(await json(`${place.dataset.root}data/schemas/${kind}.schema.json`));
  const ground = AREAS.includes(kind) ? await json(place.dataset.ground ?? "") : { columns: {}, communes: {} };
  const folder = index.folders[kind];
  const original = id ? await (await got(`${place.dataset.root}data/${folder}/${id}.yml`)).text() : "";
  const { pages = "", repository = "", platform = "", email = "" } = place.dataset;
  desk({ workplace, index, language, t, kind, id, schema, ground, folder, original, pages, host: { repository, platform, branch: "main" }, email });
};

