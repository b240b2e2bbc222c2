function fold(title, isOpen, ...nodes) {
  const node = make("details", { class: "swteach-chapter" }, make("summary", {}, title), ...nodes);
  node.open = isOpen;
  return node;
}

/** All parts of one question, made once, then kept up to date. */
class Form {
  constructor(view, sheet, desk) {
    const { slots, places, parts, sources, account, claims, charts } = view;
    this.slots = slots.map((one, place) => new Slot(one, place, sheet, claims, desk));
    this.places = places.map((one) => new Place(one, charts, desk));
    this.parts = parts.map((one) => new Boxes(one, desk));
    this.sources = sources.map((one) => new Boxes(one, desk));
    this.account = new Boxes(account, desk);
    this.readings = make("div", {});
    this.account.head.append(this.readings);
    const nodes = (sections) => sections.map(({ node }) => node);
    const own = make("p", {}, sheet.privacy);
    this.node = make(
      "div",
      {},
      fold(`Part 1: ${slots.length} claims, set beside the record`, true, ...nodes(this.slots)),
      fold(`Part 2: ${places.length} charts, with your captions`, false, ...nodes(this.places)),
      fold("Part 3: both sides, and what is not known", false, ...nodes(this.parts)),
      fold("Part 4: sources from outside the course", false, ...nodes(this.sources)),
      fold("Part 5: your own position", false, own, this.account.node),
    );
  }

  show(view) {
    for (const name of ["slots", "places", "parts", "sources"]) {
      this[name].forEach((section, place) => section.show(view[name][place]));
    }
    this.account.show(view.account);
    const { table, note } = view.readings;
    const shown = table ? wordTable(table.caption, table.heads, table.rows) : make("p", {}, note);
    this.readings.replaceChildren(shown);
  }
}

function topicForm({ ask, topics }, onChoose) {
  const name = newId();
  const rows = topics.map(({ id, question, sides }) => {
    const row = optionRow("radio", name, id, question);
    row.firstChild.addEventListener("change", () => onChoose(id));
    const key = newId();
    row.firstChild.setAttribute("aria-describedby", key);
    return { id, row, node: make("div", {}, row, make("p", { id: key, class: "swteach-sides" }, sides)) };
  });
  const legend = make("legend", {}, ask);
  const node = make("fieldset", {}, legend, ...rows.map((one) => one.node));
  const show = (topic) => {
    for (const { id, row } of rows) row.firstChild.checked = id === topic;
  };
  return { node, show };
}

/** What is missing, and the ways to take the briefing away, finished or not. */
function endForm({ forms, share }, onExport, onTemplate) {
  const total = make("p", {});
  const missing = make("div", {});
  const row = optionRow("checkbox", "account", "account", share);
  const buttons = make("div", { class: "swteach-buttons" });
  const download = (id) => onExport(id, row.firstChild.checked);
  buttons.append(...forms.map(({ id, label }) => button(`Download: ${label}`, () => download(id))));
  buttons.append(button("Download the empty form to fill in by hand (.md)", onTemplate));
  const status = statusRegion();
  const node = make("div", {}, strong("What is still missing"), total, missing, row, buttons, status);
  const show = (view) => {
    total.textContent = view.total;
    const lines = view.missing.length ? view.missing : ["Every part has something in it."];
    missing.replaceChildren(wordList(lines));
  };
  return { node, show, status };
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const kept = new Kept("briefing");
  let [topic, form, waiting] = [null, null, true];
  let held = {}; // typed, and perhaps not on the disk yet
  const turnTo = (region) => {
    live.status = region;
    region.replaceChildren(); // emptied first, so that the same words are spoken again
  };
  const act = (region, message) => {
    turnTo(region);
    waiting = true;
    live.send(message);
  };
  const desk = new Desk({
    onType: ({ status }) => {
      live.status = status;
      held = { ...held, ...Object.fromEntries(desk.changed) };
      kept.keep({ topic, texts: held });
      live.later();
    },
    onLeave: (left, text, { status }) => {
      live.status = status;
      live.send({ left, texts: { ...Object.fromEntries(desk.changed), [left]: text } });
    },
    onChoose: (field, value, { status }) => act(status, { do: "choose", field, value }),
  });
  const start = statusRegion();
  const choosing = topicForm(sheet, (value) => act(start, { do: "topic", value }));
  const end = endForm(
    sheet,
    (name, account) => act(end.status, { do: "export", form: name, account }),
    () => act(end.status, { do: "template" }),
  );
  const body = make("div", {});
  const root = make("section", { "aria-label": sheet.name });
  root.className = "swteach-widget swteach-live swteach-form swteach-briefing";
  root.append(strong(sheet.name), make("p", {}, sheet.intro), choosing.node, body, end.node);
  end.node.hidden = true;

  const draw = (view, own) => {
    if (!view.turn) return; // nothing has come yet
    if (own) desk.changed.clear();
    if (own && !view.unsaved) {
      held = {};
      kept.drop();
    }
    if (view.slots) {
      if (view.topic !== topic) {
        if (topic) held = {}; // boxes of two questions have the same names
        topic = view.topic;
        desk.writers.clear();
        form = new Form(view, sheet, desk);
        body.replaceChildren(form.node);
      }
      form.show(view);
    }
    if ("topic" in view) waiting = false;
    choosing.show(topic);
    end.node.hidden = !topic;
    if (topic) end.show(view);
  };
  const live = new Live({
    model: new PrivateModel(model),
    root,
    place: body,
    read: () => ({ do: "typing", topic, texts: Object.fromEntries(desk.changed), full: waiting }),
    draw,
  });
  const receiveFile = ({ file, type }, buffers) => {
    if (file) saveFile(file, type, buffers[0]);
  };
  model.on("msg:custom", receiveFile);
  live.status = start;
  const leave = live.mount(el);
  const unsent = kept.find();
  if (unsent) live.send({ do: "back", ...unsent });
  else live.send({ do: "look" });
  return () => {
    model.off("msg:custom", receiveFile);
    leave();
  };
}

export default { render };
