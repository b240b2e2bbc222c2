// A question's other half, which in a notebook is Python's: swteach/widgets/question.py.

const TRY_FIRST = "Try first. After that you can see the answer.";

/** Return what answers the script of a question in place of Python. */
function makeAnswering(exercise, traits) {
  const kinds = { prediction: Committing, reflection: Reflecting };
  return new (kinds[exercise.type] ?? Answering)(exercise, traits);
}

/**
 * Takes an attempt, marks it, writes it into the journal, and only then replies. What the journal
 * has of earlier days comes back at once.
 */
class Answering {
  /**
   * @param exercise what marking needs, from swteach/editions/site_marking.py
   * @param traits   what the question's own script asks for
   */
  constructor(exercise, traits) {
    this.exercise = exercise;
    this.traits = { ...traits };
    this.model = null; // that of the script, once there is one
    this.asked = 0; // counts what was said and asked: a late word on an earlier attempt is dropped
    this.bringBack();
    this.change({ notices: journal.tellNotices() });
    if (this.traits.given === null && exercise.show_answers === "always") this.show();
  }

  take({ do: wanted, answer, turn = 0 }) {
    if (wanted === "answer") this.answer(answer, turn);
    else if (wanted === "show") this.show(turn);
  }

  answer(response, turn = 0) {
    const reply = this.mark(response);
    if (!isAttempt(reply)) return this.tell(reply, turn);
    // In the journal before anything is said: what a student has seen answered is never lost.
    const { saved, message } = this.record(this.toJournal(response));
    this.change({ given: response });
    return this.judge(reply, turn, { saved, message, notices: journal.tellNotices() });
  }

  show(turn = 0) {
    const { told, show_answers: rule } = this.exercise;
    const early = told.verdict === REPLY.shown && rule === "after_attempt";
    this.tell(early && this.traits.given === null ? askAgain(TRY_FIRST) : told, turn);
  }

  mark(response) {
    return mark(this.exercise, response);
  }

  /** Reply to the answer given: at once, or where it is sealed, when it is known to be right. */
  judge(reply, turn, saved = {}) {
    if (!this.exercise.seal) return this.tell(reply, turn, saved);
    const asked = ++this.asked;
    const tell = (found) => asked === this.asked && this.tell(found, turn, saved);
    return unseal(this.exercise, this.traits.given).then(tell, () => tell(reply));
  }

  tell(reply, turn, saved = {}) {
    this.asked += 1;
    const more = reply.verdict === REPLY.notQuite && this.exercise.told.verdict === REPLY.shown;
    this.change({ reply: { ...reply, turn, more, ...saved } });
  }

  change(traits) {
    Object.assign(this.traits, traits);
    this.model?.set(traits);
  }

  bringBack() {
    for (const entry of this.entries()) {
      const response = this.fromJournal(entry);
      const reply = this.mark(response);
      if (!isAttempt(reply)) continue;
      this.change({ given: response });
      this.judge(reply, 0);
      return;
    }
  }

  /** What the journal has of this question, the entry to bring back first. */
  entries() {
    return [...journal.history(this.traits.exercise_id, this.exercise.journal.kind)].reverse();
  }

  record(value, options = {}) {
    const { kind, prompt } = this.exercise.journal;
    return journal.record({ kind, id: this.traits.exercise_id, value, prompt, ...options });
  }

  toJournal(response) {
    return KEPT_ANSWERS[this.exercise.type].write(response, this.traits);
  }

  fromJournal({ value }) {
    return KEPT_ANSWERS[this.exercise.type].read(value, this.traits);
  }
}
