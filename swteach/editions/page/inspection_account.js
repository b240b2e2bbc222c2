// What the rules make of one set of area grades, in words: as swteach/inspection_account.py.

class InspectionAccount {
  /** @param data grades, rules and words of the simulator's data */
  constructor({ grades, rules, words }) {
    Object.assign(this, { grades, rules, words });
  }

  /** The overall grade under every rule, by the rule's id; null until every area is graded. */
  decide(structure, profile) {
    const areas = structure.areas.filter((area) => area.counts);
    if (!areas.every((area) => Object.hasOwn(profile, area.id))) return null;
    const graded = areas.map((area) => profile[area.id]);
    return new Map(this.rules.map((rule) => [rule.id, applyRule(rule, this.grades, graded)]));
  }

  say(structure, profile) {
    const outcomes = this.decide(structure, profile);
    const areas = structure.areas.filter((area) => area.counts);
    if (!outcomes) return this.sayMissing(areas, profile);
    const graded = [...outcomes.values()].filter((grade) => grade !== null);
    const counts = countEach(areas.map((area) => profile[area.id]));
    const end = structure.overall ? "" : " This framework itself gives no overall grade.";
    const first = this.sayGrades(counts, areas.length);
    if (!graded.length) return `${first}. No rule here gives an overall grade.`;
    return `${first}, ${this.saySplit(counts, areas.length, graded)}.${end}`;
  }

  name(grade) {
    return this.grades.find((one) => one.id === grade)?.name ?? this.words.none;
  }

  lower(grade) {
    return this.name(grade).toLowerCase();
  }

  number(count) {
    return this.words.numbers[count] ?? `${count}`;
  }

  sayMissing(areas, profile) {
    const left = areas.filter((area) => !Object.hasOwn(profile, area.id)).map((area) => area.name);
    return `Choose a grade for each area that counts. Still to grade: ${left.join("; ")}.`;
  }

  sayGrades(counts, areas) {
    const [lead, most] = findMost(counts);
    if (counts.size === 1) return `All ${this.number(areas)} areas are ${this.lower(lead)}`;
    if (most * 2 > areas) {
      const many = raiseFirst(this.number(most));
      return `${many} of ${this.number(areas)} areas are ${this.lower(lead)}`;
    }
    const order = this.order(counts);
    const some = order.map((grade) => `${this.saySome(counts.get(grade))} ${this.lower(grade)}`);
    const noun = counts.get(order[0]) === 1 ? "area" : "areas";
    const [first, ...rest] = some;
    return raiseFirst(listWithAnd([first.replace(" ", ` ${noun} `), ...rest]));
  }

  saySome(count) {
    return `${this.number(count)} ${count === 1 ? "is" : "are"}`;
  }

  /** Say whether the rules agree, whether one area decides, or how they divide. */
  saySplit(counts, areas, graded) {
    const found = countEach(graded);
    if (found.size === 1) {
      const whole = this.lower(graded[0]);
      return `and every rule that gives an overall grade makes the whole ${whole}`;
    }
    const [lead] = findMost(counts);
    const odd = [...counts.keys()].find((grade) => grade !== lead);
    if (counts.size === 2 && counts.get(odd) === 1 && areas > 2 && found.has(odd))
      return this.sayOdd(odd, areas, found.get(odd), graded.length);
    const parts = this.order(found).map(
      (grade) => `${this.lower(grade)} under ${this.number(found.get(grade))}`,
    );
    return `and the rules disagree: the whole is ${listWithAnd(parts)}`;
  }

  sayOdd(odd, areas, deciding, rules) {
    const which = `the ${this.words.places[areas] ?? "other one"}`;
    const verb = deciding === 1 ? "lets" : "let";
    const some = `${this.number(deciding)} of ${this.number(rules)} rules ${verb} ${which} decide`;
    return `but ${some}: the whole is then ${this.lower(odd)}`;
  }

  /** The grades that were found, best first. */
  order(found) {
    return this.grades.map((grade) => grade.id).filter((id) => found.has(id));
  }
}

/** How often each stands there, in the order in which they first come. */
function countEach(things) {
  const counts = new Map();
  for (const one of things) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** What stands there most often, and how often; of several, the one that came first. */
function findMost(counts) {
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
}
