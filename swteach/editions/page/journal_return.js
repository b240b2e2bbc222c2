// A page that the browser had put aside shows what stood there when it was left, with all words.

/** Open such a page anew where something that was kept then was removed meanwhile. */
function watchReturn(course) {
  let before = [];
  addEventListener("pagehide", () => (before = listKept(course)));
  addEventListener("pageshow", ({ persisted }) => {
    const now = new Set(listKept(course));
    if (persisted && before.some((name) => !now.has(name))) location.reload();
  });
}

/** Return the names of all that a course keeps in this browser, and what is not sent in this tab. */
function listKept(course) {
  try {
    const starts = [`swteach ${course} `, Kept.startFor(course)];
    const names = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    return names.filter((name) => starts.some((start) => name.startsWith(start)));
  } catch {
    return []; // a browser that forbids it has kept nothing
  }
}
