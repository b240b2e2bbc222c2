// A prediction's other half: it is answered once, and what was said first stands.

class Committing extends Answering {
  /** Later attempts get what was said to the first. */
  answer(response, turn = 0) {
    if (this.traits.given === null) return super.answer(response, turn);
    return this.change({
      reply: { ...this.traits.reply, turn, notices: journal.tellNotices() },
    });
  }

  entries() {
    return super.entries().reverse();
  }
}
