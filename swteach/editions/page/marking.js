// What is said to an answer of each type, as swteach/exercises/marking.py says it.

const ENOUGH = 0.5; // half of the words asked for is a reflection

/**
 * Return what to say to an answer. Of a sealed question this is only that the answer is noted:
 * `unseal` says later whether it is right.
 */
function mark(exercise, response) {
  const missing = MISSING[exercise.type](exercise, response);
  if (missing) return askAgain(missing);
  if (exercise.seal) return replyWith(REPLY.noted, UNTOLD, { sealed: true });
  const kept = exercise.show_answers === "never" && exercise.type !== "reflection";
  if (kept) return replyWith(REPLY.noted, NOTED_WORDS);
  return MARKERS[exercise.type](exercise, response);
}

function markChoice({ options }, place) {
  const { correct, feedback } = options[place];
  return replyWith(verdictOn(correct), feedback, { option: place });
}

function markSeveral({ shown, feedback }, places) {
  const states = shown.map(({ correct }, place) => nameState(correct, places.includes(place)));
  const count = (state) => states.filter((one) => one === state).length;
  const [right, missed, wrong] = ["right", "missed", "wrong"].map(count);
  const also = wrong ? `, and ${wrong} that ${wrong === 1 ? "is" : "are"} not` : "";
  const verdict = verdictOn(!missed && !wrong);
  const said = `You chose ${right} of the ${right + missed} right answers${also}.`;
  const options = shown.map((option, place) => ({
    place,
    state: states[place],
    feedback: option.feedback,
  }));
  return replyWith(verdict, `${said} ${chooseSaid(feedback, verdict)}`, { options });
}

function nameState(correct, chosen) {
  if (chosen) return correct ? "right" : "wrong";
  return correct ? "missed" : "rightly left";
}

function markNumeric(exercise, response) {
  const { value, said } = settleTyped(readNumber(response, exercise.unit), exercise);
  const right = isNear(value, exercise.answer, exercise.tolerance);
  const slip = right ? null : findSlip(value, exercise.slips);
  const text = slip ? slip.feedback : chooseSaid(exercise.feedback, verdictOn(right));
  return replyWith(verdictOn(right), addCaveats(joinSaid(said, text), exercise.caveats), { value });
}

/** The number meant: the other reading of its marks, where only that is right. */
function settleTyped({ value, other, said }, { answer, tolerance }) {
  if (!isNear(value, answer, tolerance) && isNear(other, answer, tolerance)) {
    return { value: other, said: `We read this as ${formatFigures(other, 10)}.` };
  }
  return { value: value || 0, said };
}

/** 2.3 + 0.05 is a hair above 2.35 in a computer, and not to a student. */
function isNear(value, target, margin) {
  if (value === null) return false;
  return Math.abs(value - target) <= margin + 1e-9 * Math.max(1, Math.abs(target));
}

function findSlip(value, slips) {
  const far = (slip) => Math.abs(value - slip.answer);
  const near = slips.filter((slip) => isNear(value, slip.answer, slip.margin));
  return near.reduce((best, slip) => (best && far(best) <= far(slip) ? best : slip), null);
}

function markOrder({ shown, mixed, notes, feedback }, places) {
  const wrong = [...places.keys()].filter((at) => mixed[places[at]] !== at);
  const [first, count] = [wrong[0] ?? null, places.length];
  // Notes hold dates, so only those of the items before the first wrong one are told.
  const told = notes.slice(0, first ?? count);
  const details = { in_place: count - wrong.length, first_wrong: first, notes: told };
  if (first === null) return replyWith(REPLY.right, feedback.correct, details);
  const said = `${details.in_place} of ${count} are in place. The first that is not:`;
  const text = `${said} ${shown[places[first]]}.`.replaceAll("..", ".");
  return replyWith(REPLY.notQuite, joinSaid(text, feedback.other), details);
}

function markMatch({ pairs, shown, feedback }, places) {
  const told = pairs.map(({ left, right, feedback: said }, at) => {
    const chosen = shown[places[at]];
    return { left, chosen, correct: chosen === right, feedback: said };
  });
  const right = told.filter(({ correct }) => correct).length;
  const verdict = verdictOn(right === told.length);
  const text = joinSaid(`${right} of ${told.length} fit.`, chooseSaid(feedback, verdict));
  return replyWith(verdict, text, { pairs: told });
}

function markVerdict({ options, evidence }, { answer, confidence }) {
  const { correct, feedback } = options.find(({ text }) => text === answer);
  return replyWith(verdictOn(correct), feedback, { answer, confidence, evidence });
}

function markReflection({ words: asked, private: apart }, text) {
  const words = splitWhite(text).length;
  const said = `${words} ${words === 1 ? "word" : "words"}; about ${asked} are asked for.`;
  const details = { words, asked, private: apart };
  if (words < ENOUGH * asked) return replyWith(REPLY.incomplete, `Not complete yet: ${said}`, details);
  return replyWith(REPLY.complete, `Complete: ${said} What you think is not marked.`, details);
}

function markPrediction({ options, unit, reveal, caveats, answer: value }, given) {
  const { answer: said, confidence } = given;
  const answer = !options.length && unit ? readNumber(said, unit).value : said;
  return replyWith(REPLY.noted, addCaveats(reveal, caveats), { answer, confidence, value });
}

function chooseSaid({ correct, other }, verdict) {
  return verdict === REPLY.right ? correct : other;
}

const MARKERS = {
  choice: markChoice,
  several: markSeveral,
  numeric: markNumeric,
  order: markOrder,
  match: markMatch,
  verdict: markVerdict,
  reflection: markReflection,
  prediction: markPrediction,
};
