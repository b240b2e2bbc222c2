// The paper of "you draw it": an SVG that a pointer can draw on, beside boxes that hold the same.

const PAPER = { height: 300, top: 14, right: 16, bottom: 30 };
const LABEL_ROOM = 76; // px between two labels under the paper

function svgNode(tag, attributes = {}, text = "") {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text) node.append(text);
  return node;
}

class Plot {
  /**
   * @param points [{period, x, asked, segment, value}], x from 0 to 1, value where it is given
   * @param onDraw (period, value) => a year was set with the pointer
   * @param onEnd  (changed) => the pointer was lifted, or the page took it away to scroll
   */
  constructor({ points, onDraw, onEnd }) {
    Object.assign(this, { points, onDraw, onEnd });
    this.svg = svgNode("svg", { class: "swteach-paper", role: "img" });
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
    return 12 + 8.5 * Math.max(...this.scale.ticks.map(({ label }) => label.length));
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
    const span = (right - this.left) / Math.max(this.points.length - 1, 1);
    const every = Math.ceil(LABEL_ROOM / span);
    const last = this.points.length - 1;
    const labels = this.points.flatMap((point, place) => {
      if ((last - place) % every) return [];
      const anchor = place === last ? "end" : place ? "middle" : "start";
      const x = this.x(point) + (place === last ? PAPER.right : 0);
      const y = PAPER.height - 8;
      return [svgNode("text", { x, y, "text-anchor": anchor }, point.period)];
    });
    return [...rows, ...labels, ...this.breakLines()];
  }

  breakLines() {
    return this.points.slice(1).flatMap((point, place) => {
      const before = this.points[place];
      if (before.segment === point.segment) return [];
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
