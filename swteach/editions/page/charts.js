// Charts that a reader can point at and change. What draws them is loaded when it is first needed.

const VEGA = "vega.js";
const CHART_REST = 200; // ms that a pointer rests on a drawing before its chart is loaded
const CHART_STARTS = {
  point: "Show values by pointing",
  change: "Change the settings of this chart",
  "point change": "Show values by pointing, and change settings",
};
const CHART_HELP = {
  point: "Point at a mark, or touch it, to see its values. The table has the numbers too.",
  change: "The settings stand below the button.",
  "point change":
    "The settings stand below the button. Point at a mark, or touch it, to see its values.",
};
const CHART_BACK = "Go back to the still drawing";
const CHART_LOADING = "The chart is loading.";
const CHART_CHANGED = "The drawing has changed.";
const CHART_FAILED = "The chart did not load. The still drawing and the table are here.";
// A chart takes from the window's width what stands beside it in JupyterLab; see renderer.py.
const CHART_FRAME = 118; // px, a few of them for rims and borders
const CHART_NARROW = 500;
const CHART_WIDE_TITLE = 560; // px that a title for wide windows needs

const scriptsAsked = new Map();

/** Load a script of the site, once; one that failed may be asked for again. */
function loadScript(address) {
  if (!scriptsAsked.has(address)) scriptsAsked.set(address, addScript(address));
  return scriptsAsked.get(address);
}

function addScript(address) {
  return new Promise((resolve, reject) => {
    const node = make("script", { src: address });
    node.addEventListener("load", resolve);
    node.addEventListener("error", () => {
      scriptsAsked.delete(address);
      node.remove();
      reject(new Error(address));
    });
    document.head.append(node);
  });
}

/** Return the window's size as the charts' own sums are to have it, so that they fill the page. */
function sizeForCharts() {
  const room = document.getElementById("content").clientWidth;
  const width = room + CHART_FRAME;
  return [room < CHART_WIDE_TITLE ? Math.min(width, CHART_NARROW - 1) : width, window.innerHeight];
}

/** Give a drawing the role and the name that the still one has, and no second one. */
function nameDrawing(stage, still) {
  for (const name of ["role", "aria-roledescription", "aria-label"]) stage.removeAttribute(name);
  const drawing = stage.querySelector("svg");
  for (const name of ["role", "lang", "aria-label", "aria-describedby"])
    drawing.setAttribute(name, still.getAttribute(name));
}

class LiveChart {
  constructor(figure) {
    this.figure = figure;
    this.uses = figure.dataset.uses;
    this.box = figure.querySelector(".scroll");
    this.still = this.box.querySelector("svg");
    const title = figure.querySelector("figcaption").textContent;
    this.button = button(CHART_STARTS[this.uses], () => this.press());
    // Buttons of several charts have the same words, so each says which chart is meant.
    this.button.setAttribute("aria-describedby", `${figure.id}-caption`);
    this.status = statusRegion();
    this.settings = make("div", { role: "group", "aria-label": `Settings. ${title}` });
    this.settings.className = "chart-settings";
    this.settings.hidden = true;
    this.settings.addEventListener("change", () => this.say(CHART_CHANGED));
    const row = make("div", { class: "chart-row" }, this.button, this.status);
    figure.append(make("div", { class: "swteach-widget chart-live" }, row, this.settings));
    // New settings would move the page below a pointer that only passes.
    if (this.uses === "point") this.watchPointer();
  }

  watchPointer() {
    this.box.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "mouse" || this.wasAsked || navigator.connection?.saveData) return;
      this.resting = setTimeout(() => this.start(), CHART_REST);
    });
    this.box.addEventListener("pointerleave", () => clearTimeout(this.resting));
  }

  press() {
    if (this.view) this.stop();
    else this.start();
  }

  async start() {
    clearTimeout(this.resting);
    if (this.isStarting || this.view) return;
    this.isStarting = this.wasAsked = true;
    this.say(CHART_LOADING);
    try {
      const { script, chart } = this.figure.dataset;
      await Promise.all([loadScript(VEGA), loadScript(script)]);
      await this.draw(window.swteachSpecs[script][chart]);
      this.button.textContent = CHART_BACK;
      this.say(CHART_HELP[this.uses]);
    } catch {
      this.clear();
      this.say(CHART_FAILED);
    }
    this.isStarting = false;
  }

  async draw(spec) {
    const stage = make("div", { class: "chart-stage" });
    this.tip = new ChartTip(this.figure);
    const { view } = await window.swteachVega.embed(stage, structuredClone(spec), {
      actions: false,
      ast: true, // the page's policy lets no text be run as code
      bind: this.settings,
      defaultStyle: false,
      expressionFunctions: { windowSize: sizeForCharts },
      hover: false,
      mode: "vega",
      renderer: "svg",
      tooltip: (_, event, item, value) => this.tip.take(event, item, value),
    });
    this.view = view;
    this.tip.watchFingers(stage);
    nameDrawing(stage, this.still);
    this.settings.hidden = !this.settings.hasChildNodes();
    this.box.replaceChildren(stage);
  }

  stop() {
    this.clear();
    this.button.textContent = CHART_STARTS[this.uses];
    this.say("");
  }

  /** Put the still drawing back, with nothing left of the other. */
  clear() {
    this.view?.finalize();
    this.view = undefined;
    this.tip?.remove();
    this.settings.replaceChildren();
    this.settings.hidden = true;
    this.box.replaceChildren(this.still);
  }

  say(words) {
    this.status.textContent = words;
  }
}

function mountCharts() {
  for (const figure of document.querySelectorAll("figure[data-uses]")) new LiveChart(figure);
}
