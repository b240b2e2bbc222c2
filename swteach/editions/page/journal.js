// The journal as questions and tools use it: record, bring back, take out and in.

const JOURNAL_SAVED = "Saved in your journal.";
const STILL_HERE = "Your words are still on this page, and are tried again with your next change.";
const COPY_PATIENCE = 1000; // ms
const NOT_CLEARED =
  "Not removed: the browser does not answer. Close it, open this page again, and try once more.";
const PRIVATE_KINDS = ["barometer"];

/** Random, one for each page that is opened; says nothing about the student. */
function drawSession() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What is kept of one course in this browser. Nothing here throws where the storage fails. */
class PageJournal {
  constructor({ course = "", notebook = "" }) {
    this.course = course;
    this.notebook = notebook;
    this.session = drawSession();
    this.told = 0;
  }

  /** Opened on first use, when all scripts of the page are there. */
  get store() {
    this.opened ??= new JournalStore(this.course);
    return this.opened;
  }

  /**
   * Keep one answer, prediction, reflection or the like.
   * @param draft whether it is typing under way, which later typing of this page replaces
   * @returns saved, message (plain text for a status region), and the entry where there is one
   */
  record({ kind, id, value, prompt = "", private: isPrivate, draft = false }) {
    const told = { kind, id, value, prompt, draft, private: isPrivate ?? PRIVATE_KINDS.includes(kind) };
    let entry;
    try {
      entry = makeEntry({ ...told, ...this.stamp(), notebook: this.notebook });
    } catch (error) {
      return { saved: false, message: `Not saved: the journal cannot hold this (${error.message}).` };
    }
    const { error } = this.store.join(new Map([[entry.key, entry]]));
    return { ...this.report(error), entry };
  }

  stamp() {
    return { ...nextStamp(this.store.entries.values(), this.store.name), session: this.session };
  }

  report(error) {
    if (!error) return { saved: true, message: JOURNAL_SAVED };
    return { saved: false, message: `Not saved: ${explainStorage(error)} ${STILL_HERE}` };
  }

  /** All entries, oldest first. */
  sorted() {
    return [...this.store.entries.values()].sort(compareEntries);
  }

  /** What was recorded under an id (and of one kind), oldest first. */
  history(id, kind = undefined) {
    const isOne = (entry) => entry.id === id && (kind === undefined || entry.kind === kind);
    return [...this.store.entries.values()].filter(isOne).sort(compareEntries);
  }

  latest(id, kind = undefined) {
    return this.history(id, kind).at(-1) ?? null;
  }

  /** The entries that are private now. */
  findPrivate() {
    return findPrivateEntries(this.store.entries.values());
  }

  /** Whether something is on the page only. */
  get unsaved() {
    return this.store.isUnsaved;
  }

  get name() {
    return this.store.name.text;
  }

  /** Keep the student's name in place of the one before; an empty one takes it away. */
  setName(text) {
    const name = Object.freeze({ ...this.stamp(), text: stripWhite(text) });
    return this.report(this.store.join(new Map(), name).error);
  }

  get notices() {
    return [...this.store.notices];
  }

  /** What the student must be told about the storage; each text is returned once. */
  tellNotices() {
    const fresh = this.notices.slice(this.told);
    this.told += fresh.length;
    return fresh;
  }

  /** The entries to take away, oldest first: all of them, or what may be handed in. */
  choose({ isShared = false } = {}) {
    return isShared ? leaveOutPrivate(this.sorted()) : this.sorted();
  }

  /** The journal as the text of a file to go on with; an entry that is not whole has no place in it. */
  write(entries) {
    return writeJournal(
      entries.filter(({ isWhole }) => isWhole),
      this.store.name,
    );
  }

  /**
   * Join a file with this journal; no word of either is dropped.
   * @param bytes all of the file
   * @param troubles what is wrong with a file, by the names that readJournal gives; each
   *   completes "The file ..."
   */
  merge(bytes, troubles) {
    const { entries, name, trouble } = readJournal(bytes);
    if (trouble && !entries.size) {
      return { saved: false, added: 0, message: `Nothing was imported: the file ${troubles[trouble]}.` };
    }
    const { added, error } = this.store.join(entries, name);
    const said = sayImport(added.length, troubles[trouble]);
    const left = error ? sayLeft(this.store.waiting.size, error) : "";
    return { saved: !error, added: added.length, message: [said, left].filter(Boolean).join(" ") };
  }

  /** Take back what the browser lost when it was stopped; a page waits for it only so long. */
  async takeBack() {
    const late = new Promise((go) => setTimeout(go, COPY_PATIENCE));
    await Promise.race([this.store.takeBack(), late]).catch(() => null);
  }

  /** What comes after is told anew. */
  begin() {
    this.told = 0;
    return { saved: true, message: "" };
  }

  /** Remove everything of this course from this browser. */
  async clear() {
    const late = { saved: false, message: NOT_CLEARED };
    const patience = new Promise((go) => setTimeout(() => go(late), 3 * COPY_PATIENCE));
    try {
      const done = this.store.clear().then(() => this.begin());
      return await Promise.race([done, patience]);
    } catch (error) {
      return { saved: false, message: `Not removed: ${explainStorage(error)}` };
    }
  }
}

function sayImport(added, trouble) {
  const what = { 0: "Nothing in it was new.", 1: "1 entry was new." }[added] ?? `${added} entries were new.`;
  return trouble ? `The file ${trouble}, but part of it could be read. ${what}` : `Imported. ${what}`;
}

function sayLeft(count, error) {
  const what = count === 1 ? "1 entry is" : `${count} entries are`;
  return `${what} on this page only, and will be gone when you close it: ${explainStorage(error)}`;
}

const journal = new PageJournal(PAGE);
