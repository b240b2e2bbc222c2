// A copy of the journal in the browser's database, which goes to the disk at once. Chromium writes
// localStorage some seconds later: what a killed browser lost there is taken back from here.

const COPY_LINES = "lines";
const COPY_NAME = "name"; // no entry's key: those are hexadecimal

class JournalCopy {
  constructor(course) {
    this.course = course;
  }

  /** The database, opened once; null where this browser has none for the page. */
  get database() {
    this.opened ??= openCopy(`swteach ${this.course}`).catch(() => null);
    return this.opened;
  }

  /** Keep lines by their keys and drop others, all in one step. */
  async change(lines, gone) {
    const act = (store) => {
      for (const [key, line] of lines) store.put(line, key);
      for (const key of gone) store.delete(key);
    };
    try {
      await this.run("readwrite", act);
    } catch {
      return; // the journal itself has it
    }
  }

  /** Return the lines by their keys, without those that are known; the name's among them. */
  async find(isKnown) {
    const keys = (await this.run("readonly", (store) => [store.getAllKeys()])) ?? [[]];
    const unknown = keys[0].filter((key) => !isKnown(key));
    const lines = unknown.length && (await this.run("readonly", (store) => unknown.map((key) => store.get(key))));
    return new Map(unknown.map((key, place) => [key, lines[place]]));
  }

  /** Remove all of it; throws where that fails. */
  async clear() {
    await this.run("readwrite", (store) => store.clear());
  }

  /** Return what the requests of one step found, once it is on the disk. */
  async run(mode, act) {
    const database = await this.database;
    if (!database) return null;
    return new Promise((resolve, reject) => {
      const step = database.transaction(COPY_LINES, mode, { durability: "strict" });
      const asked = act(step.objectStore(COPY_LINES));
      step.addEventListener("complete", () => resolve(Array.isArray(asked) ? asked.map((one) => one.result) : null));
      step.addEventListener("abort", () => reject(step.error));
    });
  }
}

function openCopy(name) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.addEventListener("upgradeneeded", () => asked.result.createObjectStore(COPY_LINES));
    asked.addEventListener("success", () => resolve(asked.result));
    asked.addEventListener("error", () => reject(asked.error));
  });
}
