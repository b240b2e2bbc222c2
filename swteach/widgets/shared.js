// Helpers for every widget of the course; parts.py puts them before the widget's own script.

const PATIENCE = 4000; // ms without an answer before the page says so

/** Make an element. Text goes in as text, never as HTML. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** What a student must be told about the journal's file. */
function notice(words) {
  return make("p", { class: "swteach-notice" }, words);
}

/** A region that a screen reader speaks when its words change. Put it in the page empty. */
function statusRegion() {
  return make("div", { role: "status", class: "swteach-status" });
}

/**
 * Keep key presses from the notebook, whose shortcuts are single letters and arrows.
 * Ctrl+S or Cmd+S still reaches it, so that a student can save at any time.
 */
function keepKeys(root) {
  const attribute = "data-lm-suppress-shortcuts";
  const isSave = (event) =>
    (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s";
  root.setAttribute(attribute, "true");
  const beforeNotebook = (event) => {
    if (isSave(event)) root.removeAttribute(attribute);
    else root.setAttribute(attribute, "true");
  };
  const stop = (event) => {
    if (!isSave(event)) event.stopPropagation();
  };
  root.addEventListener("keydown", beforeNotebook, true);
  root.addEventListener("keydown", stop);
  return () => {
    root.removeEventListener("keydown", beforeNotebook, true);
    root.removeEventListener("keydown", stop);
  };
}

/** Send a message to Python; call onSilence where no answer comes. Returns a way to stop waiting. */
function ask(model, message, onSilence) {
  const timer = setTimeout(onSilence, PATIENCE);
  try {
    model.send(message);
  } catch {
    clearTimeout(timer);
    onSilence();
  }
  return () => clearTimeout(timer);
}
