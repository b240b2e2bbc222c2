// The picture of an argument: boxes and lines where Python has put them.

const SVG = "http://www.w3.org/2000/svg";

function draw(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function boxShape({ kind, x, y, height, head, words }, width) {
  const text = draw("text", { x: x + 10, y: y + 25 }, draw("tspan", { class: "swteach-kind" }, head));
  for (const line of words) text.append(draw("tspan", { x: x + 10, dy: 20 }, line));
  const frame = { x, y, width, height, rx: kind === "evidence" ? 0 : 8 };
  return draw("g", { class: `swteach-part swteach-${kind}` }, draw("rect", frame), text);
}

function linkShape({ x1, y1, x2, y2 }) {
  const middle = (x1 + x2) / 2;
  return draw("path", { class: "swteach-link", d: `M${x1} ${y1}H${middle}V${y2}H${x2}` });
}

/** The picture says nothing that the outline does not say, so it is hidden from screen readers. */
function treePicture({ boxes, links, width, height }, boxWidth) {
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const shapes = [...links.map(linkShape), ...boxes.map((box) => boxShape(box, boxWidth))];
  return draw("svg", { ...size, "aria-hidden": "true", focusable: "false" }, ...shapes);
}

/** Parts as lists within lists. */
function outlineList(lines) {
  const top = make("ul", {});
  const open = [top];
  for (const { depth, words } of lines) {
    open.length = depth + 1;
    const item = make("li", {}, words);
    if (!open[depth]) {
      open[depth] = make("ul", {});
      open[depth - 1].lastChild.append(open[depth]);
    }
    open[depth].append(item);
  }
  return top;
}
