// SHA-256 of plain ASCII text, at once. The browser's own digest answers later, and not on every
// page (only on https, localhost and files); a journal must be kept, proven and exported on all.

const shaPrimes = [];
for (let n = 2; shaPrimes.length < 64; n++) if (shaPrimes.every((p) => n % p)) shaPrimes.push(n);
/** The first 32 bits after the point. */
const fractionBits = (number) => ((number % 1) * 2 ** 32) | 0;
const SHA_ROUNDS = Int32Array.from(shaPrimes, (prime) => fractionBits(Math.cbrt(prime)));
const SHA_START = Int32Array.from(shaPrimes.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));
const shaWords = new Int32Array(64);

/** Return the text's bytes with their end marked and their length, as words of 32 bits. */
function padText(text) {
  const words = new Int32Array((((text.length + 8) >> 6) + 1) << 4);
  for (let at = 0; at < text.length; at++) words[at >> 2] |= text.charCodeAt(at) << (24 - 8 * (at & 3));
  words[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  words[words.length - 2] = Math.floor(text.length / 2 ** 29);
  words[words.length - 1] = text.length << 3;
  return words;
}

function spreadBlock(words, start) {
  const w = shaWords;
  for (let i = 0; i < 16; i++) w[i] = words[start + i];
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15];
    const b = w[i - 2];
    const low = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
    const high = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
    w[i] = (w[i - 16] + low + w[i - 7] + high) | 0;
  }
}

function mixBlock(state) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const high = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + high + ((e & f) ^ (~e & g)) + SHA_ROUNDS[i] + shaWords[i]) | 0;
    const low = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => (state[place] = (state[place] + word) | 0));
}

/** Take words, a whole number of blocks of 16, into a state; returns it. */
function takeWords(words, state) {
  for (let start = 0; start < words.length; start += 16) {
    spreadBlock(words, start);
    mixBlock(state);
  }
  return state;
}

function writeState(state) {
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** Return the SHA-256 of text in hexadecimal digits; each sign is a byte. */
function sha256(text) {
  return writeState(takeWords(padText(text), Int32Array.from(SHA_START)));
}
