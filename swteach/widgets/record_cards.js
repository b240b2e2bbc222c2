// Claims and the record that tests them, for the tools that set the two side by side.

/** A group of radio buttons named by a claim; who made it describes the group. */
function claimGroup(lead, { text, who }, question, rows) {
  const id = newId();
  const about = make("p", { id }, who);
  const legend = make("legend", {}, `${lead}: ${text}`);
  const scale = make("div", { class: "swteach-scale" }, ...rows);
  const ask = make("p", {}, make("strong", {}, question));
  return make("fieldset", { "aria-describedby": id, tabindex: "-1" }, legend, about, ask, scale);
}

function citation({ title, publisher, url }) {
  const link = { href: url, target: "_blank", rel: "noopener noreferrer" };
  return make("li", {}, `${publisher}, `, url ? make("a", link, title) : title);
}

/** One thing in the record: what it rests on, both halves, and where it was published. */
function testBlock({ heading, name, parts, sources }) {
  const head = make("p", {}, make("strong", {}, `${heading}.`), ` ${name}`);
  const lines = parts.map(([part, text]) => make("p", {}, make("strong", {}, `${part}: `), text));
  const cited = sources.length ? [make("p", {}, "Sources"), make("ul", {}, ...sources.map(citation))] : [];
  return make("div", { class: "swteach-evidence" }, head, ...lines, ...cited);
}

function recordBlocks({ nothing, tests }) {
  return nothing ? [make("p", {}, nothing)] : tests.map(testBlock);
}
