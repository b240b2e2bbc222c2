function render({ model, el }) {
  const sheet = model.get("sheet");
  const values = sheet.options.map((option) => option.id);
  const count = sheet.claims.length;
  const sure = confidenceField();
  const check = make("button", { type: "submit" }, "Check it against the record");
  const claim = make("div", {});
  const form = make("form", { novalidate: "" }, claim, sure.node);
  form.append(make("div", { class: "swteach-buttons" }, check));
  const progress = make("p", {});
  const body = make("div", {});
  const steps = make("div", { class: "swteach-buttons" });
  const root = make("section", { "aria-label": sheet.name });
  root.className = "swteach-widget swteach-live swteach-form swteach-checker";
  root.append(make("p", {}, make("strong", {}, sheet.name)), progress, form, body, steps);

  let [rows, shown, going] = [[], null, false];
  const lay = (place) => {
    rows = sheet.options.map(({ id, words }) => optionRow("radio", "mark", id, words));
    const lead = `Claim ${place + 1} of ${count}`;
    claim.replaceChildren(claimGroup(lead, sheet.claims[place], sheet.question, rows));
    shown = place;
  };
  const live = new Live({
    model,
    root,
    place: body,
    read: () => ({}),
    draw: (view) => {
      const isNew = shown !== view.place;
      if (isNew) lay(view.place);
      if (isNew) tick(rows, [values.indexOf(view.given?.mark)]);
      if (isNew) sure.fill(view.given?.sure);
      progress.replaceChildren(view.progress);
      const first = view.first ? [make("p", {}, view.first)] : [];
      body.replaceChildren(...first, ...(view.record ? recordBlocks(view.record) : []));
      for (const { node, step } of moves) {
        const end = view.place + step < 0 || view.place + step >= count;
        node.setAttribute("aria-disabled", String(end));
      }
      if (isNew && going) claim.firstChild.focus();
      going = false;
    },
  });
  const move = (words, step) => {
    const node = button(words, () => {
      going = true;
      live.status.replaceChildren();
      live.send({ do: "go", step });
    });
    return { node, step };
  };
  const moves = [move("Previous claim", -1), move("Next claim", 1)];
  steps.append(...moves.map(({ node }) => node));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    live.status.replaceChildren(); // emptied first, so that the same words are spoken again
    live.send({ do: "check", mark: values[ticked(rows)[0]] ?? null, sure: sure.read() });
  });
  return live.mount(el);
}

export default { render };
