/**
 * Days and stretches of days: the only arithmetic of dates here.
 *
 * A day is its ISO 8601 text, `2011-10-01`: such texts compare as the days do.
 */

/** The Convention was adopted on this day; nothing under it can be earlier. */
export const BEGINNING = "2008-05-30";

/**
 * A day known in part: `text` as a source gives it, `first` and `last` the days it can mean.
 * @typedef {{text: string, first: string, last: string}} Stretch
 */

const MS_PER_DAY = 86_400_000;
const moment = (day) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms) => new Date(ms).toISOString().slice(0, 10);
const padded = (number, width) => String(number).padStart(width, "0");
const written = (year, month, day) => `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;

/** @returns {number} the days from one day to a later one */
export const daysBetween = (from, to) => (moment(to) - moment(from)) / MS_PER_DAY;

/** A period in days leaves out the day it is counted from, and ends with its last one (G4). */
export const addDays = (day, days) => dayOf(moment(day) + days * MS_PER_DAY);

export const yearOf = (day) => Number(day.slice(0, 4));

const lengthOfMonth = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The same day so many months later, or earlier where `months` is negative (G2).
 * @param {"clamp" | "roll-over"} monthEnd what stands for a day that the month lacks (INT-0011)
 */
export function addMonths(day, months, monthEnd) {
  const [year, month, date] = day.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const length = lengthOfMonth(toYear, toMonth);
  if (date <= length) return written(toYear, toMonth, date);
  const last = written(toYear, toMonth, length);
  return monthEnd === "roll-over" ? addDays(last, 1) : last;
}

/** The first day of the month that lies so many months after the one of `day`. */
export const firstOfMonth = (day, months) => addMonths(`${day.slice(0, 7)}-01`, months, "clamp");

/** Whether a source says only "by that day". */
export const isBy = ({ text }) => text.startsWith("../");

/** @returns {Stretch} */
export function stretch(text) {
  if (isBy({ text })) {
    const { last } = stretch(text.slice(3));
    return { text, first: last < BEGINNING ? last : BEGINNING, last };
  }
  if (text.includes("/")) {
    const [from, to] = text.split("/");
    return { text, first: stretch(from).first, last: stretch(to).last };
  }
  const [year, month, day] = text.split("-").map(Number);
  if (day) return { text, first: text, last: text };
  if (month) {
    return { text, first: `${text}-01`, last: written(year, month, lengthOfMonth(year, month)) };
  }
  return { text, first: `${text}-01-01`, last: `${text}-12-31` };
}

/** Write a stretch as shortly as it can be: a day, a month, a year, or both ends. */
export function between(first, last) {
  const texts = [first, first.slice(0, 7), first.slice(0, 4), `${first}/${last}`];
  return texts.map(stretch).find((each) => each.first === first && each.last === last);
}

export const isDay = ({ first, last }) => first === last;

/** Move both ends; what happened "by" a day has no first one, so that what follows is "by" too. */
export function moved({ text, first, last }, move) {
  return isBy({ text }) ? stretch(`../${move(last)}`) : between(move(first), move(last));
}

/** Move both ends by whole months. */
export const shifted = (on, months, monthEnd) =>
  moved(on, (day) => addMonths(day, months, monthEnd));

/** Compare by the first of several texts in which two things differ. */
export function byTexts(textsOf) {
  return (one, other) => {
    const [a, b] = [textsOf(one), textsOf(other)];
    const at = a.findIndex((text, index) => text !== b[index]);
    return at < 0 ? 0 : a[at] < b[at] ? -1 : 1;
  };
}

/**
 * Events count in the order of the last day each can mean, then of the first, then of their kinds;
 * at last by what they say, of all types of munitions before what is said of one.
 */
export const inOrder = (one, other) => byPlace(one, other) || bySaying(one.fields, other.fields);

const byPlace = byTexts(({ on, kind }) => [
  on.last,
  on.first,
  kind,
  isBy(on) ? "by" : "since",
]);

/** Field by field, in the order of their names. */
function bySaying(one, other) {
  const names = Object.keys({ ...one, ...other }).filter((name) => !NOT_SAID.includes(name));
  const orders = names.sort().map((name) => compare(one[name], other[name]));
  return orders.find((order) => order !== 0) ?? 0;
}

const NOT_SAID = ["type", "occurred_on", "citations"];

/** What is absent first; numbers by size, texts as written, several values one after another. */
function compare(one, other) {
  if (one === undefined || other === undefined) return (one !== undefined) - (other !== undefined);
  if (Array.isArray(one) && Array.isArray(other)) {
    const shared = one.map((each, place) => compare(each, other[place]));
    return shared.find((order) => order !== 0) ?? Math.sign(one.length - other.length);
  }
  return (one > other) - (one < other);
}
