const ABOUT_WORDS = "A fact, a story, a figure, a person. Your words are saved while you write.";
const FULL = "The box is full. What you type or paste from here on is not in it.";

function scale({ id, legend }, points) {
  const rows = points.map((point) => optionRow("radio", id, point, point));
  const row = make("div", { class: "swteach-scale" }, ...rows);
  return { id, rows, node: make("fieldset", {}, make("legend", {}, legend), row) };
}

function comparison({ table, note }) {
  if (table) return [wordTable(table.caption, table.heads, table.rows)];
  return note ? [make("p", {}, note)] : [];
}

/** The box for words. It takes no more than Python does, and says so: a cut must be seen. */
function wordsField({ mind, longest }) {
  const count = longest.toLocaleString("en-GB");
  const { node, area } = textField(mind, `${ABOUT_WORDS} The box holds ${count} characters.`);
  const full = make("p", { "aria-live": "polite", class: "swteach-error" });
  area.setAttribute("maxlength", longest);
  area.addEventListener("input", () => {
    const words = area.value.length < longest ? "" : FULL;
    if (full.textContent !== words) full.textContent = words;
  });
  node.append(full);
  return { node, area };
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const scales = sheet.issues.map((issue) => scale(issue, sheet.points));
  const sure = confidenceField();
  const { node, area } = wordsField(sheet);
  const kept = new Kept(sheet.id);
  const submit = make("button", { type: "submit" }, "Keep my reading");
  const buttons = make("div", { class: "swteach-buttons" }, submit);
  const form = make("form", { novalidate: "" }, ...scales.map((one) => one.node), sure.node, node, buttons);
  const body = make("div", {});
  const intro = sheet.intro.map((words) => make("p", {}, words));
  const root = make("section", { "aria-label": sheet.name });
  root.className = "swteach-widget swteach-live swteach-form swteach-barometer";
  root.append(make("p", {}, make("strong", {}, sheet.name)), ...intro, form, body);

  const readScales = () => {
    const points = scales.map(({ id, rows }) => [id, sheet.points[ticked(rows)[0]] ?? null]);
    return { ...Object.fromEntries(points), [sheet.sure]: sure.read() };
  };
  const fillScales = (reading) => {
    for (const { id, rows } of scales) tick(rows, [sheet.points.indexOf(reading[id])]);
    sure.fill(reading[sheet.sure]);
  };
  let [filled, told] = [false, false];
  const live = new Live({
    model: new PrivateModel(model),
    root,
    place: body,
    read: () => (told ? { words: area.value } : {}),
    draw: (view, own) => {
      if (!view.reading) return; // nothing has come yet
      told = true;
      if (!filled) fillScales(view.reading);
      filled = true;
      if (own && area.value !== view.words) area.value = view.words;
      if (own && !view.unsaved) kept.drop();
      body.replaceChildren(...comparison(view));
    },
  });
  form.addEventListener("change", ({ target }) => {
    if (target.type === "radio") filled = true;
  });
  area.addEventListener("input", () => {
    [told, filled] = [true, true];
    kept.keep(area.value);
    live.later();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    [told, filled] = [true, true];
    live.status.replaceChildren(); // emptied first, so that the same words are spoken again
    live.send({ do: "keep", reading: readScales() });
  });
  const leave = live.mount(el);
  const unsent = kept.find();
  if (unsent !== null) [area.value, told] = [unsent, true];
  live.send({ do: unsent === null ? "look" : "back" });
  return leave;
}

export default { render };
