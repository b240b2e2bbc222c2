// What the page's claim tools share: a record is in no view until its claim has been marked.

/** The claims of one tool, with what the journal holds about each. */
class MarkedClaims {
  /**
   * @param data    `claims` by their ids, each with `asked`, `record` and `short`; `kind`
   * @param ids     the claims in order
   * @param read    (value) => what was given, from what the journal holds; null where it is odd
   * @param journal the one of this page
   */
  constructor({ data, ids, read, journal }) {
    Object.assign(this, { data, ids, journal });
    this.given = new Map(ids.map((id) => [id, this.bringBack(id, read)]));
  }

  bringBack(id, read) {
    const values = this.journal.history(id, this.data.kind).map((entry) => entry.value);
    return values.map(read).filter((one) => one !== null);
  }

  has(id) {
    return this.given.has(id);
  }

  find(id) {
    return this.given.get(id);
  }

  /** Keep what was given about a claim; returns what went wrong, nothing where all is well. */
  keep(id, given, value) {
    const { asked: prompt } = this.data.claims[id];
    this.given.get(id).push(given);
    return keepValue(this.journal, { kind: this.data.kind, id, value, prompt });
  }

  record(id) {
    return this.given.get(id).length ? this.data.claims[id].record : null;
  }

  short(id) {
    return this.data.claims[id].short;
  }

  count() {
    return this.ids.filter((id) => this.given.get(id).length).length;
  }
}
