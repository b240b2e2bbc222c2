// What a post costs by two routes, with the whole working in words: as swteach/agency_cost.py.

/** A number with its unit's sign: £34.50, 1,800, 30%, 7.4. */
function showNumber(value, unit) {
  const number = formatFixed(Math.abs(value), countPlacesShown(value, unit));
  const sign = Number(number.replaceAll(",", "")) && value < 0 ? "−" : "";
  if (unit.startsWith("pound")) return `${sign}£${number}`;
  return unit.startsWith("percent") ? `${sign}${number}%` : sign + number;
}

function countPlacesShown(value, unit) {
  if (unit.startsWith("pound")) return Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 2;
  return formatFixed(value, 2, "").replace(/0+$/, "").split(".")[1]?.length ?? 0;
}

/** A number of months in words. */
function countMonths(months) {
  return `${showNumber(months, "months")} ${months === 1 ? "month" : "months"}`;
}

class AgencySums {
  /** @param data inputs and outputs of the calculator's data */
  constructor({ inputs, outputs }) {
    Object.assign(this, { inputs, outputs });
    const units = [...inputs, ...outputs].map(({ id, unit }) => [id, unit]);
    this.units = Object.fromEntries(units);
  }

  /** Read one box: its number or an error, and what to say about how it was read. */
  read({ minimum, maximum, unit }, text) {
    const { value, said } = readNumber(text, unit);
    if (value === null) return { value, error: said, said: "" };
    if (minimum <= value && value <= maximum) return { value, error: "", said };
    const [low, high, you] = [minimum, maximum, value].map((one) => showNumber(one, unit));
    const error = `You typed ${you}. Type a number from ${low} to ${high}.`;
    return { value: null, error, said: "" };
  }

  /** Every result by its id; null where there is none. */
  workOut(values) {
    const known = { ...values };
    const results = {};
    for (const output of this.outputs) {
      const found = this.workOutOne(output, known);
      results[output.id] = found;
      if (found !== null) known[output.id] = found;
    }
    return results;
  }

  workOutOne({ names, tree, none_when: noneWhen }, known) {
    if (names.some((name) => !Object.hasOwn(known, name))) return null;
    try {
      const found = workOutFormula(tree, known);
      // Nothing divided by a loss is minus nothing: it never comes about either.
      return noneWhen && isMinus(found) ? null : found;
    } catch (error) {
      if (error instanceof DividedByNothing) return null;
      throw error;
    }
  }

  showResult({ unit, none_when: noneWhen }, value) {
    if (value === null) return noneWhen || "This cannot be worked out with these numbers.";
    if (unit === "months") return countMonths(roundTo(value, 1));
    return showNumber(unit === "pounds" ? roundTo(value) : value, unit);
  }

  /** The two routes, their difference and the months of stay, in sentences. */
  say(values, results) {
    const { agency_year: agency, permanent_year: permanent } = results;
    if (agency === null || permanent === null)
      return "With these numbers the two routes cannot be compared.";
    const [one, other] = [agency, permanent].map((cost) => showNumber(roundTo(cost), "pounds"));
    const first = `For a year in post, the agency route costs ${one} and the permanent ${other}`;
    const stay = this.sayStay(values.months_of_stay, results.break_even_months);
    return `${first}: ${this.sayDifference(agency - permanent)} ${stay}`;
  }

  sayDifference(difference) {
    const whole = roundTo(difference);
    if (!whole) return "the same.";
    const which = difference > 0 ? "agency" : "permanent";
    return `the ${which} route costs ${showNumber(Math.abs(whole), "pounds")} more.`;
  }

  sayStay(stay, months) {
    if (months === null) return "So the permanent hire never earns back its cost at the start.";
    const turn = "A permanent hire costs less once the person has stayed";
    const end =
      stay > months
        ? "the permanent hire has cost less in the end"
        : "it has not yet cost less when the person leaves";
    return `${turn} ${countMonths(roundTo(months, 1))}. With a stay of ${countMonths(stay)}, ${end}.`;
  }

  /** Each step of the sum: in names, in numbers, and what comes of it. */
  print(values, results) {
    const numbers = Object.entries({ ...values, ...results }).filter(([, one]) => one !== null);
    const words = Object.fromEntries(numbers.map(([id, one]) => [id, showNumber(one, this.units[id])]));
    return this.outputs.map((output) => this.printStep(output, results[output.id], words));
  }

  printStep(output, result, words) {
    const { label, names, parts, note } = output;
    const called = Object.fromEntries(names.map((name) => [name, name.replaceAll("_", " ")]));
    const bare = Object.entries(words).map(([name, word]) => [name, word.replace(/^%+|%+$/g, "")]);
    const there = names.every((name) => Object.hasOwn(words, name));
    return {
      label,
      formula: fillFormula(parts, called),
      sum: there ? fillFormula(parts, Object.fromEntries(bare)) : "",
      result: this.showResult(output, result),
      note,
    };
  }
}
