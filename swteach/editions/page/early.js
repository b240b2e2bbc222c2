// What a reader did in a plain form before the scripts came: words, choices, and where the focus is.

const EARLY_FIELDS = "input, select, textarea";

/** Note what stands in a form that is about to be replaced; returns how to carry it over. */
function noteEarly(place) {
  const before = [...place.querySelectorAll(EARLY_FIELDS)];
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  return () => {
    const after = [...place.querySelectorAll(EARLY_FIELDS)];
    // Some tools have other fields with scripts than without; a menu's choice is no tick.
    const fits = before.every(({ type }, at) => type === after[at]?.type);
    if (fits) before.filter(isEarly).forEach((node) => carryEarly(node, after[before.indexOf(node)]));
    if (!focused) return;
    const same = fits && after[before.indexOf(focused)];
    (same || place.querySelector(`${EARLY_FIELDS}, button, summary`))?.focus({ preventScroll: true });
  };
}

function isEarly(node) {
  if (node.type === "select-one") return node.selectedIndex > 0;
  const isChoice = node.type === "radio" || node.type === "checkbox";
  return isChoice ? node.checked !== node.defaultChecked : node.value !== node.defaultValue;
}

/** Words from earlier days stay in front of the new ones; of a choice or a number the new counts. */
function carryEarly(from, to) {
  if (to.matches(":disabled")) return; // a prediction stands
  if (to.type === "select-one") to.selectedIndex = from.selectedIndex;
  else if (to.type === "radio" || to.type === "checkbox") to.checked = from.checked;
  else to.value = to.type === "textarea" ? joinEarly(to.value, from.value) : from.value;
  for (const name of ["input", "change"]) to.dispatchEvent(new Event(name, { bubbles: true }));
}

function joinEarly(kept, early) {
  return !kept || kept.includes(early) ? kept || early : `${kept}\n${early}`;
}
