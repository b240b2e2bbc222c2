// White space as Python has it, so that both count and strip the same; JavaScript's own differs.

const WHITE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const WHITE_RUN = new RegExp(`${WHITE}+`, "g");
const WHITE_ENDS = new RegExp(`^${WHITE}+|${WHITE}+$`, "g");

function stripWhite(text) {
  return text.replace(WHITE_ENDS, "");
}

function splitWhite(text) {
  return text.split(WHITE_RUN).filter(Boolean);
}
