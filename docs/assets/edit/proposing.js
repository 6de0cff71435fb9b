// What a new record begins with: all that is required, still empty, in the order of the schema.

import { blank } from "./fields.js";
import { after } from "./writing.js";

const MEASURED = ["location", "geometry"]; // what few can say; it is not asked for

/** @type {(kind: string, whole: import("./fields.js").Field, today: string) => string} */
export const proposed = (kind, whole, today) => {
  const head = `# yaml-language-server: $schema=../schemas/${kind}.schema.json`;
  const unmeasured = Object.fromEntries(whole.fields.filter((field) => MEASURED.includes(field.name)).map((field) => [field.name, "unknown"]));
  const start = { ...blank(whole), ...unmeasured, checked: { on: today, how: null } };
  return `${head}${after(start, -2)}\n`;
};

/** An id from the name: `Maison médicale` becomes `maison-medicale`. @type {(kind: string, value: any) => string} */
export const idFrom = (kind, value) => {
  const names = {
    device: value.abbreviation?.fr,
    organisation: value.names?.fr ?? value.names?.nl,
    quartier: value.names?.fr && value.device && `${value.device}-${value.names.fr}`,
    lexicon: value.terms?.fr ?? value.terms?.nl,
    source: [value.authors?.[0]?.split(/[ ,]/)[0] ?? value.title, value.year].filter(Boolean).join("-"),
  };
  return String(/** @type {any} */ (names)[kind] ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
};
