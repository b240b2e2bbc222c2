// Words set in a row, as the tools' sentences in Python have them.

/** The first letter large and all others small, as Python's capitalize. */
function raiseFirst(text) {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

/** Words joined by commas, and by "and" before the last. */
function listWithAnd(parts) {
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0];
}
