// A sum of a course file, already read by Python: worked out, and filled in to be printed.
//
// A tree is a number, a name, or a list: what is done, then with what, as in
// ["*", "hours", ["min", "rate", 40]]. Printed parts alternate: words, a name, words, a name, ...

class DividedByNothing extends Error {}

const OPERATIONS = {
  "+": (one, other) => one + other,
  "-": (one, other) => one - other,
  "*": (one, other) => one * other,
  "/": divide,
  min: (...parts) => parts.reduce((least, one) => (one < least ? one : least)),
  max: (...parts) => parts.reduce((most, one) => (one > most ? one : most)),
};

function divide(one, other) {
  if (other === 0) throw new DividedByNothing();
  return one / other;
}

/** Work a sum out; throws DividedByNothing where it divides by nothing. */
function workOutFormula(tree, values) {
  if (typeof tree === "string") return values[tree];
  if (!Array.isArray(tree)) return tree;
  const [operation, ...parts] = tree;
  return OPERATIONS[operation](...parts.map((part) => workOutFormula(part, values)));
}

/** Print a sum with each name replaced by its words. */
function fillFormula(parts, words) {
  return parts.map((part, place) => (place % 2 ? words[part] : part)).join("");
}
