// What the explorers share, whose controls are ipywidgets: a result that says when Python is
// gone, and long tables twenty rows at a time.

const STEP = 20;
const NOT_HEARD =
  "Python has not answered yet, so what is shown here may not follow your choices. It may be " +
  "busy: wait a little. If nothing comes, it may have stopped: run this cell again.";

/** Reach the box that holds this result and its controls; the page puts it there after us. */
function whenInBox(el, then) {
  let frame = 0;
  const look = () => {
    const box = el.closest(".swteach-explorer");
    if (box) then(box);
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

/** The result of an explorer on the page: what its controls leave, told first, then drawn. */
class Explorer {
  /**
   * @param model the result's model, with the trait `view`, which has a `sentence`
   * @param name  what the controls and their result are called together
   * @param root  the result's element; the status region is put first in it
   * @param draw  (view) => show it
   */
  constructor({ model, name, root, draw }) {
    Object.assign(this, { model, name, root, draw });
    this.status = statusRegion();
    this.turn = 0;
    this.leaveBox = () => {};
    this.stopWaiting = () => {};
  }

  /** Put the result in the page; returns how to take it away again. */
  mount(el) {
    const show = () => this.show();
    const hear = ({ heard }) => heard === this.turn && this.hear();
    this.root.prepend(this.status);
    this.model.on("change:view", show);
    this.model.on("msg:custom", hear);
    el.append(this.root);
    this.show();
    const stopLooking = whenInBox(el, (box) => this.enter(box));
    return () => {
      stopLooking();
      this.stopWaiting();
      this.leaveBox();
      this.model.off("change:view", show);
      this.model.off("msg:custom", hear);
    };
  }

  enter(box) {
    const letGo = keepKeys(box);
    const check = ({ target }) => this.root.contains(target) || this.check();
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", this.name);
    box.addEventListener("change", check);
    this.leaveBox = () => {
      box.removeEventListener("change", check);
      letGo();
    };
  }

  /** A control says nothing where Python is gone, so ask whether it is there. */
  check() {
    this.stopWaiting();
    const message = { turn: ++this.turn };
    this.stopWaiting = ask(this.model, message, () => this.say(NOT_HEARD));
  }

  hear() {
    this.stopWaiting();
    if (this.said === NOT_HEARD) this.say(this.model.get("view").sentence);
  }

  show() {
    const view = this.model.get("view");
    this.say(view.sentence);
    this.draw(view);
  }

  say(words) {
    this.said = words;
    this.status.replaceChildren(make("p", {}, words));
  }
}

/**
 * Put rows into a table's body, twenty at a time. The node that is returned says how many are
 * there and brings the next ones; the focus then goes to the first that is new, so that whoever
 * reads on with keys stands where they left off.
 */
function rowsInSteps({ rows, body, draw, say }) {
  const count = make("p", {});
  const more = make("button", { type: "button" }, `Show ${STEP} more`);
  const node = make("div", { class: "swteach-more" }, count, more);
  const add = () => {
    const first = body.rows.length;
    body.append(...rows.slice(first, first + STEP).map(draw));
    count.textContent = `Rows shown: ${body.rows.length} of ${rows.length}.`;
    more.hidden = body.rows.length === rows.length;
    const left = rows.length - body.rows.length;
    more.textContent = left < STEP ? `Show the last ${left}` : `Show ${STEP} more`;
    return first;
  };
  more.addEventListener("click", () => {
    const first = add();
    say(`Rows ${first + 1} to ${body.rows.length} of ${rows.length} are in the table now.`);
    const head = body.rows[first].cells[0];
    head.setAttribute("tabindex", "-1");
    head.focus();
  });
  add();
  return node;
}
