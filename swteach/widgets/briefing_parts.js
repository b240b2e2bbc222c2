// The parts of the briefing builder: boxes to write in, claims to audit, charts to caption.

const SHORT = 70; // characters of a claim in a menu; the whole of it is shown below the menu

const shorten = (text) => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);
const strong = (words) => make("p", {}, make("strong", {}, words));

function sayCount(text, asked) {
  const count = text.split(/\s+/).filter(Boolean).length;
  return `${count} ${count === 1 ? "word" : "words"} so far. About ${asked} are asked for.`;
}

/** All the boxes of one question: what was typed and not yet confirmed, and who shows it. */
class Desk {
  constructor({ onType, onLeave, onChoose }) {
    Object.assign(this, { onType, onLeave, onChoose });
    this.changed = new Map();
    this.writers = new Map(); // by field: one claim may stand in two slots
  }

  /** A box of this field, filled with what is known of it. */
  writer(field, section) {
    const writer = new Writer(field, section, this);
    const others = this.writers.get(field.id) ?? [];
    const here = others.filter(({ area }) => area.isConnected);
    this.writers.set(field.id, [...here, writer]);
    this.fill(field);
    return writer;
  }

  /** Show what Python has, but never over words that it has not confirmed. */
  fill({ id, text }) {
    const words = this.changed.get(id) ?? text;
    for (const writer of this.writers.get(id) ?? []) writer.put(words);
  }

  take(id, text, section) {
    this.changed.set(id, text);
    for (const writer of this.writers.get(id)) writer.put(text);
    this.onType(section);
  }
}

/** A box for sentences with its count of words, which is read with the box and not by itself. */
class Writer {
  constructor({ id, label, words }, section, desk) {
    const name = newId();
    this.words = words;
    this.count = make("p", { id: name, class: "swteach-help" });
    this.area = make("textarea", { rows: words > 60 ? "7" : "3", dir: "auto", maxlength: "10000" });
    if (words) this.area.setAttribute("aria-describedby", name);
    this.node = make("div", { class: "swteach-writer" }, make("label", {}, label, this.area));
    if (words) this.node.append(this.count);
    this.area.addEventListener("input", () => desk.take(id, this.area.value, section));
    this.area.addEventListener("change", () => desk.onLeave(id, this.area.value, section));
  }

  put(text) {
    if (this.area.value !== text) this.area.value = text;
    this.count.textContent = sayCount(text, this.words);
  }
}

function earlierWords(words) {
  if (!words) return [];
  const lines = words.split("\n").map((line) => make("p", { dir: "auto" }, line));
  const summary = make("summary", {}, "What you wrote about this before");
  return [make("details", {}, summary, make("blockquote", {}, ...lines))];
}

function chooser(label, options, onChange) {
  const select = make("select", {});
  select.append(...options.map(([value, words]) => make("option", { value }, words)));
  select.addEventListener("change", () => onChange(select.value));
  return { select, row: make("label", {}, label, select) };
}

/** A group with its title, what is asked, a body that changes, and words of its own. */
class Section {
  constructor({ id, title, ask, earlier }, lead = "") {
    this.id = id;
    this.status = statusRegion();
    this.body = make("div", {});
    this.head = make("div", {});
    const about = make("p", {}, ask);
    const legend = make("legend", {}, `${lead}${title}`);
    const parts = [about, ...earlierWords(earlier), this.head, this.status, this.body];
    this.node = make("div", { class: "swteach-part" }, make("fieldset", {}, legend, ...parts));
  }
}

/** Boxes under a title. */
class Boxes extends Section {
  constructor(box, desk) {
    super(box);
    this.desk = desk;
    this.body.append(...box.fields.map((field) => desk.writer(field, this).node));
  }

  show({ fields }) {
    for (const field of fields) this.desk.fill(field);
  }
}

/** A claim to choose, judge and write about, with the record once it is due. */
class Slot extends Section {
  constructor(slot, place, sheet, claims, desk) {
    super(slot, `Claim ${place + 1}. `);
    Object.assign(this, { sheet, desk, claim: null, shown: false });
    const name = ({ text, who }) => (text ? `${who.split(" (")[0]}: ${shorten(text)}` : who);
    const options = claims.map((id) => [id, name(sheet.claims[id])]);
    const choose = (value) => desk.onChoose(`slot-${slot.id}`, value, this);
    this.menu = chooser("Which claim?", [["", "None chosen yet"], ...options], choose);
    this.head.append(this.menu.row);
    this.record = make("div", {});
  }

  show(slot) {
    if (this.claim !== slot.claim) this.lay(slot);
    for (const field of slot.fields) this.desk.fill(field);
    this.showRecord(slot.record, this.shown); // closed where it was brought back
    this.shown = true;
  }

  lay({ claim, verdict, fields, said }) {
    [this.claim, this.known, this.menu.select.value] = [claim, null, claim];
    this.record.replaceChildren();
    this.body.replaceChildren();
    if (!claim) return;
    const { text, who } = this.sheet.claims[claim];
    const name = newId();
    const judge = (value) => this.desk.onChoose(`claim-${claim}-verdict`, value, this);
    const rows = this.sheet.verdicts.map(({ id, words }) => {
      const row = optionRow("radio", name, id, words);
      row.firstChild.checked = id === verdict;
      row.firstChild.addEventListener("change", () => judge(id));
      return row;
    });
    const scale = make("div", { class: "swteach-scale" }, ...rows);
    const verdicts = make("fieldset", {}, make("legend", {}, "Your verdict"), scale);
    const shown = text ? [make("p", { class: "swteach-claim" }, text), make("p", {}, who)] : [];
    const earlier = said.length ? [strong("What you said about it earlier"), wordList(said)] : [];
    const writers = fields.map((field) => this.desk.writer(field, this).node);
    const brought = writers.splice(0, writers.length - 2); // the claim and its speaker come first
    this.body.append(...shown, ...earlier, ...brought, verdicts, this.record, ...writers);
  }

  showRecord(record, isOpen) {
    const state = JSON.stringify(record);
    if (!record || state === this.known) return;
    const count = record.tests.length;
    const words = count === 1 ? "1 piece" : `${count} pieces`;
    const summary = make("summary", {}, `What the course's record says of it: ${words}`);
    const details = make("details", {}, summary, ...recordBlocks(record));
    details.open = isOpen;
    this.record.replaceChildren(details);
    this.known = state;
  }
}

/** A chart to choose and caption, told in words and figures. */
class Place extends Section {
  constructor(place, charts, desk) {
    super(place);
    Object.assign(this, { desk, chart: null });
    const choose = (value) => desk.onChoose(`place-${place.id}`, value, this);
    this.menu = chooser("Which chart?", [["", "None chosen yet"], ...charts], choose);
    this.head.append(this.menu.row);
  }

  show(place) {
    if (this.chart !== place.chart) this.lay(place);
    for (const field of place.fields) this.desk.fill(field);
  }

  lay({ chart, figure, fields }) {
    [this.chart, this.menu.select.value] = [chart, chart];
    this.body.replaceChildren();
    if (!chart) return;
    const writers = fields.map((field) => this.desk.writer(field, this).node);
    this.body.append(...figureWords(figure), ...writers);
  }
}

function figureWords({ title, unit, description, caution, caveats, sources, table }) {
  const lines = [["What it shows", description], ["Take care", caution]];
  const told = lines.map(([head, words]) => make("p", {}, make("strong", {}, `${head}: `), words));
  const also = caveats.length ? [make("p", {}, "Also keep in mind"), wordList(caveats)] : [];
  const fold = (summary, ...nodes) => make("details", {}, make("summary", {}, summary), ...nodes);
  const scroll = { class: "swteach-scroll", tabindex: "0", role: "region", "aria-label": table.caption };
  const figures = make("div", scroll, wordTable(table.caption, table.columns, table.rows));
  const notes = table.notes.length ? [wordList(table.notes, "ol")] : [];
  return [
    strong(title),
    make("p", {}, unit),
    ...told,
    ...also,
    fold(`Its figures as a table (${table.rows.length} rows)`, figures, ...notes),
    fold(`Its sources (${sources.length})`, make("ul", {}, ...sources.map(citation))),
  ];
}
