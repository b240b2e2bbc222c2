// What the page knows of itself, and the lists in which every kind of question and tool stands.

const PAGE = Object.freeze(JSON.parse(document.getElementById("swteach-page")?.textContent ?? "{}"));
const KINDS = {}; // by the name of a widget's script: { render }
const TOOLS = {}; // by the name of a tool: a class that answers as the tool's Python does
