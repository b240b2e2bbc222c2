// What is entered into the plain tools of a page: kept as it is entered, and brought back.

const FIELD_PAUSE = 500; // ms without a key before half a sentence is kept
const FIELD_KIND = "notes";
const FIELDS_KEPT = "What you enter here is kept in this browser as you go.";
const FIELDS_BACK = "What you entered here before is back.";
const FIELDS_JOURNAL = "To take it away, or to remove it:";

/** One box, menu, tick or group of radio buttons, with its name in words. */
class FieldControl {
  constructor(label, nodes) {
    Object.assign(this, { label: label.replace(/\s+/g, " ").trim(), nodes });
    this.type = nodes[0].type;
    this.isText = nodes[0].matches('textarea, input[type="text"]');
    this.isPrivate = nodes[0].closest("[data-private]") !== null;
  }

  get isFocused() {
    return this.nodes.includes(document.activeElement);
  }

  /** What is entered, in words; empty where nothing is. */
  read() {
    const [node] = this.nodes;
    if (this.type === "radio") return this.nodes.find((one) => one.checked)?.value ?? "";
    if (this.type === "checkbox") return node.checked ? "yes" : "";
    if (this.type === "select-one") return node.selectedIndex > 0 ? node.value : "";
    return node.value;
  }

  fill(words) {
    const [node] = this.nodes;
    if (this.type === "radio") for (const one of this.nodes) one.checked = one.value === words;
    else if (this.type === "checkbox") node.checked = words === "yes";
    else if (this.type === "select-one") this.choose(node, words);
    else node.value = words;
  }

  /** A menu whose choice is no longer offered stays as it is. */
  choose(node, words) {
    const place = [...node.options].findIndex((option) => option.value === words);
    if (place > 0 || !words) node.selectedIndex = Math.max(place, 0);
  }
}

/** Return the controls of a tool in order; radio buttons of one name are one control. */
function findControls(root) {
  const groups = new Map();
  for (const node of root.querySelectorAll('textarea, select, input:not([type="file"])')) {
    const key = node.type === "radio" ? node.name : node;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups.values()].map((nodes) => {
    const [node] = nodes;
    const head = node.type === "radio" ? node.closest("fieldset")?.querySelector("legend") : node.labels[0];
    return new FieldControl(head?.textContent ?? "", nodes);
  });
}

/** One control in the journal, in entries of its own: two tabs never take words from each other. */
class KeptField {
  constructor({ control, id, prompt, journal, tell }) {
    Object.assign(this, { control, id, prompt, journal, tell, timer: null });
    this.unsent = new Kept(id); // what is not in the journal yet
    this.known = ""; // what the journal has last, as far as this page knows
    this.isDraft = false;
    for (const node of control.nodes) {
      node.addEventListener("input", () => this.wait());
      node.addEventListener("change", () => this.leave());
    }
  }

  find() {
    const words = this.journal.latest(this.id, FIELD_KIND)?.value;
    return typeof words === "string" ? words : "";
  }

  /** Put back what was entered before; returns whether there was anything. */
  bringBack() {
    const early = this.control.read(); // entered before this script ran
    this.known = this.find();
    const unsent = this.unsent.find();
    const before = typeof unsent === "string" ? unsent : this.known;
    const words = this.join(before, early);
    if (words !== early) this.control.fill(words);
    if (words === this.known) this.settle();
    else this.keep(true);
    return before !== "";
  }

  join(before, early) {
    if (!before) return early;
    if (!this.control.isText || before.includes(early)) return before;
    return early.includes(before) ? early : `${before}\n${early}`;
  }

  wait() {
    this.unsent.keep(this.control.read());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(true), FIELD_PAUSE);
  }

  /** Keep at once what waits: the page may be gone in a moment. */
  flush() {
    if (this.timer !== null) this.keep(true);
  }

  leave() {
    this.keep(false);
    this.refresh();
  }

  keep(draft) {
    clearTimeout(this.timer);
    this.timer = null;
    const value = this.control.read();
    if (value === this.known && (draft || !this.isDraft)) return this.settle();
    const told = { kind: FIELD_KIND, id: this.id, value, prompt: this.prompt, draft };
    const { saved, message } = this.journal.record({ ...told, private: this.control.isPrivate });
    [this.known, this.isDraft] = [this.find(), draft]; // what it cannot hold is not known to it
    this.settle();
    this.tell(saved ? "" : message);
  }

  /** Let go of what is kept beside the journal, once the journal is in the storage. */
  settle() {
    if (!this.journal.unsaved && this.control.read() === this.known) this.unsent.drop();
  }

  /** Show what another tab wrote, unless this one is in the middle of it. */
  refresh() {
    const words = this.find();
    if (this.timer !== null || this.control.isFocused || words === this.known) return;
    this.known = words;
    this.isDraft = false;
    this.control.fill(words);
  }
}

/** All fields of one plain tool, and a status region that says where what is entered is kept. */
class KeptTool {
  constructor(root, journal) {
    this.name = root.dataset.keep;
    this.status = statusRegion();
    root.append(this.status);
    const given = new Map();
    this.fields = findControls(root).map((control) => {
      const id = this.nameField(control.label, given);
      const prompt = `${this.title}. ${control.label}`;
      return new KeptField({ control, id, prompt, journal, tell: (trouble) => this.tell(trouble) });
    });
  }

  get title() {
    const words = this.name.replaceAll("_", " ");
    return words[0].toUpperCase() + words.slice(1);
  }

  /** The same name for the same label, however often the site is built. */
  nameField(label, given) {
    const words = label.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    const count = (given.get(words) ?? 0) + 1;
    given.set(words, count);
    return `site-${this.name}-${PAGE.notebook}-${words}${count > 1 ? `-${count}` : ""}`;
  }

  bringBack() {
    const back = this.fields.map((field) => field.bringBack());
    if (back.includes(true)) this.tell("", FIELDS_BACK);
  }

  /** Say it once; what a screen reader has spoken already is not said with each word. */
  tell(trouble, kept = FIELDS_KEPT) {
    this.kept ??= kept;
    const words = trouble || `${this.kept} ${FIELDS_JOURNAL} `;
    if (words === this.said) return;
    this.said = words;
    const link = make("a", { href: "journal.html" }, "your journal");
    this.status.replaceChildren(make("p", {}, words, ...(trouble ? [] : [link, "."])));
  }
}

/** Keep what is entered into every plain tool of this page. */
function keepPlainTools(journal) {
  const tools = [...document.querySelectorAll(".tool[data-keep]")].map((root) => new KeptTool(root, journal));
  const fields = tools.flatMap((tool) => tool.fields);
  for (const tool of tools) tool.bringBack();
  const flush = () => fields.forEach((field) => field.flush());
  const refresh = () => fields.forEach((field) => field.refresh());
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => (document.hidden ? flush() : refresh()));
  addEventListener("pageshow", refresh);
  addEventListener("storage", refresh);
}
