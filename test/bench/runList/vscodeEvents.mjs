/** The little of VS Code's interface that the list of a tree's runs needs, for measuring it outside of VS Code. */

export class EventEmitter {
  #listeners = new Set();

  event = (listener) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value) {
    for (const listener of this.#listeners) listener(value);
  }

  dispose() {
    this.#listeners.clear();
  }
}

export const l10n = { t: (text) => text };
