// A number as a student types it, with signs, commas, spaces, a unit: swteach/exercises/typed.py.

const LONGEST = 40;
const TYPE_ONE = "Type one number in figures, for example 12.5.";
const UNREAD = `We cannot read this as a number. ${TYPE_ONE} Work a sum or a fraction out first.`;
const UNCLEAR = `The marks between the figures can be read in more than one way. ${TYPE_ONE}`;
const SCALES = new Map([
  ...[["thousand", 1e3], ["k", 1e3], ["million", 1e6], ["m", 1e6]],
  ...[["billion", 1e9], ["bn", 1e9]],
]);
const PERCENT_WORDS = ["%", "percent", "per cent", "percentage points", "points", "pp"];
const POUND_WORDS = ["£", "gbp", "pound", "pounds"];
const ABOUT = /^(?:about|around|roughly|approx(?:imately)?\.?|circa|[~≈=]) */i;
const SHAPE = /^([+-]?) *(£?) *([+-]?) *([\d.,' ]*\d[.,]?) *([^\d]*)$/;
const GROUPED = {
  ",": /^[1-9]\d{0,2}(?:,\d{3})+$/,
  ".": /^[1-9]\d{0,2}(?:\.\d{3})+$/,
  " ": /^[1-9]\d{0,2}(?: \d{3})+$/,
  "'": /^[1-9]\d{0,2}(?:'\d{3})+$/,
};

/**
 * What was read: value (null where there is no number), other (what the same figures mean where
 * the comma is the decimal mark) and said (how it was read, or what to type instead).
 */
function typedAs(value, other = null, said = "") {
  return { value, other, said };
}

/** Return the number that a student typed; the unit asked for may be typed too. */
function readNumber(response, unit = "") {
  if (typeof response === "number") {
    return Math.abs(response) < 1e40 ? typedAs(response) : typedAs(null, null, TYPE_ONE);
  }
  const text = typeof response === "string" ? tidyTyped(response) : "";
  if (!text) return typedAs(null, null, `There is no number yet. ${TYPE_ONE}`);
  // The unit itself may hold figures, as "per 100 enquiries" does.
  const named = unit && foldCase(text).endsWith(foldCase(unit));
  const bare = named ? text.slice(0, -unit.length) : text;
  const match = SHAPE.exec(stripWhite(bare.replace(ABOUT, "")));
  const tooLong = Array.from(text).length > LONGEST;
  if (!match || tooLong || (match[1] && match[3])) return typedAs(null, null, UNREAD);
  return assembleTyped(match, foldCase(unit));
}

function assembleTyped([, sign, pound, inner, digits, words], unit) {
  const [scale, rest] = takeScale(foldCase(words), unit);
  const wrong = findWrongUnit(rest, Boolean(pound), unit);
  if (wrong) return typedAs(null, null, wrong);
  const read = readDigits(digits.trim().replace(/,+$/, ""));
  if (read.value === null) return read;
  const times = (sign === "-" || inner === "-" ? -1 : 1) * scale;
  return typedAs(times * read.value, read.other === null ? null : times * read.other, read.said);
}

/** Read figures and their marks: each way in which they can be grouped, or not at all. */
function readDigits(digits) {
  if (/^(?:\d+\.?|\d*\.\d+)$/.test(digits)) {
    const grouped = GROUPED["."].test(digits);
    return typedAs(Number(digits), grouped ? Number(digits.replaceAll(".", "")) : null);
  }
  const [whole, point, decimals] = partition(digits, ".");
  for (const mark of [",", " ", "'"]) {
    if (!GROUPED[mark].test(whole) || (point && !/^\d*$/.test(decimals))) continue;
    const swapped = digits.split(",").length === 2 && !point;
    const other = swapped ? Number(digits.replace(",", ".")) : null;
    return typedAs(Number(digits.replaceAll(mark, "")), other);
  }
  return readOtherMarks(digits);
}

function readOtherMarks(digits) {
  const [whole, comma, decimals] = partition(digits, ",");
  const grouped = GROUPED["."].test(whole) || GROUPED[" "].test(whole);
  if (comma && (/^(?:0?|[1-9]\d*)$/.test(whole) || grouped) && /^\d+$/.test(decimals)) {
    const value = Number(`${whole.replace(/[. ]/g, "")}.${decimals}`);
    const said = `We read ${digits} as ${formatFigures(value, 10, "")}, with the comma as a point.`;
    return typedAs(value, null, said);
  }
  if (GROUPED["."].test(digits)) {
    const value = Number(digits.replaceAll(".", ""));
    return typedAs(value, null, `We read ${digits} as ${formatFixed(value, 0)}.`);
  }
  return typedAs(null, null, UNCLEAR);
}

/** Split "million" from what follows it; a unit of millions has it already. */
function takeScale(words, unit) {
  const [first, , rest] = partition(stripWhite(words), " ");
  const scale = SCALES.get(first.replace(/\.+$/, ""));
  if (scale === undefined) return [1, stripWhite(words)];
  const inUnit = splitWhite(unit).some((word) => SCALES.get(word) === scale);
  return [inUnit ? 1 : scale, stripWhite(rest)];
}

function findWrongUnit(words, pound, unit) {
  const said = words.replace(/[. ]+$/, "").replace(/^of /, "");
  const known = new Set([unit, ...splitWhite(unit), ...widerUnit(unit)]);
  if (pound && !known.has("£")) return `The unit here is "${unit}". Leave out the £ sign.`;
  if (!said || known.has(said) || splitWhite(said).every((word) => known.has(word))) return "";
  return unit ? `The unit here is "${unit}". Leave out "${said}".` : UNREAD;
}

function widerUnit(unit) {
  const percent = unit.includes("percent") ? [...PERCENT_WORDS, "a", "per", "year", "cent"] : [];
  const pounds = unit.includes("pound") ? [...POUND_WORDS, "a", "per"] : [];
  return [...percent, ...pounds, ...(unit.includes("times") ? ["x", "×", "time"] : [])];
}

/** The text with plain spaces, signs and figures, however they were typed. */
function tidyTyped(text) {
  const plain = stripWhite(text)
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, "-")
    .replace(/[\u2018\u2019\u02bc`´]/g, "'");
  return stripWhite(plain.replace(/\p{Nd}/gu, plainDigit).replace(WHITE_RUN, " "));
}

/** A figure of any script as one of 0 to 9: each script has its ten in a row. */
function plainDigit(sign) {
  let before = sign.codePointAt(0);
  while (/^\p{Nd}$/u.test(String.fromCodePoint(before - 1))) before -= 1;
  return String((sign.codePointAt(0) - before) % 10);
}

/** Letters without their case, each on its own; the dotless i is no i. */
function foldCase(text) {
  return Array.from(text, (one) => (one === "ı" ? one : one.toUpperCase().toLowerCase())).join("");
}

function partition(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, "", ""] : [text.slice(0, at), mark, text.slice(at + mark.length)];
}
