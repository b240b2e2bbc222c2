// "Remove my journal from this browser": asks first, and offers the download.

/** Put the controls into the journal's page; nothing happens on a page without a place for them. */
function mountRemoval(tool) {
  document.getElementById("journal-removal")?.append(new JournalRemoval(tool).node);
}

class JournalRemoval {
  constructor(tool) {
    this.tool = tool;
    this.words = tool.words.removal;
    this.opener = button(this.words.open, () => this.ask());
    this.question = make("p", { id: newId() });
    this.status = statusRegion();
    this.node = make("div", { class: "swteach-widget swteach-form" }, this.opener, this.lay(), this.status);
  }

  lay() {
    const keep = button(this.words.keep, () => this.close(this.words.kept));
    const load = button(this.words.load, () => this.load());
    const remove = button(this.words.remove, () => this.remove());
    const buttons = make("div", { class: "swteach-buttons" }, load, keep, remove);
    const tied = { "aria-describedby": this.question.id };
    this.box = make("fieldset", tied, make("legend", {}, this.words.legend), this.question, buttons);
    this.box.hidden = true;
    this.first = load;
    return this.box;
  }

  ask() {
    const count = leaveOutTicks(this.tool.journal.sorted()).length; // as the page counts them
    const what = count === 1 ? "1 entry is" : `${count} entries are`;
    this.question.textContent = `${what} kept in this browser. ${this.words.about}`;
    this.status.replaceChildren();
    this.box.hidden = false;
    this.opener.hidden = true;
    this.first.focus();
  }

  close(said) {
    this.box.hidden = true;
    this.opener.hidden = false;
    this.opener.focus();
    this.say([said]);
  }

  load() {
    this.say(this.tool.export({ form: "json", part: "all" }));
  }

  async remove() {
    const outcome = await this.tool.journal.clear();
    if (!outcome.saved) return this.say([outcome.message]);
    forgetUnsent();
    this.tool.refresh();
    return this.close(this.words.removed);
  }

  say(lines) {
    this.status.replaceChildren(...lines.map((line) => make("p", {}, line)));
  }
}

/** Remove answers that were typed and never sent, which this tab keeps as well. */
function forgetUnsent() {
  try {
    const own = (name) => name.startsWith("swteach kept ");
    for (const name of Object.keys(sessionStorage).filter(own)) sessionStorage.removeItem(name);
  } catch {
    return; // a browser that forbids it has kept nothing
  }
}
