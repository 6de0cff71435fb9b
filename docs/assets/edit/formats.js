// The named formats of the schemas, as hooks/panorama/checking/formats.py has them.

const SHAPE = /^\d{4}(-\d{2}){0,2}$/;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
export const MISSING = ["unknown", "not-applicable"];

/** Whether a text is YYYY, YYYY-MM or YYYY-MM-DD and in the calendar. @type {(text: string) => boolean} */
export const isDate = (text) => {
  if (!SHAPE.test(text) || text.startsWith("0000")) return false;
  const day = `${text}-01-01`.slice(0, 10);
  const found = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().slice(0, 10) === day;
};

/** @type {(text: string) => boolean} */
const isDay = (text) => text.length === "2024-01-31".length && isDate(text);

/** A date, or two with a slash between, the first not after the second. @type {(text: string) => boolean} */
const isPeriod = (text) => {
  const [start, ...rest] = text.split("/");
  const end = rest.join("/");
  return isDate(start) && (!text.includes("/") || (isDate(end) && start.slice(0, end.length) <= end.slice(0, start.length)));
};

/** An absolute http or https address with a host name and no spaces. @type {(text: string) => boolean} */
const isWebAddress = (text) => {
  const parts = /^(https?):\/\/([^/?#]*)/i.exec(text);
  if (!parts || /[\s<>"'`\\@]/.test(parts[2]) || /[\s<>"'`\\]/.test(text)) return false;
  return HOST.test(parts[2].replace(/:\d*$/, ""));
};

/** @type {Record<string, (text: string) => boolean>} */
export const FORMATS = {
  day: isDay,
  period: isPeriod,
  "web-address": isWebAddress,
  "web-address-or-missing": (text) => MISSING.includes(text) || isWebAddress(text),
};

/** A telephone number with spaces between its groups, whatever stood there; what is none stays. @type {(text: string) => string} */
export const phone = (text) => {
  if (!/^\+?[\d\s./()-]+$/.test(text)) return text;
  const groups = text.replace(/^(\+\d\d)\s*\(0\)/, "$1 ").replace(/[^\d+]+/g, " ").trim();
  if (groups.includes(" ")) return groups;
  return groups.replace(/^(0[2349])(\d{3})(\d\d)(\d\d)$/, "$1 $2 $3 $4").replace(/^(0[48]\d\d)(\d\d)(\d\d)(\d\d)$/, "$1 $2 $3 $4").replace(/^(0800|078|070|090\d)(\d\d)(\d{3})$/, "$1 $2 $3");
};
