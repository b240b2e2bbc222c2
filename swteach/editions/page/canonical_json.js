// JSON exactly as the journal's Python writes it, and JSON read without losing how a number was
// written: to Python 3 and 3.0 are two things, and an entry's digest is taken of its text.

const MOST_DEPTH = 900; // lists within lists; Python gives up a little later

/** A number of a file, in the form in which Python would write it again. */
class JsonNumber {
  constructor(text) {
    this.text = /[.eE]/.test(text) ? sayFloat(Number(text)) : sayWhole(text);
  }
}

function sayWhole(text) {
  if (text.length > 4300) throw new RangeError("a number has too many figures");
  return text === "-0" ? "0" : text;
}

/** Return a number as Python writes a float: 3.0, 1e-07, 1e+16. */
function sayFloat(number) {
  if (!Number.isFinite(number)) throw new RangeError("a number is not finite");
  const [, sign, first, rest, power] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(
    `${Object.is(number, -0) ? "-" : ""}${number.toExponential()}`,
  );
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) return sayPower({ sign, first, rest, exponent });
  const digits = first + (rest ?? "");
  const lead = exponent < 0 ? `0.${"0".repeat(-exponent - 1)}` : "";
  if (lead) return sign + lead + digits;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${sign}${whole}.${digits.slice(exponent + 1) || "0"}`;
}

function sayPower({ sign, first, rest, exponent }) {
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `${sign}${first}${rest ? `.${rest}` : ""}e${exponent < 0 ? "-" : "+"}${size}`;
}

/** Compare two texts as Python does: by whole characters, where JavaScript compares halves. */
function compareText(one, other) {
  const length = Math.min(one.length, other.length);
  let at = 0;
  while (at < length && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  if (at === length) return one.length - other.length;
  return wholeCharacter(one, at) - wholeCharacter(other, at);
}

/** Return the character of which the half at a place is part. */
function wholeCharacter(text, at) {
  const isSecond = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  const isPair = isSecond && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  return text.codePointAt(isPair ? at - 1 : at);
}

const escapeUnit = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

function writeText(text) {
  return JSON.stringify(text).replace(/[\x7f-\uffff]/g, escapeUnit);
}

function writeNumber(number) {
  const isWhole = Number.isInteger(number) && Math.abs(number) < 1e21;
  return isWhole ? String(number === 0 ? 0 : number) : sayFloat(number);
}

/**
 * Return a value as the journal writes it: ASCII, keys sorted, no spaces.
 * @throws TypeError, RangeError where JSON cannot hold it, or it is nested too deeply
 */
function writeCanonical(value, depth = 0) {
  if (depth > MOST_DEPTH) throw new RangeError("it is nested too deeply");
  if (typeof value === "string") return writeText(value);
  if (typeof value === "number") return writeNumber(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (value instanceof JsonNumber) return value.text;
  if (!Array.isArray(value)) return writeParts(value, depth);
  return `[${Array.from(value, (one) => writeCanonical(one, depth + 1)).join(",")}]`;
}

function writeParts(value, depth) {
  const parts = listParts(value).sort(([one], [other]) => compareText(one, other));
  const written = parts.map(([name, inner]) => `${writeText(name)}:${writeCanonical(inner, depth + 1)}`);
  return `{${written.join(",")}}`;
}

function listParts(value) {
  if (value instanceof Map) return [...value];
  const kind = typeof value === "object" ? Object.getPrototypeOf(value) : undefined;
  if (kind !== Object.prototype && kind !== null) throw new TypeError(`${typeof value} is not JSON`);
  return Object.entries(value);
}

/** JSON as objects that are maps and numbers that are JsonNumber. */
class JsonReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  /** Return the one value that the text is; throws where it is none. */
  readAll() {
    const value = this.read(0);
    this.skip();
    if (this.at < this.text.length) throw new SyntaxError("something follows the value");
    return value;
  }

  read(depth) {
    if (depth > MOST_DEPTH) throw new RangeError("it is nested too deeply");
    this.skip();
    const sign = this.text[this.at];
    if (sign === "{") return this.readObject(depth);
    if (sign === "[") return this.readList(depth);
    return sign === '"' ? this.readText() : this.readScalar();
  }

  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found?.[0];
  }

  skip() {
    this.match(/[ \t\n\r]*/y);
  }

  take(sign) {
    this.skip();
    const isThere = this.text[this.at] === sign;
    if (isThere) this.at++;
    return isThere;
  }

  expect(sign) {
    if (!this.take(sign)) throw new SyntaxError(`no ${sign} at ${this.at}`);
  }

  readText() {
    const start = this.at;
    let end = this.text.indexOf('"', start + 1);
    while (end > 0 && this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    if (end < 0) throw new SyntaxError("a text has no end");
    this.at = end + 1;
    return JSON.parse(this.text.slice(start, this.at));
  }

  isEscaped(at) {
    let before = at;
    while (this.text[before - 1] === "\\") before--;
    return (at - before) % 2 === 1;
  }

  readScalar() {
    const word = this.match(/(?:true|false|null)/y);
    if (word) return JSON.parse(word);
    const number = this.match(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y);
    if (!number) throw new SyntaxError(`no value at ${this.at}`);
    return new JsonNumber(number);
  }

  readList(depth) {
    this.expect("[");
    const list = [];
    if (this.take("]")) return list;
    do list.push(this.read(depth + 1));
    while (this.take(","));
    this.expect("]");
    return list;
  }

  readObject(depth) {
    this.expect("{");
    const parts = new Map();
    if (this.take("}")) return parts;
    do this.readPart(parts, depth);
    while (this.take(","));
    this.expect("}");
    return parts;
  }

  readPart(parts, depth) {
    this.skip();
    if (this.text[this.at] !== '"') throw new SyntaxError(`no name at ${this.at}`);
    const name = this.readText();
    this.expect(":");
    parts.set(name, this.read(depth + 1));
  }
}
