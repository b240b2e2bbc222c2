// What the tools that work something out have in common: their boxes, and what was kept of them.

/** The text of each box: what was sent or kept, else what it was before; never endless. */
function takeTexts(found, ids, before, longest) {
  const given = isMapping(found) ? found : {};
  const take = (id) => (typeof given[id] === "string" ? given[id] : before[id]);
  return Object.fromEntries(ids.map((id) => [id, [...take(id)].slice(0, longest).join("")]));
}

/** Whether two sets of boxes or choices, of text alone, hold the same. */
function areSame(one, other) {
  const keys = Object.keys(one);
  const alike = keys.every((key) => Object.hasOwn(other, key) && one[key] === other[key]);
  return alike && keys.length === Object.keys(other).length;
}

/** What was recorded last, or an empty object where there is nothing usable. */
function bringBack(journal, kind, id) {
  const value = journal.latest(id, kind)?.value;
  return isMapping(value) ? value : {};
}
