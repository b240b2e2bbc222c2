// A journal's blocks as a web page and as plain text, both as swteach.journal.exports writes them.

const HTML_SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (sign) => HTML_SIGNS[sign]);

/** Return blocks as a page that needs nothing else: no script, no font, no network. */
function writeWebPage(blocks, { title, style, policy }) {
  return (
    '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n' +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<title>${escapeHtml(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n<main>\n` +
    `${blocks.map(writeHtmlBlock).join("\n")}\n</main>\n</body>\n</html>\n`
  );
}

function writeHtmlBlock({ kind, lines }) {
  if (kind === "words") return `<blockquote dir="auto">${writeParagraphs(lines)}</blockquote>`;
  if (kind === "note") return writeParagraphs(lines, ' class="note"');
  return `<${kind}>${escapeHtml(lines.join(" "))}</${kind}>`;
}

/** Return lines as paragraphs, parted by empty lines, with breaks between their lines. */
function writeParagraphs(lines, attributes = "") {
  const groups = [];
  lines.forEach((line, place) => {
    if (!line) return;
    if (place && lines[place - 1]) groups.at(-1).push(line);
    else groups.push([line]);
  });
  return groups.map((group) => `<p${attributes}>${group.map(escapeHtml).join("<br>")}</p>`).join("");
}

const MARKUP = /[`*_{}[\]<>#|~@&$^:]/g;
const MARKUP_AT_START = /^(\u2060?)([-+=:])/; // after a joiner, where the line has one
const MARKDOWN_HEADS = { h1: "# ", h2: "## ", h3: "### ", h4: "#### " };

/** Return blocks as Markdown; a student's words stand in quotation blocks. */
function writeMarkdown(blocks) {
  return `${blocks.map(writeMarkdownBlock).join("\n\n")}\n`;
}

function writeMarkdownBlock({ kind, lines }) {
  const escaped = lines.map(escapeMarkdown);
  if (kind in MARKDOWN_HEADS) return MARKDOWN_HEADS[kind] + escaped.join(" ");
  const lead = kind === "words" ? ">" : "";
  // The end of a line that another follows is marked, so that both stay lines.
  const marked = escaped.map((line, place) => (line && escaped[place + 1] ? `${line}\\` : line));
  return marked.map((line) => [lead, line].filter(Boolean).join(" ")).join("\n");
}

/** A colon is markup only where something follows it at once. */
function escapeSign(sign, at, part) {
  return sign === ":" && !stripWhite(part[at + 1] ?? "") ? sign : `\\${sign}`;
}

/** Return a line as Markdown that shows it as it is: no markup, link, list, code or HTML. */
function escapeMarkdown(line) {
  // A number for the backslash: JupyterLab takes an escaped one before a bracket for a formula.
  const parts = stripWhite(line).split("\\");
  const text = parts.map((part) => part.replace(MARKUP, escapeSign)).join("&#92;");
  const marked = text.replace(MARKUP_AT_START, "$1\\$2").replace(/^([0-9]+)([.)])/, "$1\\$2");
  return marked.replace(/www\./gi, (match) => `${match.slice(0, -1)}\\.`);
}
