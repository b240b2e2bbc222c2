// Words that Python has not confirmed yet, kept in this tab until it has.

/** Whoever runs the cell again, because Python stopped, gets a new widget and their words back. */
class Kept {
  /** How the names of one owner's words begin: no other owner's do, whatever they are called. */
  static startFor(owner) {
    return `swteach kept ${JSON.stringify(owner)} `;
  }

  /** On a shared server each person's address; in a page of the site, its course. */
  static get owner() {
    const read = (id) => JSON.parse(document.getElementById(id)?.textContent || "{}");
    return read("jupyter-config-data").baseUrl ?? read("swteach-page").course ?? "";
  }

  constructor(id) {
    Kept.start ??= Kept.startFor(Kept.owner);
    this.key = Kept.start + id;
  }

  attempt(action) {
    try {
      return action(sessionStorage);
    } catch {
      return null; // a browser may forbid it
    }
  }

  keep(words) {
    this.attempt((storage) => storage.setItem(this.key, JSON.stringify(words)));
  }

  find() {
    return this.attempt((storage) => JSON.parse(storage.getItem(this.key)));
  }

  drop() {
    this.attempt((storage) => storage.removeItem(this.key));
  }
}
