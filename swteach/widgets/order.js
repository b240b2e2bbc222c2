/** One thing to put in order, with two buttons that say what they move. */
function moveRow(text, place, move) {
  const button = (words, by) => {
    const node = make("button", { type: "button", "aria-label": `${words}: ${text}` }, words);
    node.addEventListener("click", () => move(row, by));
    return node;
  };
  const buttons = make("span", {}, button("Move up", -1), button("Move down", 1));
  const row = make("li", { "data-place": String(place) }, make("span", {}, text), buttons);
  return row;
}

/** The list, its own status region, and how to move a row, read the order and fill it in. */
class Ranking {
  constructor(texts) {
    this.list = make("ol", {});
    this.status = make("p", { role: "status", class: "swteach-moved" });
    this.rows = texts.map((text, place) => moveRow(text, place, (row, by) => this.move(row, by)));
    this.fill(texts.keys());
  }

  read() {
    return [...this.list.children].map((row) => Number(row.dataset.place));
  }

  fill(places) {
    this.list.replaceChildren(...[...places].map((place) => this.rows[place]));
    this.markEnds();
  }

  move(row, by) {
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    const text = row.firstChild.textContent;
    if (!other) return this.say(`${text} is already ${by < 0 ? "first" : "last"}.`);
    // The neighbour moves, not the row: a node that leaves the page loses the focus.
    if (by < 0) row.after(other);
    else row.before(other);
    this.markEnds();
    const at = [...this.list.children].indexOf(row) + 1;
    this.say(`${text} is now ${at} of ${this.rows.length}.`);
    this.list.dispatchEvent(new Event("input", { bubbles: true }));
  }

  say(words) {
    this.status.textContent = words;
  }

  /** A button that can do nothing keeps the focus, and says so; a disabled one would lose it. */
  markEnds() {
    for (const row of this.rows) {
      const [up, down] = row.querySelectorAll("button");
      up.setAttribute("aria-disabled", String(!row.previousElementSibling));
      down.setAttribute("aria-disabled", String(!row.nextElementSibling));
    }
  }
}

function render({ model, el }) {
  const texts = model.get("items");
  const ranking = new Ranking(texts);
  const line = (note, at) => `${texts[model.get("given")[at]]}: ${note}`;
  return new Question({
    model,
    parts: [ranking.list, ranking.status],
    read: () => ranking.read(),
    fill: (places) => ranking.fill(places),
    lay: ({ notes }) => (notes.some(Boolean) ? [listOf(notes.map(line))] : []),
  }).mount(el);
}

export default { render };
