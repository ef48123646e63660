import { el } from '../dom.js';

type Entry = readonly [title: string, act: () => void];

/** A button that opens a short native-like menu; closed by Escape, by leaving it, or by a choice. */
export class Menu {
  readonly element: HTMLElement;
  readonly #list = el('div', { class: 'menu', attributes: { role: 'menu' } });
  readonly #button: HTMLButtonElement;

  constructor(
    sign: Node,
    title: string,
    private readonly entries: () => readonly Entry[],
  ) {
    const attributes = { 'aria-haspopup': 'menu', 'aria-expanded': 'false' };
    this.#button = el('button', { class: 'ib', title, attributes, on: () => this.#toggle() }, sign);
    this.#list.hidden = true;
    this.element = el('span', { class: 'menuhost' }, this.#button, this.#list);
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.element.contains(relatedTarget)))
        this.#show(false);
    });
  }

  #toggle(): void {
    this.#show(this.#list.hidden !== false);
  }

  #show(isShown: boolean): void {
    this.#list.hidden = !isShown;
    this.#button.setAttribute('aria-expanded', String(isShown));
    if (!isShown) return;
    this.#list.replaceChildren(...this.entries().map((entry) => this.#item(entry)));
    this.#focus(0);
  }

  #item([title, act]: Entry): HTMLElement {
    const choose = () => {
      this.#show(false);
      this.#button.focus();
      act();
    };
    return el('button', { attributes: { role: 'menuitem' }, on: choose }, title);
  }

  #key(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      this.#show(false);
      this.#button.focus();
    } else if (by !== undefined && !this.#list.hidden) {
      event.preventDefault();
      const items = [...this.#list.children];
      this.#focus(
        (items.indexOf(document.activeElement ?? this.#list) + by + items.length) % items.length,
      );
    }
  }

  #focus(index: number): void {
    const item = this.#list.children[index];
    if (item instanceof HTMLElement) item.focus();
  }
}
