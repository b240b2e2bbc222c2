// The line a student draws: numbers read, gaps filled, a scale: as swteach/drawing_line.py.

const NEARLY = 1 - 1e-9;

class DrawnLine {
  /** @param data points, unit, limits and so on of a drawing's data */
  constructor(data) {
    Object.assign(this, data);
    this.asked = data.points.filter((point) => point.asked);
    this.given = data.points.filter((point) => !point.asked);
  }

  /** A number with as many decimals as the record has, and a percent sign. */
  show(value) {
    return formatFixed(value, this.places) + (this.unit === "percent" ? "%" : "");
  }

  /** The numbers in the boxes and what is wrong with others, each a Map by year. */
  read(texts) {
    const [values, wrong] = [new Map(), new Map()];
    for (const { period } of this.asked) {
      if (!stripWhite(texts[period])) continue;
      const { value, error } = this.readBox(texts[period]);
      if (value === null) wrong.set(period, error);
      else values.set(period, value);
    }
    return { values, wrong };
  }

  readBox(text) {
    const { value, said } = readNumber(text, this.words);
    const [low, high] = this.limits;
    if (value === null) return { value, error: said };
    if (value < low) return { value: null, error: "Type a number that is not below 0." };
    if (value > high)
      return { value: null, error: `Type a number up to ${formatFixed(high, 0)}.` };
    return { value, error: "" };
  }

  /** The texts with empty years between two others filled in straight steps. */
  fill(texts, values) {
    const fixed = new Map([...this.given.map((point) => [point.period, point.value]), ...values]);
    const known = this.points.filter(({ period }) => fixed.has(period));
    const spans = known.slice(1).map((point, place) => [known[place], point]);
    const filled = { ...texts };
    for (const { period, x } of this.asked.filter((one) => !texts[one.period])) {
      const span = spans.find(([from, to]) => from.x < x && x < to.x);
      if (span) filled[period] = this.between(x, span, fixed);
    }
    return filled;
  }

  between(x, [from, to], fixed) {
    const [first, last] = [fixed.get(from.period), fixed.get(to.period)];
    const value = first + ((last - first) * (x - from.x)) / (to.x - from.x);
    return this.show(Number(this.show(value).replace(/[,%]/g, ""))).replace("%", "");
  }

  /** The vertical axis; the record counts only once it is shown. */
  makeScale(values, isShown) {
    const seen = (isShown ? this.points : this.given).map((point) => point.value);
    const given = this.given.length ? this.given.map((point) => point.value) : [1];
    const all = [...values.values(), ...seen, 0];
    const most = Math.max(this.room * Math.max(...given), ...all);
    const high = this.unit === "percent" ? Math.min(most, 100) : most;
    const low = Math.min(...all);
    const tick = this.chooseStep((high - low) / this.tick_count);
    const [first, last] = [Math.floor(low / tick), Math.max(Math.ceil(high / tick), 1)];
    const ticks = [];
    for (let number = first; number <= last; number += 1) ticks.push(number * tick + 0); // no -0
    return {
      bottom: ticks[0],
      top: ticks.at(-1),
      ticks: ticks.map((value) => ({ value, label: formatFigures(value, 10) })),
      step: this.chooseStep((ticks.at(-1) - ticks[0]) / 250),
    };
  }

  /** The smallest of 1, 2, 2.5, 5 and 10, times a power of ten, that is not less. */
  chooseStep(least) {
    if (least <= 0) return 1;
    const power = Number(`1e${least.toExponential().split("e")[1]}`);
    return this.nice.map((one) => one * power).find((one) => one >= least * NEARLY);
  }
}
