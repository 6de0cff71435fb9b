// Elements of the page from plain values: what a record says is always text, never markup.

/** @type {(name: string, attributes?: Record<string, any>, ...children: (Node | string | null | undefined | false)[]) => any} */
export const h = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
};

/** @type {(label: string, press: (event: Event) => void, attributes?: Record<string, any>) => HTMLButtonElement} */
export const button = (label, press, attributes = {}) => h("button", { type: "button", onclick: press, ...attributes }, label);

/** Words are only heard again when the place for them was empty before. @type {(status: Element, text: string) => void} */
export const say = (status, text) => {
  if (status.textContent === text) status.textContent = "";
  setTimeout(() => {
    status.textContent = text;
  }, 100);
};
