// The page of the journal: what swteach.widgets.journal_page does in Python.

const MIME_TYPES = { html: "text/html", md: "text/markdown", json: "application/json" };

/** The student's own journal: what is kept, what is private, and the ways to take it out and in. */
class JournalTool {
  isPrivate = true;

  constructor({ sheet, data }, kept) {
    this.sheet = sheet;
    this.words = data;
    this.journal = kept;
    this.pieces = [];
    this.turn = 0;
    kept.tellNotices(); // the page lists all of them
    mountRemoval(this);
    mountOthers(this);
  }

  /** Do what a button asks for, and return what the journal holds now. */
  respond(content, buffers = []) {
    if (content.do === "piece") return this.takePiece(content, buffers);
    const steps = {
      name: () => this.setName(content),
      private: () => this.tick(content),
      export: () => this.export(content),
      import: () => this.import(),
    };
    const sentence = Object.hasOwn(steps, content.do) ? steps[content.do]() : [];
    this.turn = content.turn ?? this.turn;
    const view = this.view();
    return { ...view, sentence: content.do === "look again" ? [view.summary] : sentence };
  }

  view() {
    const notebooks = this.listNotebooks();
    return {
      name: this.journal.name,
      notices: this.journal.notices,
      reminder: location.protocol === "file:" ? this.words.fromFolder : "",
      summary: this.summarise(notebooks),
      notebooks: notebooks.map(({ name, items }) => ({ name, items })),
    };
  }

  listNotebooks() {
    const apart = this.journal.findPrivate();
    const places = groupByPlace(leaveOutTicks(this.journal.sorted()), this.words);
    return places.map(([name, group]) => ({
      name,
      count: group.length,
      items: [...groupBy(group, nameQuestion)].map((item) => this.layItem(item, apart)),
    }));
  }

  layItem([key, entries], apart) {
    const last = entries.at(-1);
    const times = entries.length > 1 ? `, kept ${entries.length} times` : "";
    return {
      key,
      title: cleanLines(last.prompt || last.id).join(" "),
      about: `${last.kind}, ${sayMoment(last.at)}${times}`,
      lines: cleanLines(sayValue(last, this.words).join("\n")),
      private: apart.has(last),
    };
  }

  summarise(notebooks) {
    const count = notebooks.reduce((sum, one) => sum + one.count, 0);
    if (!count) return this.words.empty;
    const entries = count === 1 ? "1 entry" : `${count} entries`;
    const places = notebooks.length === 1 ? "1 part" : `${notebooks.length} parts`;
    return `Kept so far: ${entries}, in ${places} of the course.`;
  }

  setName({ name }) {
    const text = typeof name === "string" ? stripWhite(name) : "";
    const outcome = this.journal.setName(text);
    const kept = text ? `Your name in exports: ${text}.` : "No name is in your exports.";
    return [outcome.saved ? kept : outcome.message];
  }

  tick({ key, tick: isTicked }) {
    if (typeof key !== "string" || typeof isTicked !== "boolean") return [];
    const told = { kind: TICKS_KIND, id: TICKS_ID, prompt: "Private", private: true };
    // Not as { [key]: ... }: the page's words name the question, whatever its id is.
    const value = Object.fromEntries([[key, isTicked]]);
    const outcome = this.journal.record({ ...told, value });
    if (!outcome.saved) return [outcome.message];
    return [isTicked ? this.words.ticked : this.words.unticked];
  }

  export({ form, part }) {
    const isKnown = (list, id) => list.some((one) => one.id === id);
    if (!isKnown(this.sheet.forms, form) || !isKnown(this.sheet.parts, part)) return [];
    const name = nameExport(form, part);
    const isShared = part !== "all";
    const chosen = this.journal.choose({ isShared });
    let text;
    try {
      text = form === "json" ? this.journal.write(chosen) : this.lay(form, isShared);
    } catch (error) {
      return [`Not exported: ${error.message}.`];
    }
    this.model.tell({ file: name, type: MIME_TYPES[form] }, [new TextEncoder().encode(text)]);
    const left = form === "json" ? chosen.filter(({ isWhole }) => !isWhole).length : 0;
    return [this.words.saved.replace("{name}", () => name), ...(left ? [sayLeftOut(left)] : [])];
  }

  lay(form, isShared) {
    const { words, journal: { name } } = this;
    const blocks = outlineJournal(this.journal.sorted(), { name, words, isShared });
    return form === "html" ? writeWebPage(blocks, words) : writeMarkdown(blocks);
  }

  /** Take in one piece of a file. */
  takePiece({ first }, buffers) {
    if (first) this.pieces = [];
    this.pieces.push(...buffers);
    return {};
  }

  import() {
    const bytes = joinPieces(this.pieces);
    this.pieces = [];
    if (!bytes.length) return [this.words.noFile];
    const { message, added } = this.journal.merge(bytes, this.words.troubles);
    return added ? [message, this.words.again] : [message];
  }

  /** Show what is there after something else than a button of this tool changed it. */
  refresh() {
    this.model.tell({ view: { ...this.view(), turn: this.turn, sentence: [] } });
  }
}

function nameExport(form, part) {
  const now = new Date();
  const parts = [now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0"));
  const day = [now.getFullYear(), ...parts].join("-");
  return `my-journal-${day}${part === "all" ? "" : "-to-hand-in"}.${form}`;
}

function joinPieces(pieces) {
  const lists = pieces.map((piece) => new Uint8Array(piece));
  const bytes = new Uint8Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    bytes.set(list, at);
    at += list.length;
  }
  return bytes;
}

function sayLeftOut(count) {
  const what = count === 1 ? "1 entry was" : `${count} entries were`;
  return `${what} changed outside the course, and left out.`;
}

TOOLS.journal_page = JournalTool;
