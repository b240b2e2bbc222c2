// A drawn line set against the record, in words; never a mark: as swteach/drawing_gap.py.

class DrawnGap {
  /** @param line the DrawnLine whose record the values, a Map by year, are set against */
  constructor(line) {
    this.line = line;
    this.sides = ["too low", "too high", line.near];
  }

  side(drawn, record) {
    if (Math.abs(drawn - record) <= this.line.close * Math.abs(record)) return this.line.near;
    return drawn < record ? "too low" : "too high";
  }

  /** How far a drawn value lies from the record: "75,400 too low (33%)". */
  sayGap(point, drawn) {
    const side = this.side(drawn, point.value);
    if (side === this.line.near) return side;
    const gap = Math.abs(drawn - point.value);
    if (this.line.unit === "percent") return `${formatFixed(gap, 1)} percentage points ${side}`;
    const share = point.value ? ` (${formatShare(gap / Math.abs(point.value))})` : "";
    return `${this.line.show(gap)} ${side}${share}`;
  }

  /** The gap in plain sentences: where, the widest point, the end, the direction, what is empty. */
  describe(values) {
    const drawn = this.line.asked.filter((point) => values.has(point.period));
    const said = [this.sayWhere(drawn, values), this.sayWidest(drawn, values)];
    said.push(this.sayEnd(drawn, values), this.sayDirection(values), this.sayEmpty(drawn));
    return said.filter(Boolean);
  }

  sayWhere(drawn, values) {
    const sides = drawn.map((point) => this.side(values.get(point.period), point.value));
    if (new Set(sides).size === 1) return `Your line is ${sides[0]} in every year you drew.`;
    const parts = this.sides
      .filter((side) => sides.includes(side))
      .map((side) => `${side} ${this.sayRuns(drawn.filter((_, place) => sides[place] === side))}`);
    return `Your line is ${listWithAnd(parts)}.`;
  }

  /** Years that follow each other as "from ... to ...". */
  sayRuns(points) {
    const at = (point) => this.line.asked.indexOf(point);
    const runs = [];
    for (const point of points) {
      const last = runs.at(-1);
      if (last && at(point) === at(last.at(-1)) + 1) last.push(point);
      else runs.push([point]);
    }
    const say = (run) =>
      run.length > 1 ? `from ${run[0].period} to ${run.at(-1).period}` : `in ${run[0].period}`;
    return listWithAnd(runs.map(say));
  }

  widest(drawn, values) {
    const miss = (point) => Math.abs(values.get(point.period) - point.value);
    return drawn.reduce((most, point) => (miss(point) > miss(most) ? point : most));
  }

  isNear(point, values) {
    return this.side(values.get(point.period), point.value) === this.line.near;
  }

  sayWidest(drawn, values) {
    const point = this.widest(drawn, values);
    if (this.isNear(point, values)) return "";
    const where = point === this.line.asked.at(-1) ? "at the end, in" : "in";
    return `The gap is widest ${where} ${this.sayPoint(point, values.get(point.period))}`;
  }

  sayEnd(drawn, values) {
    const end = this.line.asked.at(-1);
    if (!values.has(end.period))
      return `You left the end, ${end.period}, empty. The record says ${end.shown} there.`;
    if (this.widest(drawn, values) === end && !this.isNear(end, values)) return ""; // said already
    return `At the end, in ${this.sayPoint(end, values.get(end.period))}`;
  }

  sayPoint(point, drawn) {
    const two = `you drew ${this.line.show(drawn)} and the record says ${point.shown}`;
    const gap = this.sayGap(point, drawn).replaceAll("%)", "% of the record)");
    return `${point.period}: ${two}, which is ${gap}.`;
  }

  /** Compare the two changes from start to end, where no break lies between. */
  sayDirection(values) {
    const end = this.line.asked.at(-1);
    if (!values.has(end.period)) return "";
    const start = this.findStart(values, end);
    if (!start) return "The figures change or stop on the way, so no rise or fall is worked out.";
    const record = this.sayChange(start.value, end.value);
    const drawn = values.get(start.period) ?? start.value;
    const yours = this.sayChange(drawn, values.get(end.period));
    return `From ${start.period} to ${end.period} the record ${record}. Your line ${yours}.`;
  }

  /** The first figure that both lines have on the end's side of any break. */
  findStart(values, end) {
    return this.line.points.find((point) => {
      const both = !point.asked || values.has(point.period);
      return both && point.segment === end.segment && point.date < end.date;
    });
  }

  sayChange(start, end) {
    const change = Math.abs(end - start);
    if (change <= this.line.close * Math.abs(start)) return "stays about the same";
    const verb = end > start ? "rises" : "falls";
    if (this.line.unit === "percent")
      return `${verb} by ${formatFixed(change, 1, "")} percentage points`;
    const share = start ? ` (${formatShare(change / Math.abs(start))})` : "";
    return `${verb} by ${this.line.show(change)}${share}`;
  }

  sayEmpty(drawn) {
    const empty = this.line.asked.length - drawn.length;
    if (!empty) return "";
    return `You left ${empty} ${empty === 1 ? "year" : "years"} empty; they are not compared.`;
  }
}
