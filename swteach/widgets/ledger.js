/** One prediction: its marks, a button, a status region of its own, and room for the record. */
function ledgerItem(sheet, claim, place) {
  const rows = sheet.marks.map((mark) => optionRow("radio", "mark", mark, mark));
  const lead = `Prediction ${place + 1} of ${sheet.claims.length}`;
  const mark = make("button", { type: "submit" }, "Mark it, then show the record");
  const group = claimGroup(lead, claim, sheet.question, rows);
  const buttons = make("div", { class: "swteach-buttons" }, mark);
  const form = make("form", { novalidate: "" }, group, buttons);
  const [status, record] = [statusRegion(), make("div", {})];
  return { id: claim.id, rows, form, status, record, node: make("li", {}, form, status, record) };
}

function openRecord({ rows, record }, marks, { mark, said, record: found }) {
  if (!ticked(rows).length) tick(rows, [marks.indexOf(mark)]);
  const own = make("p", {}, make("strong", {}, said));
  record.replaceChildren(own, ...recordBlocks(found));
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const items = sheet.claims.map((claim, place) => ledgerItem(sheet, claim, place));
  const list = make("ol", { class: "swteach-entries" }, ...items.map((item) => item.node));
  const root = make("section", { "aria-label": sheet.name });
  root.className = "swteach-widget swteach-live swteach-form swteach-ledger";
  root.append(make("p", {}, make("strong", {}, sheet.name)), make("p", {}, sheet.intro), list);
  const live = new Live({
    model,
    root,
    read: () => ({}),
    draw: ({ marked }) => {
      for (const item of items) {
        if (marked[item.id]) openRecord(item, sheet.marks, marked[item.id]);
      }
    },
  });
  for (const item of items) {
    item.form.addEventListener("submit", (event) => {
      event.preventDefault();
      live.status = item.status; // what is said about a prediction stands beside it
      live.status.replaceChildren();
      live.send({ do: "mark", claim: item.id, mark: sheet.marks[ticked(item.rows)[0]] ?? null });
    });
  }
  return live.mount(el);
}

export default { render };
