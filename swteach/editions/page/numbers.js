// Numbers as Python writes and rounds them: exactly, and a half goes to the even neighbour.
// The browser's own toFixed and toLocaleString send a half upwards.

/** A number without its sign as a fraction of two whole numbers, exactly. */
function asFraction(value) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const part = bits & ((1n << 52n) - 1n);
  const top = exponent ? part | (1n << 52n) : part;
  const power = BigInt((exponent || 1) - 1075);
  return power < 0n ? [top, 1n << -power] : [top << power, 1n];
}

/** A number without its sign times ten to the power of `places`, as the nearest whole number. */
function scaleExactly(value, places) {
  const [top, bottom] = asFraction(value);
  const [by, under] = places < 0 ? [1n, 10n ** BigInt(-places)] : [10n ** BigInt(places), 1n];
  const [share, all] = [top * by, bottom * under];
  const [whole, twice] = [share / all, 2n * (share % all)];
  return twice > all || (twice === all && whole % 2n) ? whole + 1n : whole;
}

function isMinus(value) {
  return value < 0 || Object.is(value, -0);
}

function markThousands(whole, mark) {
  return whole.replace(/\B(?=(\d{3})+$)/g, mark);
}

function cutNoughts(text) {
  return text.includes(".") ? text.replace(/\.?0*$/, "") : text;
}

/** Python's f"{value:,.{places}f}"; without the marks of thousands where `mark` is "". */
function formatFixed(value, places, mark = ",") {
  if (!Number.isFinite(value)) return `${value}`.replace("Infinity", "inf").toLowerCase();
  const digits = `${scaleExactly(value, places)}`.padStart(places + 1, "0");
  const cut = digits.length - places;
  const whole = (isMinus(value) ? "-" : "") + markThousands(digits.slice(0, cut), mark);
  return places ? `${whole}.${digits.slice(cut)}` : whole;
}

/** Python's f"{value:,.{figures}g}": so many figures at most, and no noughts at the end. */
function formatFigures(value, figures, mark = ",") {
  if (!Number.isFinite(value) || !value) return formatFixed(value, 0);
  let power = Number(value.toExponential().split("e")[1]);
  if (`${scaleExactly(value, figures - 1 - power)}`.length > figures) power += 1;
  const places = figures - 1 - power;
  if (power >= -4 && places >= 0) return cutNoughts(formatFixed(value, places, mark));
  const [first, ...rest] = `${scaleExactly(value, places)}`;
  const shown = cutNoughts(`${isMinus(value) ? "-" : ""}${first}.${rest.join("")}`);
  return `${shown}e${power < 0 ? "-" : "+"}${`${Math.abs(power)}`.padStart(2, "0")}`;
}

/** Python's f"{share:.0%}". */
function formatShare(share) {
  return `${formatFixed(share * 100, 0, "")}%`;
}

/** Python's round(value, places). */
function roundTo(value, places = 0) {
  return Number.isFinite(value) ? Number(formatFixed(value, places, "")) : value;
}
