const RESULT_HEADS = ["What", "Result"];
const ASSUMED_HEADS = ["Assumption", "Number and where from"];

function step({ label, formula, sum, result, note }) {
  const item = make("li", {}, make("strong", {}, label), make("br"), `${formula}`);
  if (sum) item.append(make("br"), `= ${sum}`);
  item.append(make("br"), sum ? `= ${result}` : result);
  if (note) item.append(make("br"), note);
  return item;
}

// Two columns and not three: a phone has no room for more.
function withOrigin([label, number, origin]) {
  return [label, make("span", {}, make("strong", {}, number), make("br"), origin)];
}

function results({ rows, assumed, working }) {
  if (!rows.length) return [];
  const steps = make("ol", { "aria-label": "The working" }, ...working.map(step));
  return [
    wordTable("What the two routes cost", RESULT_HEADS, rows),
    make("p", {}, make("strong", {}, "The working, step by step")),
    steps,
    wordTable("Every assumption in the sum", ASSUMED_HEADS, assumed.map(withOrigin)),
  ];
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const boxes = sheet.inputs.map((one) => new NumberBox(one));
  const fields = make("fieldset", {}, make("legend", {}, sheet.legend));
  fields.append(...sheet.note.map((words) => make("p", {}, words)), ...boxes.map((box) => box.row));
  const buttons = make("div", { class: "swteach-buttons" });
  buttons.append(make("button", { type: "submit" }, "Work out the cost"));
  const form = make("form", { novalidate: "" }, fields, buttons);
  const body = make("div", {});
  const outside = make("div", {}, make("p", {}, make("strong", {}, "What is not in the sum")));
  outside.append(wordList(sheet.outside), ...sheet.below.map((words) => make("p", {}, words)));
  const attributes = { class: "swteach-widget swteach-live swteach-agency" };
  const root = make("section", { ...attributes, "aria-label": sheet.name }, form, body, outside);
  const live = new Live({
    model,
    root,
    place: body,
    read: () => ({ texts: Object.fromEntries(boxes.map((box) => [box.id, box.text])) }),
    draw: (view, own) => {
      for (const box of boxes) {
        if (own) box.text = view.texts[box.id];
        box.tell(view.remarks[box.id]);
      }
      body.replaceChildren(...results(view));
    },
  });
  form.addEventListener("input", () => live.later());
  form.addEventListener("change", () => live.flush());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    live.status.replaceChildren(); // emptied first, so that the same words are spoken again
    live.send();
  });
  buttons.append(button("Put the starting numbers back", () => live.send({ do: "reset" })));
  return live.mount(el);
}

export default { render };
