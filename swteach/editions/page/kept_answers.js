// Answers in words that can be read without the course, as the journal keeps them, and back.

const SURE_KEY = "how sure, from 1 to 5";

/** Where a text stands, or null where it is not there any more. */
function findPlace(texts, text) {
  const at = texts.indexOf(text);
  return at < 0 ? null : at;
}

function findPlaces(texts, found) {
  return Array.isArray(found) ? found.map((text) => findPlace(texts, text)) : null;
}

/** An answer and how sure it is, so that neither is kept without the other. */
function joinSure(answer, { confidence }) {
  return { answer, [SURE_KEY]: confidence };
}

function splitSure(value) {
  if (!isMapping(value)) return null;
  return { answer: value.answer ?? null, confidence: value[SURE_KEY] ?? null };
}

function readPartners(value, { lefts, partners }) {
  return isMapping(value) ? lefts.map((left) => findPlace(partners, value[left])) : null;
}

function readPrediction(value, { options }) {
  const found = splitSure(value);
  if (!found || !options.length) return found;
  return { ...found, answer: findPlace(options, found.answer) };
}

const KEPT_ANSWERS = {
  choice: {
    write: (place, { options }) => options[place],
    read: (text, { options }) => findPlace(options, text),
  },
  several: {
    write: (places, { options }) => [...places].sort((a, b) => a - b).map((place) => options[place]),
    read: (texts, { options }) => findPlaces(options, texts),
  },
  numeric: {
    write: (typed) => stripWhite(String(typed)),
    read: (typed) => typed,
  },
  order: {
    write: (places, { items }) => places.map((place) => items[place]),
    read: (texts, { items }) => findPlaces(items, texts),
  },
  match: {
    write: (places, { lefts, partners }) =>
      Object.fromEntries(lefts.map((left, at) => [left, partners[places[at]]])),
    read: readPartners,
  },
  verdict: {
    write: (response) => joinSure(response.answer, response),
    read: splitSure,
  },
  prediction: {
    write: (response, { options }) =>
      joinSure(options.length ? options[response.answer] : response.answer, response),
    read: readPrediction,
  },
};
