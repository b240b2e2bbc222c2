// Objects with names, as JSON has them.

function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
