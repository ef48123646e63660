/** Making and changing elements. Text goes in as text only: a name out of a log stays a name. */
type Child = Node | string | undefined;

export interface Parts {
  readonly class?: string;
  readonly title?: string;
  readonly on?: (event: Event) => void;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  parts: Parts = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (parts.class) element.className = parts.class;
  if (parts.title) {
    element.title = parts.title;
    element.setAttribute('aria-label', parts.title);
  }
  if (parts.on) element.addEventListener('click', parts.on);
  for (const [name, value] of Object.entries(parts.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Changes text only where it differs: what stands still is not read aloud again. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function setShown(element: HTMLElement, isShown: boolean): void {
  if (element.hidden === isShown) element.hidden = !isShown;
}

/** Replaces the children only when `key` says that they changed: focus and selection survive. */
export function fill(element: HTMLElement, key: string, make: () => readonly Child[]): void {
  if (element.dataset.key === key) return;
  element.dataset.key = key;
  element.replaceChildren(...make().filter((child) => child !== undefined));
}
