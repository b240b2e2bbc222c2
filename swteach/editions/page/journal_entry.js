// One thing a student committed to, with its time, as swteach.journal.entry has it.

const ENTRY_TYPES = {
  at: "string",
  count: "number",
  draft: "boolean",
  id: "string",
  kind: "string",
  notebook: "string",
  private: "boolean",
  prompt: "string",
  session: "string",
};
const ENTRY_NAMES = [...Object.keys(ENTRY_TYPES), "key", "value"].sort();
const MOST_CHARACTERS = 1_000_000;

const digestText = (text) => sha256(text).slice(0, 32);

/**
 * An entry, never changed once it is made. Its `line` is its text in a file: numbers keep the form
 * in which they came, whatever JavaScript makes of them in `value`.
 */
class JournalEntry {
  constructor(line) {
    const fields = JSON.parse(line);
    if (!isEntry(fields)) throw new TypeError("not an entry of this journal");
    Object.assign(this, fields, { line });
    Object.freeze(this);
  }

  /** What one piece of typing has in common. */
  get stream() {
    return JSON.stringify([this.session, this.notebook, this.kind, this.id, this.private]);
  }

  /** Whether its digest is that of its text: false where someone changed it. */
  get isWhole() {
    return digestText(this.line.replace(/,"key":"[^"]*"/, "")) === this.key;
  }
}

function isEntry(fields) {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return false;
  if (Object.keys(fields).sort().join() !== ENTRY_NAMES.join()) return false;
  const isRight = ([name, type]) => typeof fields[name] === type;
  return Object.entries(ENTRY_TYPES).every(isRight) && isMoment(fields.at) && fields.count >= 0;
}

/**
 * Return an entry as a file would give it back.
 * @throws TypeError, RangeError where a field is of the wrong type, the value is not JSON, or the
 *   whole is longer than a million characters
 */
function makeEntry(fields) {
  const entry = new JournalEntry(sealFields(fields));
  if (entry.line.length > MOST_CHARACTERS) throw new RangeError("it is longer than 1,000,000 characters");
  return entry;
}

/** Return the line of an entry's fields, an object or a map, with its key. */
function sealFields(fields) {
  const text = writeCanonical(fields);
  // The first of these is the field's own: within a text, quotation marks have a backslash.
  return text.replace(',"kind":', () => `,"key":"${digestText(text)}","kind":`);
}

/** Return the entry that a JsonReader found; throws where it is not whole. */
function readEntry(parts) {
  if (!(parts instanceof Map)) throw new TypeError("not an entry of this journal");
  const fields = new Map([...parts].filter(([name]) => name !== "key"));
  if (!/^[0-9]+$/.test(fields.get("count")?.text)) throw new TypeError("its count is no whole number");
  const entry = new JournalEntry(sealFields(fields));
  if (entry.key !== parts.get("key")) throw new TypeError("an entry was damaged");
  return entry;
}

function compareEntries(one, other) {
  return (
    compareText(one.at, other.at) ||
    one.count - other.count ||
    compareText(one.session, other.session) ||
    compareText(one.key, other.key)
  );
}

/** Whether an entry is later typing of the same draft that holds its every word, in order. */
function replacesDraft(later, draft) {
  if (!draft.draft || typeof draft.value !== "string" || typeof later.value !== "string") return false;
  if (later.stream !== draft.stream || compareEntries(later, draft) <= 0) return false;
  return holdsWords(splitWhite(later.value), splitWhite(draft.value));
}

/** The last earlier word may have been cut off while it was typed. */
function holdsWords(later, earlier) {
  let at = 0;
  const last = earlier.length - 1;
  return earlier.every((word, place) => {
    const fits = place < last ? (one) => one === word : (one) => one.startsWith(word);
    while (at < later.length && !fits(later[at])) at++;
    return at++ < later.length;
  });
}

/** Return a moment in the journal's form; browsers know it to the millisecond. */
function sayTime(moment) {
  return moment.toISOString().replace("Z", "000Z");
}

function isMoment(at) {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z$/.test(at)) return false;
  const moment = new Date(`${at.slice(0, 23)}Z`);
  return at > "0001" && !Number.isNaN(moment.getTime()) && sayTime(moment).slice(0, 19) === at.slice(0, 19);
}
