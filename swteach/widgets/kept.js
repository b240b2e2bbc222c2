// Words that Python has not confirmed yet, kept in this tab until it has.

/** Whoever runs the cell again, because Python stopped, gets a new widget and their words back. */
class Kept {
  constructor(id) {
    const told = document.getElementById("jupyter-config-data")?.textContent;
    const person = told ? JSON.parse(told).baseUrl : ""; // on a shared server, one for each
    this.key = `swteach kept ${person} ${id}`;
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
