// How the tools keep what a student gave.

/** Record in the journal; returns what to tell the student, nothing where all is well. */
function keepValue(journal, entry) {
  const { saved, message } = journal.record(entry);
  return saved ? "" : message;
}
