// The arithmetic of the inspection simulator's rules: a sum over points, and what limits it.
// Grades are given by their places, the best at 0.

/** What a formula may use, for one set of area grades. */
function measureGrades(grades, places) {
  const points = [...places].sort((one, other) => one - other).map((place) => grades[place].points);
  const counts = grades.map((_, place) => countPlaces(places, place));
  const total = points.reduce((sum, one) => sum + one, 0);
  return {
    lowest: points.at(-1),
    highest: points[0],
    middle: points[Math.floor(points.length / 2)],
    average: total / points.length,
    most_common: grades[counts.lastIndexOf(Math.max(...counts))].points,
    total,
    areas: points.length,
    ...Object.fromEntries(grades.map(({ id }, place) => [`count_${id}`, counts[place]])),
  };
}

function countPlaces(places, wanted) {
  return places.filter((place) => place === wanted).length;
}

/** The id of the overall grade that a rule makes of area grades; null where it gives none. */
function applyRule({ tree, limits }, grades, profile) {
  if (tree === null) return null;
  const at = (id) => grades.findIndex((grade) => grade.id === id);
  const places = profile.map(at);
  const points = workOutFormula(tree, measureGrades(grades, places));
  // Rounded, for 0.1 added up ten times must not decide between two grades.
  const gaps = grades.map((grade) => roundTo(Math.abs(grade.points - points), 9));
  const reached = limits.filter((one) => countPlaces(places, at(one.grade)) >= one.at_least);
  const nearest = gaps.lastIndexOf(Math.min(...gaps)); // halfway between two, the weaker one
  return grades[Math.max(nearest, ...reached.map((one) => at(one.no_better_than)))].id;
}
