// The journal's file, byte for byte as swteach.journal.fileformat writes and reads it.

const JOURNAL_FORMAT = "swteach-journal";
const JOURNAL_VERSION = 1;
const MOST_BYTES = 32_000_000;
const HEAD_NAMES = ["check", "entries", "format", "name", "version"];
const NAME_PARTS = ["at", "count", "session", "text"];

/**
 * Return a journal as the text of its file, all of it ASCII.
 * @throws RangeError where it would be so large that it could not be read again
 */
function writeJournal(entries, name) {
  const lines = [...entries].sort(compareEntries).map(({ line }) => line);
  const head = `{"format": "${JOURNAL_FORMAT}", "version": ${JOURNAL_VERSION},\n`;
  const proof = `"check": "${proveJournal(entries, name)}",\n"name": ${writeCanonical(name)},\n`;
  const text = `${head}${proof}"entries": [\n${lines.join(",\n")}\n]}\n`;
  if (text.length > MOST_BYTES) {
    throw new RangeError("the journal is full: it would be larger than 32,000,000 bytes");
  }
  return text;
}

/** Return the digest by which a file proves that no entry is missing or strange. */
function proveJournal(entries, name) {
  const keys = Array.from(entries, ({ key }) => key).sort();
  return digestText(writeCanonical([keys, name]));
}

/**
 * Read the bytes of a journal. Where something is wrong, `trouble` names it as the Trouble of
 * swteach.journal.fileformat does, and the entries are all that are still whole.
 * @returns entries by their keys, name, trouble ("" where all is well)
 */
function readJournal(bytes) {
  if (bytes.length > MOST_BYTES) return { entries: new Map(), name: NO_NAME, trouble: "TOO_LARGE" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return readDocument(new JsonReader(text).readAll());
  } catch (error) {
    const entries = collectEntries(splitLines(bytes));
    const noJson = entries.size || beginsAsJson(bytes) ? "NO_JSON" : "OTHER_KIND";
    const trouble = error instanceof JournalTrouble ? error.message : noJson;
    return { entries, name: NO_NAME, trouble };
  }
}

/** Whether it may be JSON that was cut short: a web page or plain text is something else. */
function beginsAsJson(bytes) {
  return /^[\t\n\r ]*(?:[{[]|$)/.test(new TextDecoder().decode(bytes));
}

class JournalTrouble extends Error {}

function readDocument(document) {
  if (!(document instanceof Map) || document.get("format") !== JOURNAL_FORMAT) {
    throw new JournalTrouble("FOREIGN");
  }
  const version = readWhole(document.get("version"));
  if (version > JOURNAL_VERSION) throw new JournalTrouble("NEWER");
  const [listed, name] = [document.get("entries"), readName(document.get("name"))];
  const isHead = version === JOURNAL_VERSION && [...document.keys()].sort().join() === HEAD_NAMES.join();
  if (!isHead || !Array.isArray(listed) || !name) throw new JournalTrouble("DAMAGED");
  const entries = collectEntries(listed);
  const isWhole =
    entries.size === listed.length && proveJournal(entries.values(), name) === document.get("check");
  if (!isWhole) throw new JournalTrouble("DAMAGED");
  return { entries, name, trouble: "" };
}

/** Return a whole number of a file; NaN for anything else. */
function readWhole(number) {
  return number instanceof JsonNumber && /^-?[0-9]+$/.test(number.text) ? Number(number.text) : NaN;
}

/** Return the name of a file's head; nothing where it is not whole. */
function readName(parts) {
  if (!(parts instanceof Map) || [...parts.keys()].sort().join() !== NAME_PARTS.join()) return null;
  const name = { ...Object.fromEntries(parts), count: readWhole(parts.get("count")) };
  const isText = NAME_PARTS.every((part) => part === "count" || typeof name[part] === "string");
  const isRight = isText && Number.isInteger(name.count) && (!name.at || isMoment(name.at));
  return isRight ? Object.freeze(name) : null;
}

/** Return the entries of a list that are whole, by their keys. */
function collectEntries(listed) {
  const entries = new Map();
  for (const parts of listed) {
    try {
      const entry = readEntry(parts);
      entries.set(entry.key, entry);
    } catch {
      continue; // the trouble of the whole file is told
    }
  }
  return entries;
}

/** Yield the JSON of each line that still is an object, whatever surrounds it. */
function* splitLines(bytes) {
  for (const line of new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\n")) {
    if (!line.startsWith('{"at":')) continue;
    try {
      yield new JsonReader(line.replace(/[,\r ]+$/, "")).readAll();
    } catch {
      continue;
    }
  }
}
