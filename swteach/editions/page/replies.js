// What is said to an answer: its verdict, its words, and more for the page to lay out.

const REPLY = Object.freeze({
  right: "right",
  notQuite: "not quite",
  noted: "noted",
  complete: "complete",
  incomplete: "incomplete",
  noAnswer: "no answer",
  shown: "shown",
});
const TUTOR_WORDS = "Your tutor will go through this question with you.";
const NOTED_WORDS = `Your answer is noted. ${TUTOR_WORDS}`;

function replyWith(verdict, text, details = {}) {
  return { verdict, text, details };
}

/** Whether this was an attempt, to be kept in the journal. */
function isAttempt({ verdict }) {
  return verdict !== REPLY.noAnswer && verdict !== REPLY.shown;
}

function askAgain(text) {
  return replyWith(REPLY.noAnswer, text);
}

function verdictOn(right) {
  return right ? REPLY.right : REPLY.notQuite;
}

/** Sentences after one another, without what is empty. */
function joinSaid(...texts) {
  return texts.filter(Boolean).join(" ");
}

function addCaveats(text, caveats) {
  return joinSaid(text, ...caveats.map((one) => `A caution about the figures: ${one}`));
}
