// A journal as headings and paragraphs, as swteach.journal.exports.outline has it.

const JOINER = "\u2060";
const MONTHS = (
  "January February March April May June July August September October November December"
).split(" ");
// A spreadsheet that opens or is given such a line would run it as a formula.
const FORMULA = /^[=+\-@＝＋－＠]/;
const CONTROL = /[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]/gu;
const LINE_END = /\r\n|[\r\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]/;
const NUMBERED_PLACE = /^(?:n|0*)([0-9]{1,4})(?=[-_ ]|$)/;
const NO_NUMBER = 10_000; // such notebooks come last

/** Return text as lines that every format can hold and no spreadsheet takes for a formula. */
function cleanLines(text) {
  const lines = text.split(LINE_END).map((line) => line.replace(CONTROL, "\ufffd"));
  return lines.map((line) => (FORMULA.test(stripWhite(line)) ? JOINER + line : line));
}

/** Return a time as "25 November 2026, 19:42 UTC". */
function sayMoment(at) {
  return `${Number(at.slice(8, 10))} ${MONTHS[at.slice(5, 7) - 1]} ${at.slice(0, 4)}, ${at.slice(11, 16)} UTC`;
}

/** Return what was recorded as lines of text, each part with its name; numbers as Python says them. */
function sayValue(entry, words) {
  return sayPart(new JsonReader(entry.line).readAll().get("value"), "", words);
}

function sayPart(value, name, words) {
  if (value instanceof Map) {
    const parts = [...value];
    return parts.flatMap(([part, inner]) => sayPart(inner, name ? `${name}, ${part}` : part, words));
  }
  if (Array.isArray(value)) {
    return value.flatMap((inner, place) => sayPart(inner, stripWhite(`${name} ${place + 1}`), words));
  }
  const lead = name ? `${name}: ` : "";
  return [lead + (value === null || value === "" ? words.noAnswer : sayScalar(value))];
}

function sayScalar(value) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value instanceof JsonNumber ? value.text : value;
}

/** Return the notebook an entry belongs to: by its number where it has one, else by name. */
function findNotebook(entry) {
  const found = (entry.id.startsWith("n") && NUMBERED_PLACE.exec(entry.id)) || NUMBERED_PLACE.exec(entry.notebook);
  return found ? [Number(found[1]), ""] : [NO_NUMBER, entry.notebook];
}

function namePlace([number, name], words) {
  return number < NO_NUMBER ? `Notebook ${number}` : name || words.other;
}

/** Return entries (oldest first) by their notebooks, as pairs of a heading and a list. */
function groupByPlace(entries, words) {
  const places = new Map();
  for (const entry of entries) {
    const place = findNotebook(entry);
    const key = JSON.stringify(place);
    if (!places.has(key)) places.set(key, { place, group: [] });
    places.get(key).group.push(entry);
  }
  const order = ({ place: [one, name] }, { place: [other, text] }) => one - other || compareText(name, text);
  return [...places.values()].sort(order).map(({ place, group }) => [namePlace(place, words), group]);
}

function groupBy(entries, name) {
  const groups = new Map();
  for (const entry of entries) {
    if (!groups.has(name(entry))) groups.set(name(entry), []);
    groups.get(name(entry)).push(entry);
  }
  return groups;
}

function makeBlock(kind, text) {
  const lines = cleanLines(text);
  return { kind, lines: kind.startsWith("h") ? [lines.join(" ")] : lines };
}

/**
 * Return a journal as blocks: a heading for each notebook, then for each question.
 * @param entries oldest first
 * @param name    the student's, or ""
 * @param words   of swteach.journal.exports.outline, by way of the page's data
 * @param isShared whether private entries are left out
 */
function outlineJournal(entries, { name, words, isShared = false }) {
  const apart = findPrivateEntries(entries);
  const shown = leaveOutTicks(entries).filter((entry) => !isShared || !apart.has(entry));
  const places = groupByPlace(shown, words);
  return [
    makeBlock("h1", words.title),
    makeBlock("note", introduceJournal(name, shown)),
    ...places.flatMap(([heading, group]) => layNotebook(heading, group, { apart, words })),
  ];
}

function introduceJournal(name, entries) {
  const lines = name ? [`Name: ${name}`] : [];
  if (!entries.length) return [...lines, "Nothing is written in it yet."].join("\n");
  const last = sayMoment(entries.at(-1).at);
  return [...lines, `Written up to ${last}. Under each question, the newest comes first.`].join("\n");
}

function layNotebook(heading, entries, { apart, words }) {
  const shared = entries.filter((entry) => !apart.has(entry));
  const own = entries.filter((entry) => apart.has(entry));
  const blocks = [makeBlock("h2", heading)];
  if (shared.length) blocks.push(makeBlock("h3", words.open), ...layItems(shared, words));
  if (!own.length) return blocks;
  blocks.push(makeBlock("h3", words.private), makeBlock("note", words.privateNote));
  return [...blocks, ...layItems(own, words)];
}

function layItems(entries, words) {
  const items = [...groupBy(entries, ({ id, kind }) => JSON.stringify([id, kind])).values()];
  return items.flatMap((found) => layItem(found.reverse(), words));
}

function layItem(newestFirst, words) {
  const [newest] = newestFirst;
  const blocks = [makeBlock("h4", nameQuestion(newest))];
  if (newest.prompt) blocks.push(makeBlock("note", newest.prompt));
  newestFirst.forEach((entry, place) => {
    blocks.push(makeBlock("note", `${place ? "Earlier, " : ""}${sayMoment(entry.at)}:`));
    blocks.push(makeBlock("words", sayValue(entry, words).join("\n")));
  });
  return blocks;
}
