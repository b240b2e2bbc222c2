// What the tools share that answer while a student works: send, wait, draw what comes back.

const PAUSE = 500; // ms without a key press before half-typed numbers are sent
const NO_ANSWER =
  "Python has not answered yet. What you entered is still here. It may be busy: wait a little. " +
  "If nothing comes, it may have stopped: run this cell again.";

/** One tool on the page. A tool says what to send and how to draw what comes back. */
class Live {
  /**
   * @param model the widget's model, with the traits `sheet` and `view`
   * @param root  the tool's element; its status region is added by `mount`
   * @param read  () => what the page holds, as a message
   * @param draw  (view, own) => show it; own says that no later entry waits to be sent
   * @param place where the status region stands: an element to put it in front of, or none
   */
  constructor({ model, root, read, draw, place = null }) {
    Object.assign(this, { model, root, read, draw, place });
    this.status = statusRegion();
    this.turn = model.get("view").turn;
    this.stopWaiting = () => {};
  }

  /** Put the tool in the page; returns how to take it away again. */
  mount(el) {
    const letGo = keepKeys(this.root);
    const receive = () => this.receive();
    const flush = () => this.flush(); // the page may be gone in a moment
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    this.root.insertBefore(this.status, this.place);
    this.root.prepend(...(this.model.get("sheet").news ?? []).map(notice));
    this.model.on("change:view", receive);
    el.append(this.root);
    receive();
    return () => {
      this.stopWaiting();
      clearTimeout(this.pause);
      removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
      this.model.off("change:view", receive);
      letGo();
    };
  }

  /** Send soon, once the student pauses. */
  later() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.send(), PAUSE);
  }

  /** Send where something waits to be sent. */
  flush() {
    if (this.pause) this.send();
  }

  send(more = {}) {
    clearTimeout(this.pause);
    this.pause = null;
    this.stopWaiting();
    const message = { ...this.read(), ...more, turn: ++this.turn };
    this.stopWaiting = ask(this.model, message, () => this.say(NO_ANSWER));
  }

  receive() {
    const view = this.model.get("view");
    if (view.turn < this.turn) return; // a later message is on its way
    this.turn = view.turn;
    this.stopWaiting();
    this.draw(view, !this.pause);
    this.say(...[view.sentence].flat(), view.trouble, ...(view.news ?? []));
  }

  /** Say it, though it may be what was said before. */
  say(...words) {
    this.status.replaceChildren(...words.filter(Boolean).map((text) => make("p", {}, text)));
  }
}

/** A text box for a number, with its name, help and error tied to it. */
class NumberBox {
  constructor({ id, label, help = "", unit = "" }) {
    this.id = id;
    const key = `swteach-${Math.random().toString(36).slice(2)}`;
    const type = { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: "40" };
    this.input = make("input", { ...type, id: key });
    this.help = make("p", { id: `${key}-help`, class: "swteach-help" }, help);
    this.error = make("p", { id: `${key}-error` });
    const name = make("label", { for: key }, label);
    const box = unit ? make("div", {}, this.input, make("span", { "aria-hidden": "true" }, unit)) : this.input;
    this.row = make("div", { class: "swteach-box" }, name, this.help, box, this.error);
    if (!help) this.help.remove();
    this.tie();
  }

  get text() {
    return this.input.value;
  }

  set text(value) {
    if (this.input.value !== value) this.input.value = value;
  }

  /** Show an error or a remark beside the box, and tie it to the box. */
  tell({ error = "", said = "" } = {}) {
    this.error.replaceChildren(error ? `✗ ${error}` : said);
    this.error.className = error ? "swteach-error" : "swteach-help";
    if (error) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
    this.tie();
  }

  tie() {
    const parts = [this.help, this.error].filter((part) => part.textContent);
    const ids = parts.map((part) => part.id).join(" ");
    if (ids) this.input.setAttribute("aria-describedby", ids);
    else this.input.removeAttribute("aria-describedby");
  }
}

/**
 * A table of words, with a caption where it has one; the first cell of each row heads it. The
 * roles repeat what the tags say: a narrow page may turn rows into blocks, and some browsers then
 * forget that they are a table.
 */
function wordTable(caption, heads, rows) {
  const top = heads.map((name) => make("th", { scope: "col", role: "columnheader" }, name));
  const body = rows.map(([first, ...rest]) => {
    const head = make("th", { scope: "row", role: "rowheader" }, first);
    const cells = rest.map((text, place) =>
      make("td", { role: "cell", "data-label": heads[place + 1] }, text),
    );
    return make("tr", { role: "row" }, head, ...cells);
  });
  const table = make(
    "table",
    { role: "table" },
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...top)),
    make("tbody", { role: "rowgroup" }, ...body),
  );
  if (caption) table.prepend(make("caption", {}, caption));
  return table;
}

function wordList(lines, tag = "ul") {
  return make(tag, {}, ...lines.map((line) => make("li", {}, line)));
}

function button(words, onClick) {
  const node = make("button", { type: "button" }, words);
  node.addEventListener("click", onClick);
  return node;
}
