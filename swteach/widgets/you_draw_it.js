const GAP_HEADS = ["Year", "You", "The record", "Your line is"];
const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });

function sourceLine({ title, publisher, url }) {
  const link = { href: url, target: "_blank", rel: "noopener noreferrer" };
  return make("li", {}, url ? make("a", link, title) : title, `, ${publisher}`);
}

function recordParts({ rows, caption, care, notes, sources }) {
  const head = (words) => make("p", {}, make("strong", {}, words));
  const list = make("ul", {}, ...sources.map(sourceLine));
  const said = notes.length ? [head("About these figures"), wordList(notes)] : [];
  const take = care ? [make("p", {}, make("strong", {}, "Take care: "), care)] : [];
  return [wordTable(caption, GAP_HEADS, rows), ...take, ...said, head("Sources"), list];
}

function keyLine() {
  const mark = (name) => make("span", { class: name, "aria-hidden": "true" });
  const mine = [mark("swteach-key-mine"), "your line, dashed with squares"];
  const known = [mark("swteach-key-known"), "the record, solid with dots"];
  return make("p", { class: "swteach-key" }, make("span", {}, ...mine), make("span", {}, ...known));
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const asked = sheet.points.filter((point) => point.asked);
  const boxes = asked.map(({ period }) => new NumberBox({ id: period, label: period }));
  const byYear = Object.fromEntries(boxes.map((box) => [box.id, box]));
  const plot = new Plot({
    points: sheet.points,
    onDraw: (period, value) => (byYear[period].text = value === null ? "" : figures.format(value)),
    onEnd: (changed) => changed && live.send(),
  });
  const fields = make("fieldset", {}, make("legend", {}, sheet.legend));
  const grid = make("div", { class: "swteach-years" }, ...boxes.map((box) => box.row));
  fields.append(...sheet.intro.map((words) => make("p", {}, words)), plot.svg, keyLine(), grid);
  const showing = button("", () => live.send({ do: model.get("view").record ? "hide" : "show" }));
  const fill = button("Fill the years between in straight steps", () => live.send({ do: "fill" }));
  const clear = button("Clear my line", () => live.send({ do: "clear" }));
  const buttons = make("div", { class: "swteach-buttons" }, fill, clear, showing);
  const form = make("form", { novalidate: "" }, fields, buttons);
  const body = make("div", {});
  const attributes = { class: "swteach-widget swteach-live swteach-draw", "aria-label": sheet.name };
  const root = make("section", attributes, form, body);
  const live = new Live({
    model,
    root,
    place: body,
    read: () => ({ texts: Object.fromEntries(boxes.map((box) => [box.id, box.text])) }),
    draw: (view, own) => {
      for (const box of boxes) {
        if (own) box.text = view.texts[box.id];
        box.tell(view.remarks[box.id]);
        box.input.readOnly = Boolean(view.record);
      }
      plot.show({ ...view, record: view.record?.values });
      showing.textContent = view.record ? "Hide the record and draw again" : "Show the record";
      for (const one of [fill, clear]) one.hidden = Boolean(view.record);
      body.replaceChildren(...(view.record ? recordParts(view.record) : []));
    },
  });
  form.addEventListener("input", () => live.later());
  form.addEventListener("change", () => live.flush());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    live.flush();
  });
  const leave = live.mount(el);
  return () => {
    plot.watcher.disconnect();
    leave();
  };
}

export default { render };
