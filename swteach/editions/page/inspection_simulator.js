// The inspection simulator's answers: as swteach/widgets/inspection_simulator.py gives them.

TOOLS.inspection_simulator = class {
  constructor({ data }, journal) {
    Object.assign(this, { data, journal, account: new InspectionAccount(data) });
    this.structure = data.structures[0].id;
    this.grades = {};
    const kept = bringBack(journal, data.kind, data.id);
    this.takeIn(kept.framework, kept.grades);
  }

  /** Take in the framework and the grades, keep them, and return what the rules say. */
  respond(content) {
    const [framework, grades] = [this.structure, this.grades];
    this.takeIn(content.structure, content.grades);
    const structure = this.find(this.structure);
    const outcomes = this.account.decide(structure, this.grades);
    const say = (id) => (outcomes ? this.account.name(outcomes.get(id)) : this.data.words.not_yet);
    const view = {
      structure: this.structure,
      grades: { ...this.grades },
      sentence: this.account.say(structure, this.grades),
      outcomes: Object.fromEntries(this.data.rules.map(({ id }) => [id, say(id)])),
    };
    if (framework === this.structure && areSame(grades, this.grades)) return view;
    return { ...view, trouble: this.keep(view.sentence) };
  }

  find(id) {
    return this.data.structures.find((one) => one.id === id);
  }

  takeIn(structure, grades) {
    if (this.find(structure)) this.structure = structure;
    if (!isMapping(grades)) return;
    const areas = new Set(this.data.structures.flatMap((one) => one.areas.map(({ id }) => id)));
    const known = new Set(this.data.grades.map(({ id }) => id));
    const kept = Object.entries(grades).filter(([area, one]) => areas.has(area) && known.has(one));
    this.grades = Object.fromEntries(kept);
  }

  keep(result) {
    const { kind, id, prompt } = this.data;
    const value = { framework: this.structure, grades: { ...this.grades }, result };
    return keepValue(this.journal, { kind, id, value, prompt });
  }
};
