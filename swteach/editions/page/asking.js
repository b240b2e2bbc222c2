// What is no answer yet, and what to say to it; empty where it is one.

const MOST_SURE = 5;
const CHOOSE_ONE = "Choose one of the answers first.";
const NO_WORDS = "There are no words yet.";
const ASK_SURE = "Say how sure you are, from 1 to 5.";

/** Whether a response is a place from 0 to count - 1. */
function isPlace(response, count) {
  return Number.isInteger(response) && response >= 0 && response < count;
}

/** Whether a response is a list of different places. */
function arePlaces(response, count) {
  if (!Array.isArray(response)) return false;
  return response.every((one) => isPlace(one, count)) && new Set(response).size === response.length;
}

function isSure(confidence) {
  return isPlace(confidence, MOST_SURE + 1) && confidence >= 1;
}

function askOrder({ shown }, places) {
  const whole = arePlaces(places, shown.length) && places.length === shown.length;
  return whole ? "" : "Put all of them in order first.";
}

function askPartners({ pairs, shown }, places) {
  const first = "Choose a partner for each one first.";
  if (!Array.isArray(places) || places.length !== pairs.length) return first;
  const open = places.findIndex((place) => !isPlace(place, shown.length));
  return open < 0 ? "" : `${first} Still open: ${pairs[open].left}`;
}

function askVerdict({ options }, response) {
  const { answer, confidence } = isMapping(response) ? response : {};
  if (!options.some(({ text }) => text === answer)) return "Choose one of the four verdicts first.";
  return isSure(confidence) ? "" : ASK_SURE;
}

function askPrediction(exercise, response) {
  const { answer, confidence } = isMapping(response) ? response : {};
  const missing = askPredicted(exercise, answer);
  return missing || (isSure(confidence) ? "" : ASK_SURE);
}

function askPredicted({ options, unit }, answer) {
  if (options.length) return isPlace(answer, options.length) ? "" : CHOOSE_ONE;
  if (unit) return askNumber({ unit }, answer);
  return askWords({}, answer);
}

function askNumber({ unit }, response) {
  const { value, said } = readNumber(response, unit);
  return value === null ? said : "";
}

function askWords(_, text) {
  return typeof text === "string" && stripWhite(text) ? "" : NO_WORDS;
}

const MISSING = {
  choice: ({ options }, place) => (isPlace(place, options.length) ? "" : CHOOSE_ONE),
  several: ({ shown }, places) =>
    arePlaces(places, shown.length) && places.length
      ? ""
      : "Choose at least one of the answers first.",
  numeric: askNumber,
  order: askOrder,
  match: askPartners,
  verdict: askVerdict,
  reflection: askWords,
  prediction: askPrediction,
};
