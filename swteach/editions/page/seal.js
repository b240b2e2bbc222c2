// Right answers that are not in the page: salted hashes, which say of an answer whether it is right.

const UNTOLD = `Your answer is noted. This page could not tell whether it is right. ${TUTOR_WORDS}`;

/** Say of an answer that counts whether it is right, and nothing else. */
async function unseal(exercise, response) {
  const spelt = spellAnswer(exercise, response);
  const found = await Promise.all(spelt.map((words) => digestWords(exercise.seal, words)));
  const right = found.some((one) => exercise.seal.right.includes(one));
  const text = right ? TUTOR_WORDS : joinSaid("You can try again.", TUTOR_WORDS);
  return replyWith(verdictOn(right), text, { sealed: true });
}

async function digestWords({ salt, turns, right }, words) {
  const [size, bytes] = [right[0].length, readHex(salt)];
  // The browser's own is quicker, and is there on https, localhost and in files only.
  const bits = crypto.subtle && (await stretchQuickly(words, bytes, turns, size * 4));
  return bits ? writeHex(new Uint8Array(bits)) : stretchWords(words, bytes, turns).slice(0, size);
}

async function stretchQuickly(words, salt, turns, size) {
  const raw = new TextEncoder().encode(words);
  const key = await crypto.subtle.importKey("raw", raw, "PBKDF2", false, ["deriveBits"]);
  return crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: turns }, key, size);
}

function readHex(text) {
  return Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
}

function writeHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** An answer in the words that are hashed: more than one where it can be read so. */
function spellAnswer(exercise, response) {
  const { type, shown, pairs } = exercise;
  if (type === "numeric") return spellTyped(readNumber(response, exercise.unit), exercise.seal.step);
  if (type === "choice") return [exercise.options[response].text];
  if (type === "verdict") return [response.answer];
  if (type === "order") return [spellTexts(response.map((place) => shown[place]))];
  const texts =
    type === "match"
      ? pairs.map(({ left }, at) => `${left}: ${shown[response[at]]}`)
      : response.map((place) => shown[place].text);
  return [spellTexts(texts.sort(compareText))];
}

function spellTyped({ value, other }, step) {
  return [value, other].filter((one) => one !== null).map((one) => spellNumber(one, step));
}

/** The cell of the grid that a number lies in, or the number where there is none. */
function spellNumber(value, step) {
  if (!step) return formatFigures(value, 9, "");
  const [[top, up], [bottom, down]] = [readDecimal(String(value)), readDecimal(step)];
  const power = up - down;
  const scale = 10n ** BigInt(Math.abs(power));
  return String(divideEvenly(power < 0 ? top : top * scale, power < 0 ? bottom * scale : bottom));
}

/** A number as it is written, as a whole number and a power of ten. */
function readDecimal(text) {
  const [, sign, whole, decimals = "", power = "0"] = /^(-?)(\d*)\.?(\d*)(?:e(.+))?$/.exec(text);
  return [BigInt(`${sign}${whole || "0"}${decimals}`), Number(power) - decimals.length];
}

/** One whole number divided by another above 0, rounded, halves to the even neighbour. */
function divideEvenly(top, bottom) {
  const size = top < 0n ? -top : top;
  const [whole, twice] = [size / bottom, 2n * (size % bottom)];
  const up = twice > bottom || (twice === bottom && whole % 2n === 1n);
  const rounded = up ? whole + 1n : whole;
  return top < 0n ? -rounded : rounded;
}

/** A list as Python's json writes it. */
function spellTexts(texts) {
  return `[${texts.map((text) => JSON.stringify(text)).join(", ")}]`;
}
