// Put the widgets in the place of what the page shows without scripts.

const SLICE = 12; // ms of work before the browser may answer the reader
const pause = () => new Promise((go) => setTimeout(go));

function mountQuestion(place) {
  const data = PAGE.questions[place.dataset.question];
  const answering = makeAnswering(data.exercise, data.traits);
  const model = new PageModel(answering.traits, (message) => answering.take(message, model));
  answering.model = model;
  replace(place, KINDS[data.traits.kind], model);
}

function mountTool(place) {
  const { name, ...data } = PAGE.tools[place.dataset.tool];
  const tool = new TOOLS[name](data, journal);
  const isPrivate = tool.isPrivate ?? false;
  const start = isPrivate ? {} : { view: { ...tool.respond({}), turn: 0 } };
  const sheet = { ...data.sheet, news: journal.tellNotices() };
  const model = new PageModel({ sheet, ...start }, (message, _, buffers) =>
    answerTool({ tool, model, isPrivate }, message, buffers),
  );
  tool.model = model;
  replace(place, KINDS[name], model);
}

function answerTool({ tool, model, isPrivate }, message, buffers) {
  const shown = tool.respond(message, buffers);
  if (!("turn" in message)) return; // a piece of a file
  const view = { ...shown, turn: message.turn, news: journal.tellNotices() };
  if (isPrivate) model.tell({ view });
  else model.set({ view });
}

function replace(place, kind, model) {
  const name = place.querySelector("fieldset[id]")?.id;
  const el = make("div", name ? { id: name } : {});
  kind.render({ model, el });
  const carryOver = noteEarly(place);
  place.replaceChildren(el);
  carryOver();
}

/** What fails stays as it is without scripts, and keeps nothing else from the reader. */
function attempt(action) {
  try {
    action();
  } catch (error) {
    reportError(error);
  }
}

async function mountAll() {
  let since = performance.now();
  for (const place of document.querySelectorAll("[data-question], [data-tool]")) {
    if (performance.now() - since > SLICE) {
      await pause();
      since = performance.now();
    }
    attempt(() => (place.dataset.question ? mountQuestion(place) : mountTool(place)));
  }
}

/** Go again to where the address leads: all that was put in place may have moved it. */
function showTarget() {
  const read = (signs) => decodeURIComponent(signs);
  // Only what is encoded: a heading may have a percent sign.
  const name = location.hash.slice(1).replace(/(?:%[0-9a-f]{2})+/gi, read);
  if (name) document.getElementById(name)?.scrollIntoView();
}

async function start() {
  for (const note of document.querySelectorAll(".without-scripts")) note.hidden = true;
  for (const note of document.querySelectorAll(".with-scripts")) note.hidden = false;
  await journal.takeBack();
  attempt(() => keepPlainTools(journal));
  attempt(mountCharts);
  await mountAll();
  attempt(showTarget);
  watchReturn(journal.course); // last: what is kept as the page is left is kept before it looks
  document.documentElement.dataset.ready = "true";
}

start();
