// A reflection's other half: swteach/widgets/reflection.py. Typing under way comes as a draft.

const NOW_PRIVATE = "Saved as private. What you wrote here before is private now too.";
const NOW_OPEN =
  "Saved. From now on, what you write here is part of what you hand in. What you wrote before " +
  "stays private.";
const HELD_PRIVATE =
  "Saved. It stays private, for you ticked it as private on your journal's page. Take that tick " +
  "away there, if you want to hand it in.";

class Reflecting extends Answering {
  take(content) {
    const { do: wanted, answer, turn = 0 } = content;
    if (wanted !== "save" || !isMapping(answer)) super.take(content);
    else if (typeof answer.text === "string") this.save(answer, turn);
  }

  /** Keep typing under way in the journal. */
  save(response, turn = 0) {
    const { saved, message } = this.record(response, { draft: true });
    const said = [message, ...journal.tellNotices()].join(" ");
    this.change({ given: response, saved: { turn, saved, message: said } });
  }

  mark(response) {
    return super.mark(isMapping(response) ? response.text : null);
  }

  record(value, options = {}) {
    const [before, now] = [this.isPrivate(), value.private !== false];
    const outcome = super.record(value.text, { private: now, ...options });
    const said = outcome.saved ? this.sayChange(before, now) : "";
    return { ...outcome, message: said || outcome.message };
  }

  /** Whether the newest words are left out of what is handed in; null without any. */
  isPrivate() {
    const [newest] = this.entries();
    return newest ? journal.findPrivate().has(newest) : null;
  }

  sayChange(before, now) {
    if (before === null || before === now) return "";
    if (now) return NOW_PRIVATE;
    return this.isPrivate() ? HELD_PRIVATE : NOW_OPEN;
  }

  toJournal(response) {
    return response;
  }

  fromJournal(entry) {
    return { text: entry.value, private: journal.findPrivate().has(entry) };
  }

  /** Bring the words back as they were; only what was finished is replied to. */
  bringBack() {
    const [newest] = this.entries();
    if (typeof newest?.value !== "string") return;
    const given = this.fromJournal(newest);
    this.change({ given });
    const reply = this.mark(given);
    if (isAttempt(reply) && !newest.draft) this.tell(reply, 0);
  }
}
