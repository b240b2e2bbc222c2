// "Remove my journal from this browser": asks first, and offers the download.

/** Put the controls into the journal's page; nothing happens on a page without a place for them. */
function mountRemoval(tool) {
  const { journal: kept, words } = tool;
  const load = () => tool.export({ form: "json", part: "all" });
  const removal = new JournalRemoval({ kept, words: words.removal, load, refresh: () => tool.refresh() });
  document.getElementById("journal-removal")?.append(removal.node);
}

class JournalRemoval {
  /**
   * @param kept    the journal to remove
   * @param words   the sentences and the names of the buttons
   * @param load    () => let the reader download it; returns what to say
   * @param refresh () => show what is there after it is gone
   */
  constructor({ kept, words, load, refresh }) {
    Object.assign(this, { kept, words, load, refresh });
    this.opener = button(words.open, () => this.ask());
    this.question = make("p", { id: newId() });
    this.status = statusRegion();
    this.node = make("div", { class: "swteach-widget swteach-form" }, this.opener, this.lay(), this.status);
  }

  lay() {
    const keep = button(this.words.keep, () => this.close(this.words.kept));
    const load = button(this.words.load, () => this.say(this.load()));
    const remove = button(this.words.remove, () => this.remove());
    const buttons = make("div", { class: "swteach-buttons" }, load, keep, remove);
    const tied = { "aria-describedby": this.question.id };
    this.box = make("fieldset", tied, make("legend", {}, this.words.legend), this.question, buttons);
    this.box.hidden = true;
    this.first = load;
    return this.box;
  }

  ask() {
    this.question.textContent = `${sayCount(this.kept)} kept in this browser. ${this.words.about}`;
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

  async remove() {
    const outcome = await this.kept.clear();
    if (!outcome.saved) return this.say([outcome.message]);
    forgetUnsent(this.kept.course);
    this.refresh();
    return this.close(this.words.removed);
  }

  say(lines) {
    this.status.replaceChildren(...lines.map((line) => make("p", {}, line)));
  }
}

/** How many entries there are, as the page counts them. */
function sayCount(kept) {
  const count = leaveOutTicks(kept.sorted()).length;
  return count === 1 ? "1 entry is" : `${count} entries are`;
}

/** Remove a course's answers that were typed and never sent, which this tab keeps as well. */
function forgetUnsent(course) {
  try {
    const own = (name) => name.startsWith(Kept.startFor(course));
    for (const name of Object.keys(sessionStorage).filter(own)) sessionStorage.removeItem(name);
  } catch {
    return; // a browser that forbids it has kept nothing
  }
}
