// What every question does: take an answer, ask Python about it, show the reply.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LEADS = {
  right: ["✓", "Right."],
  "not quite": ["✗", "Not quite."],
  noted: ["•", "Noted."],
};
const SILENCE =
  "Python has not answered yet. Your choice is kept. It may be busy: wait a little. " +
  "If nothing comes, it may have stopped: run this cell again, then choose again.";

/** One question on the page. A kind of question gives its form and says how to read it. */
class Question {
  /**
   * @param model      the widget's model, with a trait `reply`
   * @param form       a form with a submit button
   * @param readAnswer () => the answer as Python wants it, or null where there is none yet
   * @param nameAnswer (answer) => a short name to say before the reply, such as "B"
   * @param emptyWords what to say where there is no answer yet
   */
  constructor({ model, form, readAnswer, nameAnswer, emptyWords }) {
    Object.assign(this, { model, form, readAnswer, nameAnswer, emptyWords });
    this.status = statusRegion();
    this.turn = model.get("reply").turn ?? 0;
    this.stopWaiting = () => {};
  }

  /** Put the question in the page; returns how to take it away again. */
  mount(el) {
    const root = make("section", { class: "swteach-widget" }, this.form, this.status);
    const letGo = keepKeys(root);
    const receive = () => this.receive();
    this.form.addEventListener("submit", (event) => this.check(event));
    this.model.on("change:reply", receive);
    el.append(root);
    receive(); // an answer from before the page was loaded
    return () => {
      this.stopWaiting();
      this.model.off("change:reply", receive);
      letGo();
    };
  }

  check(event) {
    event.preventDefault();
    this.stopWaiting();
    const option = this.readAnswer();
    if (option === null) return this.say(this.emptyWords);
    this.status.replaceChildren(); // emptied first, so that the same reply is spoken again
    const message = { option, turn: ++this.turn };
    this.stopWaiting = ask(this.model, message, () => this.say(SILENCE));
  }

  receive() {
    this.stopWaiting();
    const { verdict, option, text } = this.model.get("reply");
    if (!verdict) return;
    const [mark, lead] = LEADS[verdict];
    const sign = make("span", { class: "swteach-mark", "aria-hidden": "true" }, mark);
    const strong = make("strong", {}, `${this.nameAnswer(option)}: ${lead}`);
    this.status.dataset.verdict = verdict;
    this.status.replaceChildren(sign, make("p", {}, strong, ` ${text}`));
  }

  say(words) {
    delete this.status.dataset.verdict;
    this.status.replaceChildren(make("p", {}, words));
  }
}
