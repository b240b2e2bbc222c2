// How far two coders agree, beyond what chance would give: Cohen's kappa in figures and words.

/** Compare two coders' codes, in the same order; "" and null are missing, and are left out. */
function measureAgreement(first, second) {
  const every = first.map((code, place) => [code, second[place]]);
  const pairs = every.filter((pair) => pair.every(Boolean));
  const count = (place, code) => pairs.filter((pair) => pair[place] === code).length;
  const codes = [...new Set(pairs.map(([code]) => code))];
  return {
    count: pairs.length,
    leftOut: every.length - pairs.length,
    same: pairs.filter(([one, other]) => one === other).length,
    chance: codes.reduce((sum, code) => sum + count(0, code) * count(1, code), 0),
  };
}

/** Cohen's kappa, from -1 to 1; null where it is not defined. */
function findKappa({ count, same, chance }) {
  const room = count ** 2 - chance;
  return room ? (same * count - chance) / room : null;
}

function formatKappa(kappa) {
  return formatFixed(kappa, 2).replace("-0.00", "0.00").replaceAll("-", "−");
}

function formatPercent(percent) {
  return formatFixed(percent, 1, "").replace(/\.0$/, "");
}

/** An agreement in plain words and figures, with the sum that makes kappa. */
function sayAgreement(found, { none_left: noneLeft, one_code: oneCode }) {
  const { count, leftOut, same, chance } = found;
  if (!count) return noneLeft;
  const [share, expected] = [100 * (same / count), 100 * (chance / count ** 2)].map(formatPercent);
  const kappa = findKappa(found);
  const sum = `(${share} − ${expected}) ÷ (100 − ${expected})`;
  const words = [
    `the same code for ${same} of ${count} claims, ${share}%.`,
    `By chance: ${expected}%.`,
    kappa === null ? oneCode : `Kappa: ${sum} = ${formatKappa(kappa)}.`,
  ];
  const left = `Left out, for want of a code: ${leftOut} ${leftOut === 1 ? "claim" : "claims"}.`;
  return [...words, ...(leftOut ? [left] : [])].join(" ");
}
