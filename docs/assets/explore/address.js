// The choice lives in the address, by the names that the organisations' filters use:
// `?device=raq&device=chw&level=quartier&commune=anderlecht&place=quartiers/raq-marolles/`.

/** @typedef {{devices: string[], levels: string[], communes: string[]}} Known all that can be chosen */
/** @typedef {{devices: string[], levels: string[], commune: string, place: string}} Choice */

/** @type {(asked: URLSearchParams, name: string, known: string[]) => string[]} */
const several = (asked, name, known) => {
  const found = asked.getAll(name).filter((value) => known.includes(value));
  const none = asked.getAll(name).includes("none");
  return found.length || none ? found : known;
};

/** @type {(known: Known) => Choice} */
export const read = (known) => {
  const asked = new URLSearchParams(location.search);
  const commune = asked.get("commune") ?? "";
  return {
    devices: several(asked, "device", known.devices),
    levels: several(asked, "level", known.levels),
    commune: known.communes.includes(commune) ? commune : "",
    place: asked.get("place") ?? "",
  };
};

/** Only what differs from the whole map. @type {(choice: Choice, known: Known) => string} */
export const query = ({ devices, levels, commune, place }, known) => {
  const said = new URLSearchParams();
  const lists = { device: [devices, known.devices], level: [levels, known.levels] };
  for (const [name, [chosen, all]] of Object.entries(lists)) {
    if (chosen.length === all.length) continue;
    for (const value of chosen.length ? chosen : ["none"]) said.append(name, value);
  }
  if (commune) said.set("commune", commune);
  if (place) said.set("place", place);
  return said.toString().replaceAll("%2F", "/");
};

/** @type {(choice: Choice, known: Known) => void} */
export const write = (choice, known) => {
  const address = new URL(location.href);
  address.search = query(choice, known);
  if (address.href !== location.href) history.pushState(null, "", address);
};
