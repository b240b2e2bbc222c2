// What every question does: take an answer, ask Python about it, show the reply, keep the answer.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LEADS = {
  right: ["✓", "Right."],
  "not quite": ["✗", "Not quite."],
  noted: ["•", "Noted."],
  complete: ["✓", ""],
  incomplete: ["•", ""],
  shown: ["•", ""],
};
const SILENCE =
  "Python has not answered yet. Your answer is kept on this page. It may be busy: wait a little. " +
  "If nothing comes, it may have stopped: run this cell again, then press the button again.";
const BACK = "What you entered last was not kept yet. It is back: press the button to send it.";

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** One question on the page. A kind of question gives its controls and says how to read them. */
class Question {
  /**
   * @param model  the widget's model, with the traits of swteach.widgets.question
   * @param parts  the controls, for the group that the question names
   * @param read   () => the answer as Python wants it
   * @param fill   (answer) => put an answer back into the controls
   * @param name   (answer) => a short name to say before the reply, such as "B"
   * @param lay    (details) => nodes to show below the reply
   * @param button what the button says
   */
  constructor({ model, parts, read, fill, name = () => "", lay = () => [], button }) {
    Object.assign(this, { model, read, fill, name, lay });
    this.unsent = new Kept(model.get("exercise_id"));
    this.turn = model.get("reply").turn ?? 0;
    this.stopWaiting = () => {};
    const legend = make("legend", { id: newId() }, model.get("stem"));
    this.group = make("fieldset", {}, legend, ...parts);
    // Outside the group, the same words in each question: so they say which question is meant.
    this.about = { "aria-describedby": legend.id };
    this.submit = make("button", { type: "submit", ...this.about }, button ?? "Check my answer");
    const hidden = { type: "button", hidden: "", ...this.about };
    this.shower = make("button", hidden, "Show the answer");
    this.status = statusRegion();
    this.extra = make("div", { class: "swteach-extra" });
    this.kept = make("p", { class: "swteach-kept" });
  }

  /** Put the question in the page; returns how to take it away again. */
  mount(el) {
    const root = this.build();
    const letGo = keepKeys(root);
    this.blank = this.read();
    const receive = () => this.receive();
    this.model.on("change:reply", receive);
    this.bringBack(); // before the page has it: what is not new is not spoken
    el.classList.add(`swteach-${this.model.get("kind")}`);
    el.append(root);
    return () => {
      this.stopWaiting();
      this.model.off("change:reply", receive);
      letGo();
    };
  }

  build() {
    const buttons = make("div", { class: "swteach-buttons" }, this.submit, this.shower);
    const hints = [
      disclosure("A hint", this.model.get("hint"), this.about),
      disclosure("An example with other numbers", this.model.get("working"), this.about),
    ].filter(Boolean);
    const form = make("form", {}, this.group, ...hints, buttons);
    form.addEventListener("submit", (event) => this.check(event));
    form.addEventListener("input", () => this.keepUnsent());
    this.shower.addEventListener("click", () => this.send({ do: "show" }));
    const notices = this.model.get("notices").map(notice);
    const parts = [...notices, form, this.status, this.extra, this.kept];
    return make("section", { class: "swteach-widget swteach-question" }, ...parts);
  }

  bringBack() {
    const [given, unsent] = [this.model.get("given"), this.unsent.find()];
    if (given !== null) this.fill(given);
    this.receive();
    const answered = isSame(unsent, given);
    if (answered && this.isUnsaved()) return; // Python has it, the disk has not
    if (unsent === null || answered || this.group.disabled) return this.unsent.drop();
    this.unsent.keep(unsent);
    this.fill(unsent);
    this.say(BACK);
  }

  /** What is half entered outlives a reload too. */
  keepUnsent() {
    const entered = this.read();
    const isNew = this.isUnsaved() || !isSame(entered, this.model.get("given") ?? this.blank);
    if (isNew) this.unsent.keep(entered);
    else this.unsent.drop();
  }

  check(event) {
    event.preventDefault();
    const answer = this.read();
    this.unsent.keep(answer);
    this.send({ do: "answer", answer });
  }

  send(message) {
    this.stopWaiting();
    this.clear(); // emptied first, so that the same reply is spoken again
    const numbered = { ...message, turn: ++this.turn };
    this.stopWaiting = ask(this.model, numbered, () => this.meetSilence());
  }

  meetSilence() {
    this.say(SILENCE);
  }

  receive() {
    this.stopWaiting();
    const reply = this.model.get("reply");
    if (!reply.verdict) return;
    if (!this.isUnsaved()) this.settle();
    this.clear();
    this.speak(reply);
    this.extra.replaceChildren(...this.layOut(reply));
    this.kept.textContent = reply.saved ? reply.message : "";
    // Not once it was pressed: a button that goes takes the focus along.
    if (!["no answer", "shown"].includes(reply.verdict)) this.shower.hidden = !reply.more;
  }

  isUnsaved() {
    return this.model.get("reply").saved === false;
  }

  /** What was entered since is still to be sent. */
  settle() {
    this.keepUnsent();
  }

  /** Put the reply into the status region: its mark, its lead, its words, and a failed save. */
  speak({ verdict, text, details, saved, message, notices = [] }) {
    const [mark, lead] = LEADS[verdict] ?? ["", ""];
    const answer = verdict === "shown" ? this.layAnswer(details) : [];
    const words = make("div", {}, this.sentence(verdict, lead, text), ...answer);
    if (saved === false) words.append(make("p", {}, message));
    words.append(...notices.map((said) => make("p", {}, said)));
    if (!mark) return this.status.replaceChildren(words);
    const sign = make("span", { class: "swteach-mark", "aria-hidden": "true" }, mark);
    this.status.dataset.verdict = verdict;
    this.status.replaceChildren(sign, words);
  }

  sentence(verdict, lead, text) {
    const isOwn = !["no answer", "shown"].includes(verdict); // there may be none given yet
    const own = isOwn ? this.name(this.model.get("given")) : "";
    const first = [own, lead].filter(Boolean).join(": ");
    return first ? make("p", {}, make("strong", {}, first), ` ${text}`) : make("p", {}, text);
  }

  /** An answer of several parts, and what is said to it. */
  layAnswer({ lines, why }) {
    return [listOf(lines), ...why.map((said) => make("p", {}, said))].filter(Boolean);
  }

  /** What stands below the reply and is not spoken by itself: it can be long. */
  layOut({ verdict, details }) {
    if (details.sealed) return []; // right or wrong is all that a student copy can say
    return ["noted", "no answer", "shown"].includes(verdict) ? [] : this.lay(details);
  }

  say(words) {
    this.clear();
    this.status.replaceChildren(make("p", {}, words));
  }

  clear() {
    delete this.status.dataset.verdict;
    for (const part of [this.status, this.extra, this.kept]) part.replaceChildren();
  }
}
