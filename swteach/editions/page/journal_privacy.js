// Which entries are private: the rule of swteach.journal.privacy.

const TICKS_ID = "journal-page";
const TICKS_KIND = "private ticks";

const nameQuestion = (entry) => `${entry.id}: ${entry.kind}`;
const isTick = (entry) => entry.kind === TICKS_KIND;

/** Return what a tick's entry says of each question, as pairs; none for anything else. */
function listTicks({ value }) {
  return isMapping(value) ? Object.entries(value) : [];
}

/**
 * Return the entries that are left out of what a student hands in.
 *
 * The last word of the student counts. An entry written as private makes the question's earlier
 * ones private too. A tick on the journal's page does the same, for later ones as well, until it
 * is taken away; that opens all of them, until the next entry written as private.
 */
function findPrivateEntries(entries) {
  const questions = new Map();
  const seen = new Map();
  for (const entry of listConcerned(entries)) {
    for (const [name, tick] of readTicks(entry, seen)) {
      const question = openQuestion(questions, name);
      question.isHeld = tick;
      question.private = new Set(tick ? question.written : []);
    }
    if (!isTick(entry)) notePrivacy(openQuestion(questions, nameQuestion(entry)), entry);
  }
  return new Set([...questions.values()].flatMap((question) => [...question.private]));
}

function openQuestion(questions, name) {
  if (!questions.has(name)) questions.set(name, { written: [], private: new Set(), isHeld: false });
  return questions.get(name);
}

function notePrivacy(question, entry) {
  question.written.push(entry);
  if (entry.private) question.private = new Set(question.written);
  else if (question.isHeld) question.private.add(entry);
}

/** Return the ticks and the entries of each question that is private anywhere, in order. */
function listConcerned(entries) {
  const all = [...entries];
  const names = new Set(
    all.flatMap((entry) => {
      if (isTick(entry)) return listTicks(entry).map(([name]) => name);
      return entry.private ? [nameQuestion(entry)] : [];
    }),
  );
  const concerned = all.filter((entry) => isTick(entry) || names.has(nameQuestion(entry)));
  return names.size ? concerned.sort(compareEntries) : [];
}

/** Return each question that was ticked, or its tick taken away, and note it as seen. */
function readTicks(entry, seen) {
  const ticks = isTick(entry) ? listTicks(entry) : [];
  // Early journals repeat older ticks beside the one that was changed.
  const isOne = ticks.length === 1;
  return ticks.filter(([name, tick]) => {
    const counts = typeof tick === "boolean" && (isOne || seen.get(name) !== tick);
    if (counts) seen.set(name, tick);
    return counts;
  });
}

/**
 * Return the entries that may be handed in: none that is private, and of the ticks only those
 * that a student took away from something written as private and handed in all the same.
 */
function leaveOutPrivate(entries) {
  const apart = findPrivateEntries(entries);
  const open = [...entries].filter((entry) => !apart.has(entry));
  const written = open.filter((entry) => entry.private && !isTick(entry));
  const opened = new Set(written.map(nameQuestion));
  return open.filter((entry) => !isTick(entry) || opensOne(entry, opened));
}

/** Whether this took a tick away, from one of these questions and nothing else. */
function opensOne(entry, questions) {
  const ticks = listTicks(entry);
  return ticks.length === 1 && ticks[0][1] === false && questions.has(ticks[0][0]);
}

function leaveOutTicks(entries) {
  return [...entries].filter((entry) => !isTick(entry));
}
