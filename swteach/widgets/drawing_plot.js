// The paper of "you draw it": an SVG that a pointer can draw on, beside boxes that hold the same.

const PAPER = { height: 318, top: 14, right: 16, bottom: 48 };
const LETTER = 8.5; // px, about the width of a figure
const LABEL_GAP = 8; // px between two labels under the paper
const LABEL_ROW = 18; // px from one row of labels to the next

function svgNode(tag, attributes = {}, text = "") {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text) node.append(text);
  return node;
}

/** Give each label, from left to right, the first row with room; null where there is none. */
function placeInRows(boxes, count) {
  const ends = Array(count).fill(-Infinity);
  const placed = boxes.map((box) => {
    const row = ends.findIndex((end) => end + LABEL_GAP <= box.from);
    if (row >= 0) ends[row] = box.to;
    return { ...box, row };
  });
  return placed.every(({ row }) => row >= 0) ? placed : null;
}

/** Keep the last label and the first, and of the others those that have room on one of two rows. */
function leaveOut(boxes) {
  const [last, first, ...others] = [boxes.at(-1), ...boxes.slice(0, -1)];
  const kept = [];
  for (const box of [last, first, ...others.reverse()].filter(Boolean)) {
    const isFree = (one) => one.to + LABEL_GAP <= box.from || box.to + LABEL_GAP <= one.from;
    const row = [0, 1].find((row) => kept.every((one) => one.row !== row || isFree(one)));
    if (row !== undefined) kept.push({ ...box, row });
  }
  return kept;
}

class Plot {
  /**
   * @param points [{period, x, asked, segment, cut, value}], x from 0 to 1, value where given
   * @param onDraw (period, value) => a year was set with the pointer
   * @param onEnd  (changed) => the pointer was lifted, or the page took it away to scroll
   */
  constructor({ points, onDraw, onEnd }) {
    Object.assign(this, { points, onDraw, onEnd });
    this.svg = svgNode("svg", { class: "swteach-plot", role: "img" });
    this.watcher = new ResizeObserver(() => this.draw());
    this.watcher.observe(this.svg);
    for (const type of ["pointerdown", "pointermove", "pointerup", "pointercancel"])
      this.svg.addEventListener(type, (event) => this[type](event));
  }

  show({ scale, values, record, label }) {
    Object.assign(this, { scale, values: { ...values }, record });
    this.svg.setAttribute("aria-label", label);
    this.draw();
  }

  /* --- where things are --- */

  get width() {
    return this.svg.clientWidth;
  }

  get left() {
    return 12 + LETTER * Math.max(...this.scale.ticks.map(({ label }) => label.length));
  }

  x(point) {
    return this.left + point.x * (this.width - this.left - PAPER.right);
  }

  y(value) {
    const { top, bottom } = this.scale;
    const room = PAPER.height - PAPER.top - PAPER.bottom;
    return PAPER.top + (room * (top - value)) / (top - bottom);
  }

  value(y) {
    const { top, bottom, step } = this.scale;
    const room = PAPER.height - PAPER.top - PAPER.bottom;
    const value = top - ((y - PAPER.top) * (top - bottom)) / room;
    const kept = Math.min(top, Math.max(bottom, value));
    return Number((Math.round(kept / step) * step).toPrecision(10));
  }

  /* --- drawing with a pointer --- */

  pointerdown(event) {
    if (this.record || event.button) return;
    this.before = { ...this.values };
    this.last = null;
    this.svg.setPointerCapture(event.pointerId);
    this.set(event);
  }

  pointermove(event) {
    if (this.before) this.set(event);
  }

  pointerup() {
    if (!this.before) return;
    this.before = null;
    this.onEnd(true);
  }

  pointercancel() {
    if (!this.before) return;
    for (const { period } of this.points.filter((point) => point.asked))
      this.onDraw(period, this.before[period] ?? null);
    this.values = this.before;
    this.before = null;
    this.draw();
    this.onEnd(false);
  }

  /** Set the year nearest to the pointer, and those that a fast stroke passed over. */
  set(event) {
    const box = this.svg.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const asked = this.points.filter((point) => point.asked);
    const far = asked.map((point) => Math.abs(this.x(point) - x));
    const here = { place: far.indexOf(Math.min(...far)), y };
    const from = this.last ?? here;
    const steps = Math.abs(here.place - from.place);
    for (let step = steps ? 1 : 0; step <= steps; step += 1) {
      const part = steps ? step / steps : 1;
      const place = Math.round(from.place + part * (here.place - from.place));
      const value = this.value(from.y + part * (here.y - from.y));
      this.values[asked[place].period] = value;
      this.onDraw(asked[place].period, value);
    }
    this.last = here;
    this.draw();
  }

  /* --- the picture --- */

  draw() {
    if (!this.scale || !this.width) return;
    this.svg.replaceChildren(...this.grid(), ...this.gaps());
    const known = this.points.map((point) => this.record?.[point.period] ?? point.value);
    const mine = this.points.map((point) => this.values[point.period] ?? point.value);
    this.line(mine, "swteach-mine");
    this.line(known, "swteach-known");
    this.points.forEach((point, place) => {
      const drawn = this.values[point.period];
      if (drawn !== undefined) this.square(this.x(point), this.y(drawn));
      if (known[place] !== undefined) this.circle(this.x(point), this.y(known[place]));
    });
  }

  grid() {
    const right = this.width - PAPER.right;
    const rows = this.scale.ticks.flatMap(({ value, label }) => [
      svgNode("line", { x1: this.left, x2: right, y1: this.y(value), y2: this.y(value) }),
      svgNode("text", { x: this.left - 8, y: this.y(value) + 5, "text-anchor": "end" }, label),
    ]);
    return [...rows, ...this.labels(), ...this.breakLines()];
  }

  /** The periods: on one row or on two, and where two are too short, only some of them. */
  labels() {
    const boxes = this.points.map((point) => {
      const wide = LETTER * point.period.length;
      const from = Math.min(Math.max(this.x(point) - wide / 2, 0), this.width - wide);
      return { words: point.period, from, to: from + wide };
    });
    const found = placeInRows(boxes, 1) ?? placeInRows(boxes, 2) ?? leaveOut(boxes);
    return found.map(({ words, from, to, row }) => {
      const y = PAPER.height - PAPER.bottom + 22 + row * LABEL_ROW;
      return svgNode("text", { x: (from + to) / 2, y, "text-anchor": "middle" }, words);
    });
  }

  breakLines() {
    return this.points.slice(1).flatMap((point, place) => {
      const before = this.points[place];
      if (!point.cut) return [];
      const x = (this.x(before) + this.x(point)) / 2;
      const ends = { x1: x, x2: x, y1: PAPER.top, y2: PAPER.height - PAPER.bottom };
      return [svgNode("line", { ...ends, class: "swteach-cut" })];
    });
  }

  gaps() {
    if (!this.record) return [];
    return this.points.flatMap((point) => {
      const drawn = this.values[point.period];
      if (drawn === undefined) return [];
      const ends = { y1: this.y(drawn), y2: this.y(this.record[point.period]) };
      return [svgNode("line", { x1: this.x(point), x2: this.x(point), ...ends, class: "swteach-gap" })];
    });
  }

  /** Join what stands side by side and may be joined: no line crosses a break or an empty year. */
  line(values, name) {
    let path = "";
    this.points.forEach((point, place) => {
      if (values[place] === undefined) return;
      const before = this.points[place - 1];
      const joined = place && values[place - 1] !== undefined && before.segment === point.segment;
      path += `${joined ? "L" : "M"}${this.x(point)} ${this.y(values[place])}`;
    });
    if (path) this.svg.append(svgNode("path", { d: path, class: name }));
  }

  circle(cx, cy) {
    this.svg.append(svgNode("circle", { cx, cy, r: 4, class: "swteach-known" }));
  }

  square(x, y) {
    const size = { x: x - 5, y: y - 5, width: 10, height: 10 };
    this.svg.append(svgNode("rect", { ...size, class: "swteach-mine" }));
  }
}
