const COLUMNS = ["Date", "Lane", "What happened", "Who", "Source"];

// The roles repeat what the tags say: on a narrow page the style turns rows into blocks, and
// some browsers then forget that they are a table.
function cell(tag, role, label, ...children) {
  return make(tag, { role, "data-label": label }, ...children);
}

function whatHappened(row) {
  const parts = [make("strong", {}, row.title)];
  if (row.summary) parts.push(make("p", {}, row.summary));
  if (row.note) parts.push(make("p", {}, `Take care: ${row.note}`));
  return parts;
}

// A long address may break after a dot, and nowhere else.
function breakable(words) {
  const parts = words.split(/(?<=\.)(?=\S)/);
  return parts.flatMap((part, n) => (n ? [make("wbr", {}), part] : [part]));
}

function sourceLink(row) {
  const words = breakable(row.source);
  if (!row.url) return words;
  const attributes = { href: row.url, target: "_blank", rel: "noopener noreferrer" };
  return [make("a", attributes, ...words)];
}

function tableRow(row) {
  const date = cell("th", "rowheader", "Date", row.date);
  date.setAttribute("scope", "row");
  return make(
    "tr",
    { role: "row" },
    date,
    cell("td", "cell", "Lane", row.lane),
    cell("td", "cell", "What happened", ...whatHappened(row)),
    cell("td", "cell", "Who", row.who),
    cell("td", "cell", "Source", ...sourceLink(row)),
  );
}

function resultTable(view) {
  const heads = COLUMNS.map((name) => make("th", { scope: "col", role: "columnheader" }, name));
  const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads));
  const body = make("tbody", { role: "rowgroup" });
  return make("table", { role: "table" }, make("caption", {}, view.caption), head, body);
}

function shape(tag, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function mark({ x, width }) {
  if (!width) return shape("circle", { cx: `${x}%`, cy: 14, r: 5 });
  const size = { x: `${x}%`, width: `${Math.max(width, 0.6)}%`, y: 9, height: 10, rx: 2 };
  return shape("rect", size);
}

function widestFirst(marks) {
  return [...marks].sort((a, b) => b.width - a.width);
}

function laneStrip({ name, marks }) {
  const svg = shape("svg", { width: "100%", height: 28 });
  svg.append(shape("line", { x1: 0, x2: "100%", y1: 14, y2: 14 }), ...widestFirst(marks).map(mark));
  return make("div", { class: "swteach-lane" }, make("span", {}, name), svg);
}

function tickLabel({ x, label }) {
  // Near the right edge the label stands before its tick, so that it stays on the page.
  if (x <= 80) return make("span", { style: `left: ${x}%` }, label);
  return make("span", { style: `right: ${100 - x}%`, class: "swteach-before" }, label);
}

function drawing({ lanes, ticks }) {
  const axis = make("div", { class: "swteach-axis" });
  axis.append(...ticks.map(tickLabel));
  const key = make("p", {}, "● known to the day   ▬ some time within the bar");
  const attributes = { class: "swteach-drawing", "aria-hidden": "true" };
  return make("div", attributes, ...lanes.map(laneStrip), axis, key);
}

function render({ model, el }) {
  const body = make("div", {});
  const root = make("section", { class: "swteach-widget swteach-timeline" }, body);
  const draw = (view) => {
    body.replaceChildren();
    if (!view.rows.length) return;
    const name = "Events and texts, a table that scrolls";
    const frame = { class: "swteach-scroll", tabindex: "0", role: "region", "aria-label": name };
    const table = resultTable(view);
    const say = (words) => explorer.say(words);
    const more = rowsInSteps({ rows: view.rows, body: table.tBodies[0], draw: tableRow, say });
    body.append(drawing(view.drawing), make("div", frame, table), more);
  };
  const explorer = new Explorer({ model, name: "Timeline explorer", root, draw });
  return explorer.mount(el);
}

export default { render };
