// The prediction ledger: a mark for each prediction, then the record beside it; no score.

class LedgerTool {
  constructor({ sheet, data }, journal) {
    Object.assign(this, { marks: sheet.marks, data });
    const ids = sheet.claims.map((claim) => claim.id);
    const read = (value) => (this.marks.includes(value) ? value : null);
    this.claims = new MarkedClaims({ data, ids, read, journal });
  }

  respond({ do: wish, claim, mark }) {
    const isKnown = wish === "mark" && this.claims.has(claim);
    const { sentence, trouble } = isKnown ? this.mark(claim, mark) : { sentence: "", trouble: "" };
    const marked = this.claims.ids.filter((id) => this.claims.find(id).length);
    return { marked: Object.fromEntries(marked.map((id) => [id, this.lay(id)])), sentence, trouble };
  }

  mark(claim, mark) {
    if (!this.marks.includes(mark)) return { sentence: [this.data.no_mark], trouble: "" };
    const trouble = this.claims.keep(claim, mark, mark);
    const count = `You have marked ${this.claims.count()} of ${this.claims.ids.length} predictions.`;
    return { sentence: [`Your mark: ${mark}.`, this.claims.short(claim), count], trouble };
  }

  lay(id) {
    const given = this.claims.find(id);
    const [first, mark] = [given[0], given.at(-1)];
    const before = first === mark ? "" : ` Before you saw the record: ${first}.`;
    return { mark, said: `Your mark: ${mark}.${before}`, record: this.claims.record(id) };
  }
}

TOOLS.ledger = LedgerTool;
