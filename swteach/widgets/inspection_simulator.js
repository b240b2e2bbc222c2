function radio(name, value, words, help = "") {
  const input = make("input", { type: "radio", name, value });
  const text = make("span", {}, words);
  if (help) text.append(make("span", { class: "swteach-small" }, help));
  return make("label", { class: "swteach-pick" }, input, text);
}

function radios(name, legend, choices) {
  const rows = choices.map(({ id, name: words, note }) => radio(name, id, words, note));
  const row = make("div", { class: "swteach-picks" }, ...rows);
  return make("fieldset", {}, make("legend", {}, legend), row);
}

function areaFields(structure, grades) {
  return structure.areas.map((area) => {
    const fields = radios(area.id, area.legend, grades);
    if (!area.counts) fields.classList.add("swteach-under");
    return fields;
  });
}

function ruleCell(rule) {
  const kind = make("span", { class: "swteach-small" }, rule.label);
  return make("th", { scope: "row" }, make("strong", {}, rule.name), kind);
}

function outcomeTable(sheet, structure, outcomes) {
  const head = ["Rule", "Overall grade"].map((name) => make("th", { scope: "col" }, name));
  const rows = sheet.rules.map((rule) => {
    const grade = make("td", {}, make("strong", {}, outcomes[rule.id]));
    return make("tr", {}, ruleCell(rule), grade);
  });
  const top = make("thead", {}, make("tr", {}, ...head));
  const caption = make("caption", {}, structure.caption);
  return make("table", {}, caption, top, make("tbody", {}, ...rows));
}

function ruleList({ rules }) {
  const items = rules.map(({ name, description, sourced }) =>
    make("li", {}, make("strong", {}, `${name}. `), [description, sourced].join(" ")),
  );
  const head = make("p", {}, make("strong", {}, "What each rule does"));
  return [head, make("ul", {}, ...items)];
}

// The name stands outside the box that scrolls, so that a narrow page shows all of it.
function countTable({ counts }) {
  const table = wordTable("", counts.heads, counts.rows);
  table.setAttribute("aria-label", counts.caption);
  const frame = { class: "swteach-wide", tabindex: "0", role: "region", "aria-label": counts.name };
  const head = make("p", {}, make("strong", {}, counts.caption));
  return [head, make("div", frame, table), ...counts.below.map((words) => make("p", {}, words))];
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const frameworks = radios("structure", "Which framework?", sheet.structures);
  const areas = make("div", { class: "swteach-areas" });
  const form = make("form", { novalidate: "" }, frameworks, areas);
  const body = make("div", {});
  const root = make("section", { "aria-label": sheet.name });
  root.className = "swteach-widget swteach-live swteach-simulator";
  root.append(make("p", {}, make("strong", {}, sheet.name)), make("p", {}, sheet.note), form, body);
  const grades = { ...model.get("view").grades };
  const find = (id) => sheet.structures.find((structure) => structure.id === id);
  let shown = null;

  const tick = (name, value) => {
    const input = form.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    if (input) input.checked = true;
  };
  const lay = (id) => {
    if (shown !== id) areas.replaceChildren(...areaFields(find(id), sheet.grades));
    shown = id;
    tick("structure", id);
    for (const [area, grade] of Object.entries(grades)) tick(area, grade);
  };
  const clear = () => {
    for (const key of Object.keys(grades)) delete grades[key];
    for (const input of areas.querySelectorAll("input")) input.checked = false;
    live.send();
  };
  const live = new Live({
    model,
    root,
    place: body,
    read: () => ({ structure: shown, grades: { ...grades } }),
    draw: (view, own) => {
      if (own) Object.assign(grades, view.grades);
      lay(own ? view.structure : shown);
      const structure = find(view.structure);
      const outcomes = outcomeTable(sheet, structure, view.outcomes);
      body.replaceChildren(outcomes, ...ruleList(sheet), ...countTable(structure));
    },
  });
  form.addEventListener("change", ({ target }) => {
    if (target.name === "structure") lay(target.value);
    else grades[target.name] = target.value;
    live.send();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.append(make("div", { class: "swteach-buttons" }, button("Clear the grades", clear)));
  return live.mount(el);
}

export default { render };
