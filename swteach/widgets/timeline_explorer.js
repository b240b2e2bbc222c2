const COLUMNS = ["Date", "Lane", "What happened", "Who", "Source"];

function sourceCell(row) {
  if (!row.url) return make("td", {}, row.source);
  const attributes = { href: row.url, target: "_blank", rel: "noopener noreferrer" };
  return make("td", {}, make("a", attributes, `${row.source} (new tab)`));
}

function whatCell(row) {
  const cell = make("td", {}, make("strong", {}, row.title));
  if (row.summary) cell.append(make("p", {}, row.summary));
  if (row.note) cell.append(make("p", { class: "swteach-note" }, `Take care: ${row.note}`));
  return cell;
}

function tableRow(row) {
  const date = make("th", { scope: "row" }, row.date);
  const lane = make("td", {}, row.lane);
  return make("tr", {}, date, lane, whatCell(row), make("td", {}, row.who), sourceCell(row));
}

function resultTable(view) {
  const heads = COLUMNS.map((name) => make("th", { scope: "col" }, name));
  const caption = make("caption", {}, "Events and texts that match your choices");
  const head = make("thead", {}, make("tr", {}, ...heads));
  return make("table", {}, caption, head, make("tbody", {}, ...view.rows.map(tableRow)));
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

function laneStrip({ name, marks }) {
  const svg = shape("svg", { width: "100%", height: 28 });
  svg.append(shape("line", { x1: 0, x2: "100%", y1: 14, y2: 14 }), ...marks.map(mark));
  return make("div", { class: "swteach-lane" }, make("span", {}, name), svg);
}

function drawing({ lanes, ticks }) {
  const axis = make("div", { class: "swteach-axis" });
  for (const { x, label } of ticks) axis.append(make("span", { style: `left: ${x}%` }, label));
  const key = make("p", {}, "● known to the day   ▬ some time within the bar");
  const attributes = { class: "swteach-drawing", "aria-hidden": "true" };
  return make("div", attributes, ...lanes.map(laneStrip), axis, key);
}

/** Reach the box that holds this result and its controls; the page puts it there after us. */
function whenInBox(el, then) {
  let frame = 0;
  const look = () => {
    const box = el.closest(".swteach-explorer");
    if (box) then(box);
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

function render({ model, el }) {
  const status = statusRegion();
  const body = make("div", {});
  const root = make("section", { class: "swteach-widget swteach-timeline" }, status, body);
  let letGo = () => {};
  const show = () => {
    const view = model.get("view");
    status.replaceChildren(make("p", {}, view.sentence));
    body.replaceChildren();
    if (!view.rows.length) return;
    const name = "Events and texts, a table that scrolls";
    const frame = { class: "swteach-scroll", tabindex: "0", role: "region", "aria-label": name };
    body.append(drawing(view.drawing), make("div", frame, resultTable(view)));
  };
  model.on("change:view", show);
  el.append(root);
  show();
  const stopLooking = whenInBox(el, (box) => {
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Timeline explorer");
    letGo = keepKeys(box);
  });
  return () => {
    stopLooking();
    letGo();
    model.off("change:view", show);
  };
}

export default { render };
