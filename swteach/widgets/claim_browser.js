const COLUMNS = ["Claim", "Codes", "Record"];
const WAIT = "Looking it up.";

// The roles repeat what the tags say: on a narrow page the style turns rows into blocks, and
// some browsers then forget that they are a table.
function cell(tag, role, label, ...children) {
  return make(tag, { role, "data-label": label }, ...children);
}

function claimTable(caption) {
  const heads = COLUMNS.map((name) => make("th", { scope: "col", role: "columnheader" }, name));
  const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads));
  const body = make("tbody", { role: "rowgroup" });
  return make("table", { role: "table" }, make("caption", {}, caption), head, body);
}

/** The record in both halves: what speaks most against the claim first, and named as such. */
function layRecord({ nothing, reply, rest }) {
  if (nothing) return [make("p", {}, nothing)];
  const head = (words) => make("p", {}, make("strong", {}, words));
  const first = reply.length ? "Strongest reply in the record" : "The course found no reply to it in the record";
  const second = rest.length ? [head(reply.length ? "Also in the record" : "In the record")] : [];
  return [head(first), ...reply.map(testBlock), ...second, ...rest.map(testBlock)];
}

/** Something to open: the record is brought when it is, for all of them would be long. */
function recordCell({ id, pieces, check }, bringRecord) {
  if (!pieces) return [make("p", {}, "This course has found none."), make("p", {}, check)];
  const count = pieces === 1 ? "1 piece" : `${pieces} pieces`;
  const place = make("div", {}, make("p", {}, WAIT));
  const details = make("details", {}, make("summary", {}, `Show the record: ${count}`), place);
  let asked = false;
  details.addEventListener("toggle", () => {
    if (!details.open || asked) return;
    asked = true;
    const fill = (record) => place.replaceChildren(...layRecord(record));
    const giveUp = () => (asked = false); // opened once more, it asks again
    bringRecord(id, fill, giveUp);
  });
  return [details, make("p", {}, check)];
}

function claimRow(row, bringRecord) {
  const about = [make("strong", {}, row.text), make("p", {}, row.who), make("p", {}, row.place)];
  const head = cell("th", "rowheader", "Claim", ...about);
  head.setAttribute("scope", "row");
  const codes = row.codes.map(([name, code]) => make("li", {}, `${name}: ${code}`));
  const listed = make("ul", {}, ...codes);
  const record = cell("td", "cell", "Record", ...recordCell(row, bringRecord));
  return make("tr", { role: "row" }, head, cell("td", "cell", "Codes", listed), record);
}

/** Ask Python for a record, and hand each one that comes to whoever asked for it. */
class Records {
  constructor(model) {
    this.model = model;
    this.waiting = new Map();
    this.hear = ({ claim, record }) => this.receive(claim, record);
    model.on("msg:custom", this.hear);
  }

  bring(claim, fill, giveUp) {
    const stop = ask(this.model, { claim }, giveUp);
    this.waiting.set(claim, { fill, stop });
  }

  receive(claim, record) {
    const found = this.waiting.get(claim);
    if (!record || !found) return;
    this.waiting.delete(claim);
    found.stop();
    found.fill(record);
  }

  leave() {
    for (const { stop } of this.waiting.values()) stop();
    this.model.off("msg:custom", this.hear);
  }
}

function render({ model, el }) {
  const records = new Records(model);
  const body = make("div", {});
  const root = make("section", { class: "swteach-widget swteach-form swteach-claims" }, body);
  const draw = ({ judgement, caption, rows }) => {
    body.replaceChildren(make("p", {}, judgement));
    if (!rows.length) return;
    const say = (words) => explorer.say(words);
    const bringRecord = (claim, fill, giveUp) =>
      records.bring(claim, fill, () => {
        giveUp();
        say(NOT_HEARD);
      });
    const table = claimTable(caption);
    const drawRow = (row) => claimRow(row, bringRecord);
    const more = rowsInSteps({ rows, body: table.tBodies[0], draw: drawRow, say });
    const name = "Claims, a table that scrolls";
    const frame = { class: "swteach-scroll", tabindex: "0", role: "region", "aria-label": name };
    body.append(make("div", frame, table), more);
  };
  const explorer = new Explorer({ model, name: "Claim browser", root, draw });
  const leave = explorer.mount(el);
  return () => {
    records.leave();
    leave();
  };
}

export default { render };
