/** One claim: who made it, what it is about, and a menu with the codes. */
function codedClaim(claim, place, codes) {
  const id = newId();
  const options = codes.map((code) => make("option", { value: code }, code));
  const none = make("option", { value: "" }, "Choose a code");
  const menu = make("select", { "aria-describedby": id }, none, ...options);
  const words = make("p", { id, class: "swteach-claim" }, `${place}. ${claim.text}`);
  const link = { href: claim.url, target: "_blank", rel: "noopener noreferrer" };
  const read = claim.url ? [" ", make("a", link, `Read the text of claim ${place}`)] : [];
  const about = make("p", {}, `${claim.who} ${claim.about}`, ...read);
  const label = make("label", {}, `Your code for claim ${place}`, menu);
  return { id: claim.id, menu, node: make("li", {}, words, about, label) };
}

/** All three codes of each claim, the figures, the reasons, and how far to trust them. */
function comparison({ caption, heads, rows, scale, pairs, reasons, limits }) {
  const table = wordTable(caption, heads, rows);
  const head = (words) => make("p", {}, make("strong", {}, words));
  const why = reasons.length ? [head("Where the two coders differ"), wordList(reasons)] : [];
  return [
    table,
    head("How far the codes agree"),
    make("p", {}, scale),
    wordList(pairs),
    ...why,
    head("How far to trust these figures"),
    wordList(limits),
  ];
}

/** The hardest claim and the rule for it: hidden until there is something to settle. */
function ruleFields({ hardest, rule, about_rule: about, keep_rule: words, longest, claims }) {
  const none = make("option", { value: "" }, "Choose a claim");
  const options = claims.map(({ id, text }, place) =>
    make("option", { value: id }, `Claim ${place + 1}: ${text}`),
  );
  const menu = make("select", {}, none, ...options);
  const { node, area } = textField(rule, about);
  area.setAttribute("maxlength", longest); // Python takes no more, and a cut must be seen
  const keep = make("button", { type: "button" }, words);
  const parts = [make("label", {}, hardest, menu), node, keep];
  return { menu, area, keep, node: make("div", { hidden: "" }, ...parts) };
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const items = sheet.claims.map((claim, place) => codedClaim(claim, place + 1, sheet.codes));
  const list = make("ol", { class: "swteach-entries" }, ...items.map((item) => item.node));
  const meanings = make("details", { open: "" }, make("summary", {}, "What each code means"));
  meanings.append(wordList(sheet.meanings));
  const compare = make("button", { type: "submit" }, sheet.compare);
  const legend = make("legend", {}, sheet.question);
  const group = make("fieldset", {}, legend, meanings, list);
  const form = make("form", { novalidate: "" }, group);
  form.append(make("div", { class: "swteach-buttons" }, compare));
  const rule = ruleFields(sheet);
  const kept = new Kept(sheet.id);
  const [progress, body] = [make("p", {}), make("div", {})];
  const root = make("section", { "aria-label": sheet.name });
  root.className = "swteach-widget swteach-live swteach-form swteach-coders";
  const intro = sheet.intro.map((words) => make("p", {}, words));
  root.append(make("p", {}, make("strong", {}, sheet.name)), ...intro, progress, form, body, rule.node);

  const read = () => ({
    codes: Object.fromEntries(items.map(({ id, menu }) => [id, menu.value])),
    hardest: rule.menu.value,
    words: rule.area.value,
  });
  let drawn = "";
  const live = new Live({
    model,
    root,
    place: body,
    read,
    draw: (view, own) => {
      if (own) {
        for (const { id, menu } of items) menu.value = view.codes[id];
        rule.menu.value = view.hardest;
        if (rule.area.value !== view.words) rule.area.value = view.words;
        if (!view.unsaved) kept.drop();
      }
      progress.replaceChildren(view.progress);
      rule.node.hidden = !view.found;
      const found = JSON.stringify(view.found);
      if (found === drawn) return; // what is read while someone types stays as it is
      drawn = found;
      body.replaceChildren(...(view.found ? comparison(view.found) : []));
    },
  });
  const change = () => {
    kept.keep(read());
    live.later();
  };
  form.addEventListener("change", change);
  rule.menu.addEventListener("change", change);
  rule.area.addEventListener("input", change);
  rule.keep.addEventListener("click", () => {
    live.status.replaceChildren(); // emptied first, so that the same words are spoken again
    live.send({ do: "rule" });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    live.status.replaceChildren();
    live.send({ do: "compare" });
  });
  const unsent = kept.find(); // before the first drawing, which drops it
  const leave = live.mount(el);
  if (unsent?.codes) {
    const before = JSON.stringify(read());
    for (const { id, menu } of items) menu.value = unsent.codes[id] || menu.value;
    rule.menu.value = unsent.hardest || rule.menu.value;
    rule.area.value = unsent.words || rule.area.value;
    if (JSON.stringify(read()) !== before) {
      kept.keep(read());
      live.send({ do: "back" });
    }
  }
  return leave;
}

export default { render };
