const OWN = "own";
const SHORT = 60; // characters of a part in a menu; the outline has all of them

const cut = (text) => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

function menu(label) {
  const select = make("select", {});
  return { select, row: make("label", {}, label, select) };
}

/** Fill a menu anew, and keep what was chosen where it is still there. */
function refill(select, choices) {
  const chosen = select.value;
  const options = choices.map(([value, text]) => make("option", { value }, text));
  select.replaceChildren(...options);
  if (choices.some(([value]) => value === chosen)) select.value = chosen;
}

/** Menus and words for a new part. */
class Adder {
  constructor({ kinds, claims }) {
    this.claims = claims;
    this.kind = menu("What is it?");
    this.under = menu("What does it stand under?");
    this.words = menu("Which words?");
    const own = textField("Your own words", "One or two sentences.");
    this.own = own.node;
    this.area = own.area;
    this.area.setAttribute("maxlength", "300");
    this.area.rows = 3;
    const id = newId();
    this.whole = make("p", { id });
    this.words.select.setAttribute("aria-describedby", id);
    refill(this.kind.select, kinds.map(({ id, meaning }) => [id, `${id}: ${meaning}`]));
    refill(this.words.select, [[OWN, "my own words"], ...claims.map((text, at) => [String(at), cut(text)])]);
    if (!claims.length) this.words.row.hidden = true;
    const legend = make("legend", {}, "Add a part");
    const rows = [this.kind.row, this.under.row, this.words.row, this.whole, this.own];
    this.node = make("fieldset", {}, legend, ...rows);
    this.kind.select.addEventListener("change", () => this.match());
    this.words.select.addEventListener("change", () => this.match());
  }

  show({ places, outline }) {
    [this.places, this.outline] = [places, outline];
    this.match();
  }

  /** Offer only places where this kind may stand, and show the whole of a chosen claim. */
  match() {
    const open = this.places[this.kind.select.value];
    const lines = this.outline.filter(({ id }) => open.includes(id));
    refill(this.under.select, lines.map(({ id, words }) => [String(id), cut(words)]));
    this.under.row.hidden = this.kind.select.value === "conclusion";
    const claim = this.claims[this.words.select.value];
    this.whole.textContent = claim ?? "";
    this.own.hidden = claim !== undefined;
  }

  read() {
    const { value } = this.words.select;
    const words = value === OWN ? { words: this.area.value } : { claim: Number(value) };
    const under = this.under.select.value === "" ? null : Number(this.under.select.value);
    return { kind: this.kind.select.value, under, ...words };
  }
}

/** Menus and buttons for a part that is there. */
class Changer {
  constructor(send) {
    this.part = menu("Which part?");
    this.under = menu("Move it, and what is under it, to stand under");
    const act = (words, message) => button(words, () => send({ ...message(), part: this.read() }));
    const target = () => (this.under.select.value === "" ? null : Number(this.under.select.value));
    const buttons = make("div", { class: "swteach-buttons" });
    this.mover = act("Move it there", () => ({ do: "move", under: target() }));
    buttons.append(
      act("Move it up", () => ({ do: "shift", step: -1 })),
      act("Move it down", () => ({ do: "shift", step: 1 })),
      act("Remove it", () => ({ do: "remove" })),
    );
    const legend = make("legend", {}, "Change a part");
    const rows = [this.part.row, buttons, this.under.row, this.mover];
    this.node = make("fieldset", {}, legend, ...rows);
    this.part.select.addEventListener("change", () => this.match());
  }

  show({ moves, outline }) {
    [this.moves, this.outline] = [moves, outline];
    refill(this.part.select, outline.map(({ id, words }) => [String(id), cut(words)]));
    this.match();
  }

  match() {
    const open = this.moves[this.part.select.value] ?? [];
    const lines = this.outline.filter(({ id }) => open.includes(id));
    refill(this.under.select, lines.map(({ id, words }) => [String(id), cut(words)]));
    for (const node of [this.under.row, this.mover]) node.hidden = !lines.length;
  }

  read() {
    return this.part.select.value === "" ? null : Number(this.part.select.value);
  }
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  let isAdding = false;
  const send = (message) => {
    isAdding = message.do === "add";
    live.status.replaceChildren(); // emptied first, so that the same words are spoken again
    live.send(message);
  };
  const adder = new Adder(sheet);
  const changer = new Changer(send);
  const add = make("button", { type: "submit" }, "Add it");
  const form = make("form", { novalidate: "" }, adder.node, make("div", { class: "swteach-buttons" }, add));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send({ do: "add", ...adder.read() });
  });
  const head = (words) => make("p", {}, make("strong", {}, words));
  const id = newId();
  const outline = make("div", { id });
  const scroll = { class: "swteach-scroll", tabindex: "0", role: "region" };
  const picture = make("div", { ...scroll, "aria-label": "The map as a tree; the outline below says the same" });
  const buttons = make("div", { class: "swteach-buttons" });
  buttons.append(
    button("Undo the last step", () => send({ do: "undo" })),
    button("Keep this outline in my journal", () => send({ do: "keep" })),
  );
  const root = make("section", { "aria-label": `${sheet.name}: ${sheet.title}` });
  root.className = "swteach-widget swteach-live swteach-form swteach-map";
  const result = make("div", {}, head("The map as a tree"), picture, head("The map as an outline"), outline);
  const intro = make("p", {}, sheet.intro);
  root.append(head(`${sheet.name}: ${sheet.title}`), intro, form, changer.node, buttons, result);
  let shown = 0;
  const live = new Live({
    model,
    root,
    place: result,
    read: () => ({}),
    draw: (view) => {
      adder.show(view);
      changer.show(view);
      changer.node.hidden = !view.outline.length;
      const empty = make("p", {}, view.count);
      picture.hidden = !view.outline.length;
      picture.replaceChildren(treePicture(view.tree, sheet.width));
      outline.replaceChildren(view.outline.length ? outlineList(view.outline) : empty);
      if (isAdding && view.outline.length > shown) adder.area.value = "";
      [shown, isAdding] = [view.outline.length, false];
    },
  });
  return live.mount(el);
}

export default { render };
