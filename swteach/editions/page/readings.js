// Barometer readings: taken in, compared, and said in words; as swteach/barometer.py does it.

/** What a reading may hold, and how it is said. */
class Readings {
  /**
   * @param issues their ids in order
   * @param points the scale, from one end to the other, and the words for a pass at the end
   * @param scale  the points alone
   * @param sure   the name under which the journal keeps how sure someone is
   */
  constructor({ issues, points, scale, sure, notSaid }) {
    Object.assign(this, { issues, points, scale, sure, notSaid });
  }

  /** Return a reading as the journal keeps it; what is no part of one is left out. */
  read(found) {
    const own = (name) => (isMapping(found) && Object.hasOwn(found, name) ? found[name] : null);
    const kept = this.issues.filter((issue) => this.points.includes(own(issue)));
    const sure = own(this.sure);
    const isSure = Number.isInteger(sure) && sure >= 1 && sure <= 5;
    const points = Object.fromEntries(kept.map((issue) => [issue, own(issue)]));
    return { ...points, [this.sure]: isSure ? sure : null };
  }

  isEmpty(reading) {
    return reading[this.sure] === null && this.issues.every((issue) => !(issue in reading));
  }

  show(reading, issue) {
    return reading[issue] ?? this.notSaid;
  }

  compare(before, after) {
    const both = [before, after];
    const rows = this.issues.map((issue) => [
      issue,
      ...both.map((one) => this.show(one, issue)),
      this.sayMove(...both.map((one) => this.scale.indexOf(one[issue]))),
    ]);
    const sure = both.map((one) => (one[this.sure] ? `${one[this.sure]} of 5` : this.notSaid));
    return [...rows, ["how sure", ...sure, ""]];
  }

  sayMove(from, to) {
    if (from < 0 || to < 0) return "";
    if (from === to) return "no step";
    const count = Math.abs(to - from);
    return `${count} step${count > 1 ? "s" : ""} towards “${to > from ? "for" : "against"}”`;
  }
}

/**
 * Return the first and the last reading, of entries that are oldest first; null where there is
 * none. The first may be given anew until there is one with another barometer.
 */
function chooseReadings(entries) {
  const first = entries.filter((one) => one.id === entries[0].id);
  const later = entries.filter((one) => one.id !== entries[0].id);
  if (!later.length) return [first.at(-1) ?? null, null];
  const newest = [...new Set(later.map((one) => one.id))].at(-1);
  const last = later.filter((one) => one.id === newest).at(-1);
  const start = entries.indexOf(later[0]);
  return [first.filter((one) => entries.indexOf(one) < start).at(-1), last];
}

/** Return which reading a barometer's name means: "notebook 5, after" for n5-after. */
function sayStage(name) {
  const [, number, part] = /^n(\d+)(?:-(.+))?$/.exec(name) ?? [];
  if (!number) return name;
  return part ? `notebook ${number}, ${part}` : `notebook ${number}`;
}

/** Return the day of an entry's time, as "25 November 2026". */
function sayReadingDay(at) {
  const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(at).toLocaleDateString("en-GB", form);
}
