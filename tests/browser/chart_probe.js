// What a test asks of the charts in a notebook: each chart's words with their boxes, and its size.
window.chartProbe = (() => {
  function* walk(widget) {
    if (widget._result?.view) yield widget;
    for (const child of widget.children?.() ?? []) yield* walk(child);
  }

  const cells = () => window.jupyterapp.shell.currentWidget.content.widgets;
  const find = () =>
    cells().flatMap((cell) => (cell.outputArea?.widgets ?? []).flatMap((part) => [...walk(part)]));

  function* read(mark, x, y) {
    for (const item of mark.items) {
      if (mark.marktype === "group") {
        for (const inner of item.items) yield* read(inner, x + (item.x || 0), y + (item.y || 0));
      } else {
        yield { mark, item, x, y };
      }
    }
  }

  const isSeen = ({ opacity, fillOpacity }) => (opacity ?? 1) > 0 && (fillOpacity ?? 1) > 0;

  function readTexts(view) {
    return [...read(view.scenegraph().root, 0, 0)]
      .filter(({ mark, item }) => mark.marktype === "text" && isSeen(item))
      .map(({ item, x, y }) => ({
        words: [item.text].flat().map(String).join(" "),
        size: item.fontSize,
        box: [item.bounds.x1 + x, item.bounds.y1 + y, item.bounds.x2 + x, item.bounds.y2 + y],
      }))
      .filter(({ words }) => words.trim());
  }

  const labelOf = (box) =>
    (box.closest("[aria-label]") ?? box.querySelector("[aria-label]"))?.getAttribute("aria-label");

  function measure(widget) {
    const view = widget._result.view;
    const canvas = widget.node.querySelector("canvas");
    const [drawn, page] = [canvas, widget.node].map((node) => node.getBoundingClientRect());
    return {
      label: labelOf(widget.node.querySelector(".vega-embed")),
      texts: readTexts(view),
      origin: view.origin(),
      size: [drawn.width, drawn.height],
      beyond: drawn.right - Math.min(page.right, window.innerWidth),
      scrolls: widget.node.scrollWidth - widget.node.clientWidth,
    };
  }

  // The width of the window and the theme are asked for when a chart is drawn.
  function redraw() {
    for (const { outputArea } of cells()) outputArea?.model.fromJSON(outputArea.model.toJSON());
  }

  // Where a chart stands in the window once it was moved there, with a little of the page.
  function moveTo(index) {
    const node = find()[index].node;
    node.scrollIntoView({ block: "start", behavior: "instant" });
    const { left, top, width, height } = node.getBoundingClientRect();
    return { x: Math.max(0, left - 6), y: Math.max(0, top - 6), width: width + 12, height: height + 12 };
  }

  const controls = (number) =>
    [...find()[number].node.querySelectorAll(".vega-bindings :is(select, input)")];

  // A change as a hand makes it; Vega listens to "input", and to "change" for a menu.
  function set(control, value) {
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // What a control may be set to; a number that is typed has no limits of its own.
  const offers = (control) =>
    control.options ? [...control.options].map((option) => option.value) : ["20", "35", "50", "65", "80"];
  const others = (control) => offers(control).filter((value) => value !== control.value);

  // How large a chart's first control and its words are, and what names it.
  function describe(number) {
    const [control] = controls(number);
    const label = control.labels[0];
    return {
      sizes: [label, control].map((part) => getComputedStyle(part).fontSize),
      height: control.getBoundingClientRect().height,
      label: label.textContent,
    };
  }

  async function change(number, control) {
    const { node, _result } = find()[number];
    const canvas = node.querySelector("canvas");
    const before = canvas.toDataURL();
    const [chosen] = [controls(number)[control]];
    set(chosen, others(chosen).at(-1));
    await _result.view.runAsync();
    return canvas.toDataURL() !== before;
  }

  return { change, controls, describe, find, moveTo, others, set, redraw, readTexts, measure: () => find().map(measure) };
})();
