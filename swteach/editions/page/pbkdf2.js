// PBKDF2 with SHA-256, for addresses at which the browser itself offers none: plain http.

const HMAC_BYTES = 64;
const HMAC_SIGNS = [0x36, 0x5c]; // what the key is mixed with: within, and around it

/**
 * Return the first 32 bytes of PBKDF2 with HMAC of SHA-256, in hexadecimal digits.
 * @param words text; its UTF-8 bytes are the password
 * @param salt  bytes
 * @param turns how often it is hashed
 */
function stretchWords(words, salt, turns) {
  const [inner, outer] = startHmac(joinBytes(new TextEncoder().encode(words)));
  const block = Int32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1 << 31, 0, 0, 0, 0, 0, 0, 8 * (HMAC_BYTES + 32));
  const first = padText(`${joinBytes(salt)}\0\0\0\x01`);
  first[first.length - 1] += 8 * HMAC_BYTES; // it comes after the key
  const found = takeWords(first, inner.slice());
  const sum = new Int32Array(8);
  for (let turn = 1; ; turn++) {
    block.set(found);
    found.set(outer);
    takeWords(block, found);
    for (let i = 0; i < 8; i++) sum[i] ^= found[i];
    if (turn >= turns) return writeState(sum);
    block.set(found);
    found.set(inner);
    takeWords(block, found);
  }
}

/** Return the two states of SHA-256 that have taken in the key. */
function startHmac(key) {
  const short = key.length > HMAC_BYTES ? joinBytes(readHex(sha256(key))) : key;
  const bytes = Array.from(short.padEnd(HMAC_BYTES, "\0"), (sign) => sign.charCodeAt(0));
  return HMAC_SIGNS.map((mark) => {
    const mixed = padText(joinBytes(bytes.map((byte) => byte ^ mark)));
    return takeWords(mixed.slice(0, 16), Int32Array.from(SHA_START));
  });
}

/** Return bytes as a text of as many signs. */
function joinBytes(bytes) {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
