// Two coders: claims coded unseen, then set beside both coders' codes, with agreement and kappa.

class TwoCodersTool {
  constructor({ sheet, data }, journal) {
    Object.assign(this, { sheet, data, journal, account: new CodingAccount(data) });
    this.ids = sheet.claims.map((claim) => claim.id);
    this.own = Object.fromEntries(this.ids.map((id) => [id, this.bringCode(id)]));
    this.first = this.bringFirst();
    [this.hardest, this.rule] = [data.kinds.hardest, data.kinds.rule].map((kind) => this.bringWords(kind));
  }

  isCode(code) {
    return this.sheet.codes.includes(code);
  }

  bringCode(id) {
    const found = this.journal.history(id, this.data.kinds.code).map((entry) => entry.value);
    return found.filter((code) => this.isCode(code)).at(-1) ?? "";
  }

  /** The codes that were compared first, where they were of these claims. */
  bringFirst() {
    const found = this.journal.history(this.sheet.id, this.data.kinds.first).map((entry) => entry.value);
    const first = found.find((codes) => this.ids.every((id) => this.isCode(codes?.[id])));
    return first ? Object.fromEntries(this.ids.map((id) => [id, first[id]])) : null;
  }

  bringWords(kind) {
    const words = this.journal.latest(this.sheet.id, kind)?.value;
    return typeof words === "string" ? words : "";
  }

  respond(content) {
    const wish = content.do;
    let [said, ...troubles] = this.takeCodes(content.codes);
    troubles.push(this.takeHardest(content.hardest), this.takeRule(content.words, wish === "rule"));
    if (wish === "compare") {
      const [told, trouble] = this.compare();
      [said, troubles] = [told, [...troubles, trouble]];
    }
    const trouble = troubles.find(Boolean) ?? "";
    if (wish === "rule" && !trouble) said = [this.rule ? this.data.rule_kept : this.data.no_rule];
    if (wish === "back" && !trouble) said = [this.data.back];
    return { ...this.view(), sentence: said, trouble };
  }

  /** Keep every code that changed; returns what to say, then what failed. */
  takeCodes(sent) {
    const [said, troubles] = [[], []];
    for (const [place, id] of this.ids.entries()) {
      const code = sent?.[id];
      if (!this.isCode(code) || code === this.own[id]) continue;
      this.own[id] = code;
      said.push(`Claim ${place + 1}: ${code}.`);
      const prompt = this.data.claims[id].asked;
      troubles.push(this.keep({ kind: this.data.kinds.code, id, value: code, prompt }));
    }
    return [said.length ? [...said, this.count()] : [], ...troubles];
  }

  takeHardest(claim) {
    if (!this.ids.includes(claim) || claim === this.hardest) return "";
    this.hardest = claim;
    const prompt = this.data.claims[claim].asked_hardest;
    return this.keep({ kind: this.data.kinds.hardest, value: claim, prompt });
  }

  takeRule(words, done) {
    if (typeof words !== "string") return "";
    const rule = Array.from(words).slice(0, this.sheet.longest).join("");
    if (rule === this.rule && !(done && words)) return "";
    this.rule = rule;
    const told = { kind: this.data.kinds.rule, value: rule, prompt: this.data.asked_rule };
    return this.keep({ ...told, draft: !done });
  }

  keep(entry) {
    return keepValue(this.journal, { id: this.sheet.id, ...entry });
  }

  compare() {
    const missing = this.ids.flatMap((id, place) => (this.own[id] ? [] : [place + 1]));
    if (missing.length) return [[`Not coded yet: ${missing.join(", ")}.`, this.data.not_all], ""];
    const trouble = this.first ? "" : this.keepFirst();
    return [["The comparison is open below.", this.account.sayKappas(this.own)], trouble];
  }

  keepFirst() {
    this.first = { ...this.own };
    const told = { kind: this.data.kinds.first, value: this.first, prompt: this.data.asked_first };
    return this.keep(told);
  }

  view() {
    return {
      codes: { ...this.own },
      hardest: this.hardest,
      words: this.rule,
      unsaved: this.journal.unsaved,
      progress: this.count(),
      found: this.first ? this.account.layOut(this.own, this.first) : null,
    };
  }

  count() {
    const done = this.ids.filter((id) => this.own[id]).length;
    return `You have coded ${done} of ${this.ids.length} claims.`;
  }
}

TOOLS.two_coders = TwoCodersTool;
