// The values of a mark beside the pointer: they stay while the pointer is on them, Escape hides them.

const TIP_GAP = 12; // px from the pointer
const TIP_PATIENCE = 300; // ms to move the pointer from a mark onto its values
const TIP_REACH = [0, 6, 12, 18]; // px from a finger's middle at which a mark still counts as touched
const TIP_WAYS = 8; // directions in which it is looked for

class ChartTip {
  constructor(figure) {
    this.figure = figure;
    this.node = make("div", { class: "chart-tip" });
    this.node.hidden = true;
    this.node.addEventListener("mouseleave", () => this.hideSoon());
    this.leaving = new AbortController();
    const listen = { signal: this.leaving.signal };
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide(), listen);
    document.addEventListener("pointerdown", (event) => this.press(event), listen);
    figure.append(this.node);
  }

  /** Take what Vega says at each move of the pointer; no value means that it left the mark. */
  take(event, item, value) {
    if (value === null || value === undefined || value === "") {
      this.hideSoon();
      return;
    }
    clearTimeout(this.timer);
    const words = readTip(value);
    if (this.item === item && this.node.textContent === words.join("")) return;
    this.item = item;
    this.node.replaceChildren(...words.map((line) => make("p", {}, line)));
    this.node.hidden = false;
    this.place(event);
  }

  /** Put it below and right of the pointer, or where it is inside the figure and the window. */
  place({ clientX, clientY }) {
    const around = this.figure.getBoundingClientRect();
    this.node.style.left = "0";
    const { width, height } = this.node.getBoundingClientRect();
    const left = Math.min(clientX - around.left + TIP_GAP, around.width - width);
    const isBelow = clientY + TIP_GAP + height <= window.innerHeight;
    const top = isBelow ? clientY + TIP_GAP : Math.max(clientY - TIP_GAP - height, 0);
    this.node.style.left = `${Math.max(left, 0)}px`;
    this.node.style.top = `${top - around.top}px`;
  }

  /** Vega waits for a pointer that moves, which a finger does not: say the nearest mark's values. */
  watchFingers(stage) {
    stage.addEventListener("click", (event) => {
      if (event.pointerType === "mouse") return;
      for (const place of listReach(event)) {
        const node = document.elementFromPoint(place.clientX, place.clientY);
        if (!stage.contains(node)) continue;
        node.dispatchEvent(new PointerEvent("pointermove", { ...place, bubbles: true }));
        if (this.item) return;
      }
    });
  }

  press(event) {
    if (!this.node.contains(event.target)) this.hide();
  }

  hideSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.node.matches(":hover") || this.hide(), TIP_PATIENCE);
  }

  hide() {
    clearTimeout(this.timer);
    this.item = undefined;
    this.node.hidden = true;
  }

  remove() {
    this.hide();
    this.leaving.abort();
    this.node.remove();
  }
}

/** Return the lines of a value: a text, or names with what each is. */
function readTip(value) {
  if (typeof value !== "object") return [String(value)];
  return Object.entries(value).map(([name, said]) => `${name}: ${said}`);
}

/** Return the places round a touch, the nearest first. */
function listReach({ clientX, clientY }) {
  const turns = Array.from({ length: TIP_WAYS }, (_, way) => (way * 2 * Math.PI) / TIP_WAYS);
  return TIP_REACH.flatMap((far) =>
    (far ? turns : [0]).map((turn) => ({
      clientX: clientX + far * Math.cos(turn),
      clientY: clientY + far * Math.sin(turn),
    })),
  );
}
