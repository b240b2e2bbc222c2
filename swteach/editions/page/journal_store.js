// The journal's entries in this tab and in the browser's storage, kept in step with other tabs.

/**
 * Each entry has a name of its own in the storage, made of its digest: tabs never overwrite each
 * other, and whenever the browser stops, an entry is there whole or not at all.
 */
class JournalStore {
  constructor(course) {
    this.prefix = `swteach ${course} entry `;
    this.nameKey = `swteach ${course} name`;
    this.copy = new JournalCopy(course);
    this.entries = new Map();
    this.name = NO_NAME;
    this.waiting = new Map(); // entries that are on the page only, by their keys
    this.obsolete = new Set(); // names in the storage of drafts that a waiting entry replaces
    this.isNameWaiting = false;
    this.unreadable = new Set();
    this.notices = [];
    this.open();
  }

  get isUnsaved() {
    return this.waiting.size > 0 || this.isNameWaiting;
  }

  open() {
    try {
      this.readAnew();
    } catch (error) {
      this.notices.push(
        `Nothing can be saved yet: ${explainStorage(error)} You can go on; your words stay on the ` +
          "page and are tried again with each change.",
      );
    }
    addEventListener("storage", (event) => this.hear(event));
    // A page that comes back from the browser's memory has heard nothing meanwhile.
    addEventListener("pageshow", (event) => event.persisted && this.tryAnew());
    addEventListener("beforeunload", (event) => this.isUnsaved && event.preventDefault());
  }

  tryAnew() {
    try {
      this.readAnew();
    } catch {
      return; // what is known already stays
    }
  }

  /** Take in what other tabs wrote or removed; what only this tab has stays. */
  readAnew() {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(this.prefix));
    const there = new Set(names.map((name) => name.slice(this.prefix.length)));
    for (const key of this.entries.keys()) {
      if (!there.has(key) && !this.waiting.has(key)) this.entries.delete(key);
    }
    const unknown = [...there].filter((key) => !this.entries.has(key) && !this.obsolete.has(key));
    const bad = unknown.filter((key) => !this.takeIn(key, localStorage.getItem(this.prefix + key)));
    if (bad.length) this.noteUnreadable(bad);
    this.takeName(localStorage.getItem(this.nameKey));
  }

  /** Take in one entry of the storage; returns whether it could be read. */
  takeIn(key, line) {
    const entry = makeAgain(line);
    if (entry?.key !== key) return this.unreadable.has(key); // told already
    this.entries.set(key, entry);
    return true;
  }

  noteUnreadable(keys) {
    for (const key of keys) this.unreadable.add(key);
    const what = keys.length === 1 ? "1 entry" : `${keys.length} entries`;
    this.notices.push(
      `${what} of your journal in this browser cannot be read. It was not thrown away, and the ` +
        "course goes on with all that can be read.",
    );
  }

  takeName(line) {
    try {
      const name = line && readName(new JsonReader(line).readAll());
      if (name) this.name = laterName(this.name, name);
    } catch {
      return; // no name that could be read
    }
  }

  hear({ key, newValue, storageArea }) {
    if (storageArea && storageArea !== localStorage) return;
    if (key === this.nameKey && newValue) this.takeName(newValue);
    else if (key === null || key === this.nameKey) this.forget();
    else if (key.startsWith(this.prefix)) this.hearEntry(key.slice(this.prefix.length), newValue);
  }

  hearEntry(key, line) {
    if (line !== null) this.takeIn(key, line);
    else if (!this.waiting.has(key)) this.entries.delete(key);
  }

  /** Another tab removed the journal, or the name in it. */
  forget() {
    if (!this.isNameWaiting) this.name = NO_NAME;
    this.tryAnew();
  }

  /**
   * Join entries with what is known, and write all that waits.
   * @param theirs entries by their keys
   * @returns what stood in the way of writing, or null; everything is then in this tab
   */
  join(theirs, name = NO_NAME) {
    const { added, gone } = joinEntries(this.entries, theirs);
    for (const entry of added) this.hold(entry);
    for (const { key } of gone) this.release(key);
    const later = laterName(this.name, name);
    if (later !== this.name) [this.name, this.isNameWaiting] = [later, true];
    return { added, error: this.write() };
  }

  hold(entry) {
    this.entries.set(entry.key, entry);
    this.waiting.set(entry.key, entry);
    this.obsolete.delete(entry.key);
  }

  release(key) {
    this.entries.delete(key);
    if (!this.waiting.delete(key)) this.obsolete.add(key);
  }

  /** Write all that waits, smaller entries after a large one that did not fit included. */
  write() {
    const written = new Map();
    let trouble = null;
    const attempt = (action) => {
      try {
        action();
        return true;
      } catch (error) {
        trouble ??= error;
        return false;
      }
    };
    for (const [key, { line }] of this.waiting) {
      if (attempt(() => localStorage.setItem(this.prefix + key, line))) written.set(key, line);
    }
    for (const key of written.keys()) this.waiting.delete(key);
    if (this.isNameWaiting) this.isNameWaiting = !attempt(() => this.writeName(written));
    // Only now: a draft's words must be in the storage all the while.
    const gone = [...this.obsolete];
    const isSwept = !trouble && attempt(() => this.sweep());
    if (written.size) this.copy.change(written, isSwept ? gone : []);
    return trouble;
  }

  writeName(written) {
    this.takeName(localStorage.getItem(this.nameKey)); // another tab's may be later
    const line = writeCanonical(this.name);
    localStorage.setItem(this.nameKey, line);
    written.set(COPY_NAME, line);
  }

  sweep() {
    for (const key of this.obsolete) localStorage.removeItem(this.prefix + key);
    this.obsolete.clear();
  }

  /** Take back from the copy what a browser that was stopped did not bring to the disk. */
  async takeBack() {
    const lines = await this.copy.find((key) => this.entries.has(key) || this.unreadable.has(key));
    const [entries, before] = [new Map(), this.name];
    this.takeName(lines.get(COPY_NAME));
    lines.delete(COPY_NAME);
    for (const [key, line] of lines) {
      const entry = makeAgain(line);
      if (entry?.key === key) entries.set(key, entry);
    }
    this.isNameWaiting ||= this.name !== before;
    if (entries.size || this.isNameWaiting) this.join(entries);
  }

  /** Remove everything of this course from the browser's storage and from this tab. */
  async clear() {
    await this.copy.clear(); // first: what is there only would come back
    const own = (name) => name.startsWith(this.prefix) || name === this.nameKey;
    for (const name of Object.keys(localStorage).filter(own)) localStorage.removeItem(name);
    for (const one of [this.entries, this.waiting, this.obsolete, this.unreadable]) one.clear();
    [this.name, this.isNameWaiting, this.notices] = [NO_NAME, false, []];
  }
}

/** Return the entry that a line of the storage holds; null where it cannot be read. */
function makeAgain(line) {
  try {
    return new JournalEntry(line);
  } catch {
    return null;
  }
}

/** Say in plain words why nothing could be kept, and what to do. */
function explainStorage(error) {
  if (error?.name === "QuotaExceededError") {
    return (
      "the space that this browser gives the course is full. Open the page of your journal in " +
      "another tab, download the journal there, and remove it from this browser."
    );
  }
  // Where a browser shows a page inside another program, there may be no storage at all.
  if (error?.name === "SecurityError" || error instanceof TypeError) {
    return (
      "this browser does not let the course keep anything. Its settings can allow it. Until then, " +
      "copy or print what you want to keep."
    );
  }
  return `the browser would not take it (${error?.message ?? error}). Download your journal.`;
}
