// A student's codes beside those of two coders, as a table, figures and words.

/** What can be said of some claims once a student has coded them all. */
class CodingAccount {
  constructor({ claims, account, undecided }) {
    Object.assign(this, { claims, fixed: account, undecided, ids: Object.keys(claims) });
  }

  /** Codes by claim: as they are now, and as they were before the coders' were shown. */
  layOut(own, first) {
    const { caption, scale, reasons, limits } = this.fixed;
    const changed = this.ids.some((id) => own[id] !== first[id]);
    return {
      caption,
      heads: ["The claim", "You", ...(changed ? ["You, now"] : []), "First coder", "Second coder"],
      rows: this.ids.map((id, place) => this.layRow(id, place, changed ? [first[id], own[id]] : [first[id]])),
      scale,
      pairs: [...this.sayPairs(own), ...(changed ? this.sayBefore(first) : [])],
      reasons,
      limits,
    };
  }

  layRow(id, place, given) {
    const { words, first, second } = this.claims[id];
    return [`${place + 1}. ${words}`, ...given, first, second];
  }

  findPairs(own) {
    const mine = this.ids.map((id) => (own[id] === this.undecided ? "" : own[id]));
    const [first, second] = ["first", "second"].map((who) => this.ids.map((id) => this.claims[id][who]));
    return [
      ["you and the first coder", mine, first],
      ["you and the second coder", mine, second],
      ["the first and the second coder", first, second],
    ];
  }

  sayPairs(own) {
    return this.findPairs(own).map(([who, ...codes]) => {
      const said = sayAgreement(measureAgreement(...codes), this.fixed);
      return `${who[0].toUpperCase()}${who.slice(1)}: ${said}`;
    });
  }

  sayBefore(first) {
    return this.sayPairs(first).slice(0, 2).map((line) => `Before you saw their codes. ${line}`);
  }

  /** The three kappas in one sentence, for the status region. */
  sayKappas(own) {
    const said = this.findPairs(own).map(([who, ...codes]) => {
      const kappa = findKappa(measureAgreement(...codes));
      return `for ${who}: ${kappa === null ? "not defined" : formatKappa(kappa)}`;
    });
    return `Kappa ${said.join("; ")}.`;
  }
}
