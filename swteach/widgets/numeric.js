function render({ model, el }) {
  const { node, input } = numberField(model.get("unit"));
  return new Question({
    model,
    parts: [node],
    read: () => input.value,
    fill: (typed) => (input.value = typed),
    name: (typed) => typed,
  }).mount(el);
}

export default { render };
