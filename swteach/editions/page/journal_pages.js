// How the entries of two journals become one, as swteach.journal.pages has it.

const NO_NAME = Object.freeze({ at: "", count: 0, session: "", text: "" });

/**
 * Return what joining brings and takes away. Whichever side is joined to which, and how often,
 * makes no difference to the outcome.
 * @param mine, theirs entries by their keys
 * @returns added: entries of theirs to take in; gone: drafts of mine that theirs replace
 */
function joinEntries(mine, theirs) {
  const own = listBeyond(mine, theirs);
  const other = listBeyond(theirs, mine);
  const refused = new Set(findReplaced(other, own));
  return { added: other.filter((one) => !refused.has(one)), gone: findReplaced(own, other) };
}

function listBeyond(these, those) {
  return [...these.values()].filter(({ key }) => !those.has(key));
}

function findReplaced(old, later) {
  const drafts = old.filter(({ draft }) => draft);
  if (!drafts.length) return [];
  const streams = new Map();
  for (const one of later) {
    if (!streams.has(one.stream)) streams.set(one.stream, []);
    streams.get(one.stream).push(one);
  }
  return drafts.filter((draft) =>
    streams.get(draft.stream)?.some((other) => replacesDraft(other, draft)),
  );
}

/** Return the name that was given last. */
function laterName(one, other) {
  const order =
    compareText(one.at, other.at) ||
    one.count - other.count ||
    compareText(one.session, other.session) ||
    compareText(one.text, other.text);
  return order < 0 ? other : one;
}

/** Return the time now, but never before what is already written: a clock may be set back. */
function nextStamp(entries, name) {
  let { at: newest, count } = name;
  for (const one of entries) {
    if (one.at < newest || (one.at === newest && one.count <= count)) continue;
    newest = one.at;
    count = one.count;
  }
  const now = sayTime(new Date());
  return now > newest ? { at: now, count: 0 } : { at: newest, count: count + 1 };
}
