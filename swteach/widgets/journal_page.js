const PIECE = 1_000_000; // bytes; a server lets no message of more than ten million through
const PICK = "Choose a file first: a journal that you downloaded, ending in .json.";
const TOO_LARGE = "That file is larger than a journal can be, so it was not read. Choose another one.";
const READ_FAILED = "The browser could not read that file. Choose it again.";

function kept({ key, title, about, lines, private: isPrivate }, onTick) {
  const row = optionRow("checkbox", "private", key, "Private: leave it out of what I hand in");
  const box = row.firstChild;
  const id = newId();
  box.checked = isPrivate;
  box.setAttribute("aria-describedby", id);
  box.addEventListener("change", () => onTick(key, box.checked));
  const head = make("p", { id }, make("strong", {}, title));
  const words = lines.map((line) => make("p", { dir: "auto" }, line));
  return make("li", {}, head, make("p", {}, about), make("blockquote", {}, ...words), row);
}

/** What is kept, with the parts that were open still open and the focus where it was. */
class Shelf {
  constructor(onTick) {
    this.onTick = onTick;
    this.node = make("div", {});
  }

  show({ summary, notebooks }) {
    const state = JSON.stringify([summary, notebooks]);
    if (state === this.state) return;
    this.state = state;
    const open = new Set([...this.node.querySelectorAll("details[open]")].map((one) => one.dataset.name));
    const focused = document.activeElement?.closest(".swteach-journal input[name=private]")?.value;
    const parts = notebooks.map((one) => this.part(one, open.has(one.name)));
    this.node.replaceChildren(make("p", {}, summary), ...parts);
    if (focused) [...this.node.querySelectorAll("input")].find(({ value }) => value === focused)?.focus();
  }

  part({ name, items }, isOpen) {
    const count = items.length === 1 ? "1 question or tool" : `${items.length} questions or tools`;
    const list = make("ul", { class: "swteach-entries" }, ...items.map((item) => kept(item, this.onTick)));
    const node = make("details", { "data-name": name }, make("summary", {}, `${name}: ${count}`), list);
    node.open = isOpen;
    return node;
  }
}

/** A box for a name, empty unless the student gave one. */
function nameForm(onName) {
  const input = make("input", { type: "text", autocomplete: "off", maxlength: "120" });
  const label = make("label", {}, "Your name, if you want it in your exports", input);
  const keep = make("button", { type: "submit" }, "Keep this name");
  const form = make("form", { novalidate: "" }, label, make("div", { class: "swteach-buttons" }, keep));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onName(input.value);
  });
  return { form, input };
}

function exportForm({ forms, parts }, onExport) {
  const rows = parts.map(({ id, label }) => optionRow("radio", "part", id, label));
  rows[0].firstChild.checked = true;
  const legend = make("legend", {}, "Take it away: how much?");
  const buttons = make("div", { class: "swteach-buttons" });
  const part = () => parts[ticked(rows)[0]].id;
  buttons.append(...forms.map(({ id, label }) => button(`Download: ${label}`, () => onExport(id, part()))));
  const form = make("form", { novalidate: "" }, make("fieldset", {}, legend, ...rows), buttons);
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

function importForm(onFile) {
  const input = make("input", { type: "file", accept: ".json,application/json" });
  const label = make("label", {}, "Go on with an earlier journal: a .json file that you downloaded", input);
  const bring = make("button", { type: "submit" }, "Bring it in");
  const form = make("form", { novalidate: "" }, label, make("div", { class: "swteach-buttons" }, bring));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onFile(input.files[0]);
  });
  return form;
}

async function sendFile(file, model) {
  const bytes = await file.arrayBuffer();
  for (let at = 0; at < bytes.byteLength; at += PIECE) {
    model.send({ do: "piece", first: at === 0 }, undefined, [bytes.slice(at, at + PIECE)]);
  }
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const said = make("div", {});
  const [looked, named, exported, imported] = [0, 0, 0, 0].map(statusRegion);
  /** Whatever comes of it is said beside the button. */
  const turnTo = (region) => {
    live.status = region;
    region.replaceChildren(); // emptied first, so that the same words are spoken again
  };
  const send = (region, message) => {
    turnTo(region);
    live.send(message);
  };
  const shelf = new Shelf((key, tick) => send(looked, { do: "private", key, tick }));
  const naming = nameForm((name) => send(named, { do: "name", name }));
  const exporting = exportForm(sheet, (form, part) => send(exported, { do: "export", form, part }));
  const importing = importForm(async (file) => {
    turnTo(imported);
    if (!file) return live.say(PICK);
    if (file.size > sheet.most) return live.say(TOO_LARGE);
    try {
      await sendFile(file, model);
    } catch {
      return live.say(READ_FAILED);
    }
    send(imported, { do: "import" });
  });
  const look = make("div", { class: "swteach-buttons" });
  look.append(button("Look again at what is kept", () => send(looked, { do: "look again" })));
  const root = make("section", { "aria-label": sheet.name });
  root.className = "swteach-widget swteach-live swteach-form swteach-journal";
  root.append(make("p", {}, make("strong", {}, sheet.name)), make("p", {}, sheet.intro));
  root.append(said, shelf.node, look, naming.form, named);
  root.append(exporting, exported, importing, imported);
  const privately = new PrivateModel(model);
  let known = null;
  const live = new Live({
    model: privately,
    root,
    place: naming.form,
    read: () => ({}),
    draw: (view) => {
      if (!view.notebooks) return; // nothing has come yet
      const words = [...view.notices, view.reminder].filter(Boolean);
      said.replaceChildren(...words.map(notice));
      if (view.name !== known) naming.input.value = view.name;
      known = view.name;
      shelf.show(view);
    },
  });
  const receiveFile = ({ file, type }, buffers) => {
    if (file) saveFile(file, type, buffers[0]);
  };
  model.on("msg:custom", receiveFile);
  live.status = looked;
  const leave = live.mount(el);
  live.send({ do: "look" });
  return () => {
    model.off("msg:custom", receiveFile);
    leave();
  };
}

export default { render };
