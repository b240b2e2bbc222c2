const PAUSE = 2000; // ms without a key before the words are saved
const ABOUT_SAVING = "They are saved while you write. What you think is not marked.";
const PRIVATE = "Private: leave this out of what I hand in";
const ABOUT_PRIVATE =
  "With a tick, these words and all earlier ones are left out of the journal that you hand in. " +
  "Without one, they are part of it. You can change it here and on your journal's page.";
const NOT_SAVED =
  "Python has not answered, so these words are not in your journal yet. They are kept on this " +
  "page. If it has stopped, run this cell again: your words come back.";

function countWords(text) {
  const count = text.split(/\s+/).filter(Boolean).length;
  return `${count} ${count === 1 ? "word" : "words"} so far.`;
}

/** A question whose answer is saved while it is written. */
class Writing extends Question {
  constructor({ area, box, count, ...rest }) {
    super(rest);
    Object.assign(this, { area, box, count });
    this.timer = null; // runs while there are words to save
    this.saving = 0;
    this.waiting = false; // whether Python was asked something
    this.queue = [];
    this.stopSaving = () => {};
  }

  mount(el) {
    const takeAway = super.mount(el);
    const hear = () => this.hear();
    const saveNow = () => this.saveWaiting(); // the page may be gone in a moment
    addEventListener("pagehide", saveNow);
    document.addEventListener("visibilitychange", saveNow);
    this.model.on("change:saved", hear);
    this.area.addEventListener("input", () => this.wait());
    this.area.addEventListener("blur", () => this.saveWaiting());
    this.box.addEventListener("change", () => this.save());
    if (this.unsent.find() !== null) this.save();
    return () => {
      this.saveWaiting();
      removeEventListener("pagehide", saveNow);
      document.removeEventListener("visibilitychange", saveNow);
      this.stopSaving();
      this.model.off("change:saved", hear);
      takeAway();
    };
  }

  /** The count has its line from the start: one that came later would move what is below it. */
  bringBack() {
    super.bringBack();
    this.sayCount();
  }

  sayCount() {
    const words = countWords(this.area.value);
    if (words !== this.count.textContent) this.count.textContent = words; // else it is spoken again
  }

  check(event) {
    event.preventDefault();
    this.stopTimer();
    this.sayCount();
    this.inTurn(() => super.check(event));
  }

  /** Ask Python one thing at a time: it works on two at once, and the older words could win. */
  inTurn(action) {
    this.queue.push(action);
    if (!this.waiting) this.next();
  }

  next() {
    const action = this.queue.shift();
    this.waiting = Boolean(action);
    action?.();
  }

  receive() {
    super.receive();
    this.next();
  }

  meetSilence() {
    super.meetSilence();
    this.next();
  }

  wait() {
    this.unsent.keep(this.read());
    this.stopTimer();
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  stopTimer() {
    clearTimeout(this.timer);
    this.timer = null;
  }

  saveWaiting() {
    if (this.timer !== null) this.save();
  }

  save() {
    this.stopTimer();
    this.sayCount(); // after a pause, not with each key
    this.unsent.keep(this.read());
    this.inTurn(() => this.sendWords());
  }

  sendWords() {
    this.stopSaving();
    this.saving = ++this.turn;
    const message = { do: "save", answer: this.read(), turn: this.saving };
    this.stopSaving = ask(this.model, message, () => {
      this.sayOnce(NOT_SAVED);
      this.next();
    });
  }

  hear() {
    const { turn, message, saved } = this.model.get("saved");
    if (turn !== this.saving) return;
    this.stopSaving();
    if (saved) this.settle();
    this.sayOnce(message);
    this.next();
  }

  /** What is typed since Python was asked is still to be saved. */
  settle() {
    if (this.timer === null) this.unsent.drop();
  }

  sayOnce(words) {
    if (words !== this.said) this.say(words);
    this.said = words;
  }
}

function render({ model, el }) {
  const about = `About ${model.get("words")} words. ${ABOUT_SAVING}`;
  const { node, area } = textField("Your words", about);
  const row = optionRow("checkbox", "private", "private", PRIVATE);
  const box = row.firstChild;
  const apart = make("p", { id: newId() }, ABOUT_PRIVATE);
  box.setAttribute("aria-describedby", apart.id);
  const count = make("p", { role: "status", class: "swteach-count" });
  box.checked = model.get("private");
  return new Writing({
    ...{ model, area, box, count },
    parts: [node, count, row, apart],
    read: () => ({ text: area.value, private: box.checked }),
    fill: (answer) => {
      area.value = answer.text;
      box.checked = answer.private;
    },
    button: "I have finished",
  }).mount(el);
}

export default { render };
