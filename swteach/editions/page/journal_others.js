// Journals of other courses at this address, or of this course under an earlier name: to see that
// they are there, to take away, and to remove.

const OTHER_ENTRY = /^swteach (.*) (?:entry [0-9a-f]{32}|name)$/s;
const OTHER_COPY = /^swteach (.*)$/s;

/** Put what is found into the journal's page; nothing happens where there is nothing. */
async function mountOthers(tool) {
  const place = document.getElementById("journal-others");
  const found = place ? await findOthers(tool.journal.course) : [];
  if (!found.length) return;
  const { head, intro } = tool.words.others;
  const parts = found.map((kept) => new OtherJournal(kept, tool.words).node);
  place.append(make("h2", { id: newId() }, head), make("p", {}, intro), ...parts);
}

/** Return the journals of all other courses of which something is kept. */
async function findOthers(own) {
  const courses = new Set([...listStored(), ...(await listCopied())].filter((name) => name !== own));
  const found = [...courses].sort().map((course) => new PageJournal({ course }));
  await Promise.all(found.map((one) => one.takeBack()));
  return found.filter((one) => one.sorted().length || one.name);
}

function listStored() {
  try {
    return Object.keys(localStorage).flatMap((name) => OTHER_ENTRY.exec(name)?.[1] ?? []);
  } catch {
    return []; // a browser that forbids it has kept nothing
  }
}

/** Not every browser says which databases there are. */
async function listCopied() {
  try {
    return (await indexedDB.databases()).flatMap(({ name }) => OTHER_COPY.exec(name)?.[1] ?? []);
  } catch {
    return [];
  }
}

/** One of them: its course, how much there is, and a way to take it away and to remove it. */
class OtherJournal {
  constructor(kept, { others, saved }) {
    Object.assign(this, { kept, saved });
    const name = (text) => text.replace("{course}", () => kept.course);
    const words = Object.fromEntries(Object.entries(others).map(([key, text]) => [key, name(text)]));
    this.count = make("p", {});
    const removal = new JournalRemoval({ kept, words, load: () => this.load(), refresh: () => this.show() });
    const load = button(words.download, () => removal.say(this.load()));
    removal.node.prepend(make("div", { class: "swteach-buttons" }, load));
    this.node = make("section", { "aria-label": kept.course }, this.count, removal.node);
    this.show();
  }

  show() {
    this.count.replaceChildren(make("strong", {}, this.kept.course), `: ${sayCount(this.kept)} kept.`);
  }

  load() {
    const day = nameExport("json", "all").replace("my-journal-", "");
    const file = `journal-of-${nameSafely(this.kept.course)}-${day}`;
    try {
      const text = this.kept.write(this.kept.choose());
      saveFile(file, MIME_TYPES.json, new TextEncoder().encode(text));
    } catch (error) {
      return [`Not exported: ${error.message}.`];
    }
    return [this.saved.replace("{name}", () => file)];
  }
}

/** A name for a file, of plain letters and figures. */
function nameSafely(text) {
  const plain = text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return plain.slice(0, 40) || "another-course";
}
