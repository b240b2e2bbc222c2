/** One line of the page: its words name the group of two radio buttons below it. */
function pageLine({ text, look }, place, marks) {
  const rows = marks.map((mark) => optionRow("radio", "mark", mark, mark));
  // A name of its own for each group: one name for all would let one line be marked at a time.
  const group = newId();
  for (const row of rows) row.firstChild.name = group;
  const number = make("span", { class: "swteach-number" }, `Line ${place}. `);
  const words = make("span", { class: `swteach-look-${look}` }, text);
  const answer = make("p", { id: newId(), class: "swteach-answer", hidden: "" });
  const scale = make("div", { class: "swteach-scale" }, ...rows);
  const node = make("fieldset", {}, make("legend", {}, number, words), scale, answer);
  return { rows, answer, node };
}

/** Say below a line what it was; the words describe its group from then on. */
function answerLine({ node, answer }, words) {
  if (answer.textContent !== words) answer.textContent = words;
  answer.hidden = !words;
  if (words) node.setAttribute("aria-describedby", answer.id);
}

function account({ counts, host }) {
  const asked = make("p", {}, make("strong", {}, host.question));
  const said = host.said.map((words) => make("p", {}, words));
  return [make("p", {}, make("strong", {}, "How you and the course marked it")), wordList(counts), asked, ...said];
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const lines = sheet.lines.map((line, place) => pageLine(line, place + 1, sheet.marks));
  const bar = make("p", { class: "swteach-bar" }, sheet.title);
  const frame = make("div", { class: "swteach-paper" }, bar, ...lines.map((line) => line.node));
  const show = make("button", { type: "submit" }, sheet.show);
  const group = make("fieldset", {}, make("legend", {}, sheet.question), frame);
  const form = make("form", { novalidate: "" }, group);
  form.append(make("div", { class: "swteach-buttons" }, show));
  const [progress, body] = [make("p", {}), make("div", {})];
  const root = make("section", { "aria-label": sheet.name });
  root.className = "swteach-widget swteach-live swteach-form swteach-messy";
  const head = make("p", {}, make("strong", {}, sheet.name));
  root.append(head, make("p", {}, sheet.intro), progress, form, body);
  const kept = new Kept("messy-page");
  const read = () => ({ marks: lines.map(({ rows }) => sheet.marks[ticked(rows)[0]] ?? "") });
  const fill = (marks) => lines.forEach(({ rows }, place) => tick(rows, [sheet.marks.indexOf(marks[place])]));
  const live = new Live({
    model,
    root,
    place: body,
    read,
    draw: (view, own) => {
      if (own) fill(view.marks);
      if (own && !view.unsaved) kept.drop();
      lines.forEach((line, place) => answerLine(line, view.found?.lines[place] ?? ""));
      progress.replaceChildren(view.progress);
      body.replaceChildren(...(view.found ? account(view.found) : []));
    },
  });
  form.addEventListener("change", () => {
    kept.keep(read());
    live.later();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    live.status.replaceChildren(); // emptied first, so that the same words are spoken again
    live.send({ do: "show" });
  });
  const unsent = kept.find(); // before the first drawing, which drops it
  const leave = live.mount(el);
  if (unsent?.marks?.length === lines.length) {
    const { marks } = read();
    fill(marks.map((mark, place) => unsent.marks[place] || mark));
    if (read().marks.join() !== marks.join()) {
      kept.keep(read());
      live.send({ do: "back" });
    }
  }
  return leave;
}

export default { render };
