/** Article 3: storage and stockpile destruction. */
import { isOfOld } from "./binding.js";
import { stretch, yearOf } from "./calendar.js";
import { dutyForYear, firstYear, initialReport, reportOn } from "./article-07.js";
import { Deadline, extend, foundTooLate } from "./extensions.js";
import { ground, groundIf } from "./grounds.js";

const YEARS = 8;
const ofNone = ({ munitions, submunitions }) =>
  (munitions ?? submunitions) === 0 && !munitions && !submunitions;

/** 3(1): separate and mark all that is held, as long as it is. */
export function* paragraph1(history, binding, state) {
  const { engaged, completion, grounds } = holdings(history, state);
  const still = completion ? "no" : engaged;
  yield { slug: "3.1", provision: "3(1)", nature: "standing", engaged: still, grounds };
}

/** 3(2): destroy all within eight years of entry into force; 3(3) to 3(5) for more time. */
export function* paragraph2(history, binding, state) {
  const { engaged, completion, since, grounds } = holdings(history, state);
  const fulfilment = completion;
  const duty = { slug: "3.2", provision: "3(2)", nature: "dated", engaged, fulfilment };
  if (binding.inForceOn === null) {
    yield duty;
    return;
  }
  const treaty = Deadline.yearsAfter(stretch(binding.inForceOn), YEARS, history.reading);
  const spentBy = (history.reading.late_found === "new-request" && since[0]) || null;
  const extended = extend(history, binding, state, treaty, { article: 3, spentBy });
  const late = foundTooLate("3(2)", since[0], extended.running);
  yield {
    ...duty,
    treatyDue: treaty.due.text,
    ...extended,
    grounds: [ground("3(2)"), ...extended.grounds, ...grounds, ...late],
  };
}

/**
 * What a state holds, by its last word. What only others say, and what is still being verified,
 * leaves it unknown. Stocks found certainly after completion open the duty again.
 */
function holdings(history, state) {
  const kinds = ["declared", "absence-declared", "unverified", "found", "destruction-completed"];
  const held = history
    .of(state, ...kinds.map((kind) => `stockpile-${kind}`))
    .reduce(heard, NOTHING_SAID);
  const grounds = holdingsGrounds(history, state, held);
  const kept = keptWhole(history, state, held);
  if (!kept) return { ...held, grounds };
  const left = nothingLeft(held);
  if (left.completion) return { ...left, grounds: [ground("3(2)", left.completion)] };
  return { ...left, grounds: [...grounds, ground("3(6)", ...kept)] };
}

/** `since`: what tells of stocks after the completion `before`; `words`: the last on each type. */
const NOTHING_SAID = { engaged: "unknown", completion: null, before: null, since: [], words: [] };

/** What is held after one more word on it. */
function heard(held, event) {
  const { completion, before } = held;
  if (event.kind === "stockpile-destruction-completed") {
    return { ...NOTHING_SAID, engaged: "yes", completion: event, before: event };
  }
  // What does not certainly come after completion may be of what was destroyed.
  if (before && !isNone(event) && event.on.first <= before.on.last) return held;
  if (completion && !isSome(event)) return held;
  if (event.kind === "stockpile-found" && !isSome(event)) return held;
  const words = heardOfTypes(held.words, event);
  const since = isSome(event) ? [...held.since, event] : held.since.filter(isNotDeniedBy(event));
  if (before && since.length === 0) return { ...nothingLeft(held), words };
  return { engaged: toldBy(words), completion: null, before, since: before ? since : [], words };
}

/** What the last words make of it: none of some types leaves the others unknown. */
function toldBy(words) {
  if (words.some(isSome)) return "yes";
  const ofAll = words.some((word) => isNone(word) && word.fields.munition_type === undefined);
  return ofAll && words.every(isNone) ? "no" : "unknown";
}

/** Where nothing is left to destroy, what was completed stays so. */
const nothingLeft = (held) => ({
  ...NOTHING_SAID,
  engaged: "no",
  completion: held.before,
  before: held.before,
  words: held.words,
});

/** Which words say what is held: those that tell of some, or all that tell of none. */
function holdingsGrounds(history, state, held) {
  const { engaged, completion, before, since, words } = held;
  if (completion) return [ground("3(2)", completion)];
  const open = engaged === "unknown" ? words.filter(isOpen) : [];
  const verifies = open.map((word) => ground("3(2)", word));
  if (since.length > 0) return [ground("3(2)", before), ground("7(1)(g)", ...since), ...verifies];
  if (verifies.length > 0) return verifies;
  const others = history.of(state, "stockpile-reported-by-others").slice(-1);
  if (words.length === 0) return [ground("3(2)", ...others)];
  return [ground("3(2)", ...words.filter((word) => engaged !== "yes" || isSome(word)))];
}

/** A word of none of one type says nothing of the others; to verify still denies nothing. */
const isNotDeniedBy = (word) => (find) =>
  !isNone(word) ||
  (word.fields.munition_type !== undefined &&
    word.fields.munition_type !== find.fields.munition_type);

/** Whether a word tells of stocks, be their number known or not. */
const isSome = ({ kind, fields }) =>
  (kind === "stockpile-found" || kind === "stockpile-declared") && !ofNone(fields);

/** Whether it says that the state verifies still whether it holds any. */
const isOpen = ({ kind }) => kind === "stockpile-unverified";

const isNone = (event) => !isSome(event) && !isOpen(event);

/** The last word on each type; one without a type covers all. What was found comes on top. */
function heardOfTypes(words, event) {
  if (event.kind === "stockpile-found") return [...words, event];
  return lastOfTypes(words, event);
}

function lastOfTypes(words, event) {
  const { munition_type: type } = event.fields;
  const others = words.filter(({ fields }) => fields.munition_type !== type);
  return type === undefined ? [event] : [...others, event];
}

/**
 * Where all that is declared and found was once kept for training, and what is left of it is kept
 * still, nothing is left to do (INT-0019).
 * @returns {object[] | null} what says that it was, and that it is
 */
function keptWhole(history, state, { engaged, words }) {
  if (history.reading.wholly_retained !== "nothing-left" || engaged !== "yes") return null;
  const stages = retention(history, state);
  const whole = stages.findLast((kept) => covers(kept, words.filter(isSome)));
  const still = stages.at(-1) ?? [];
  return whole && still.length > 0 ? [...new Set([...whole, ...still])] : null;
}

/** Whether as many are kept, of each type that both name; those of no named type may be of any. */
function covers(kept, words) {
  const has = (type) => sumOf(kept.filter(isOf(type)).map(({ fields }) => fields.munitions ?? 0));
  const needs = (type) => sumOf(words.filter(isOf(type)).map(({ fields }) => fields.munitions));
  const types = new Set([...kept, ...words].map(({ fields }) => fields.munition_type));
  types.delete(undefined);
  const spare = [...types].map((type) => has(type) - needs(type));
  const short = sumOf(spare.filter((number) => !(number >= 0)));
  const more = sumOf(spare.filter((number) => number > 0));
  return has(undefined) + short >= Math.max(0, needs(undefined) - more);
}

const isOf = (type) => (word) => word.fields.munition_type === type;
const sumOf = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * What a state retained by one word after another, since it last retained none: the last word of
 * each type that tells of some.
 */
function retention(history, state) {
  let stages = [];
  for (const event of history.of(state, "munitions-retained", "retention-ended")) {
    const kept = lastOfTypes(stages.at(-1) ?? [], event).filter(({ fields }) => !ofNone(fields));
    const none = event.kind === "retention-ended" || kept.length === 0;
    stages = none ? [] : [...stages, kept];
  }
  return stages;
}

/** 3(6): keep no more than the minimum absolutely necessary, as long as any is kept. */
export function* paragraph6(history, binding, state) {
  const kept = retention(history, state).at(-1) ?? [];
  const grounds = [ground("3(6)", ...kept)];
  if (kept.length > 0) yield { slug: "3.6", provision: "3(6)", nature: "standing", grounds };
}

/** 3(8): report by 30 April on each year in which some were retained, acquired or transferred. */
export function* paragraph8(history, binding, state) {
  if (binding.inForceOn === null) return;
  for (const [year, events] of yearsToReport(history, binding, state)) {
    const fulfilment = retentionReport(history, binding, state, year);
    const duty = dutyForYear(history, binding, year, fulfilment);
    if (duty.fallenAway) continue;
    const grounds = [ground("3(8)"), ground("3(8)", ...events), ...groundIf("3(8)", fulfilment)];
    yield { ...duty, slug: `3.8/${year}`, provision: "3(8)", grounds };
  }
}

/** The calendar year of entry into force counts; what was acquired or moved before it does not. */
function yearsToReport(history, { inForceOn }, state) {
  const years = new Map();
  const acts = history
    .of(state, "munitions-retained", "munitions-acquired", "munitions-transferred")
    .filter(({ fields }) => !ofNone(fields))
    .filter(({ kind, on }) => kind === "munitions-retained" || on.last >= inForceOn)
    .filter(({ on, fields }) => fields.year !== undefined || yearOf(on.first) === yearOf(on.last));
  for (const event of acts) {
    const year = event.fields.year ?? yearOf(event.on.last);
    if (year >= yearOf(inForceOn)) years.set(year, [...(years.get(year) ?? []), event]);
  }
  return years;
}

/**
 * The first report on a year's retention. The annual one serves as that too (INT-0018), and so
 * does the initial one for a year before the first that an annual one covers.
 */
function retentionReport(history, binding, state, year) {
  const own = history
    .of(state, "retention-report-submitted")
    .filter((report) => !isOfOld(binding, report) && report.fields.year_covered === year);
  if (history.reading.retention_report === "separate") return history.first(own);
  const first = firstYear(history, binding, state);
  const before = first !== null && year < first;
  const initial = before ? initialReport(history, binding, state) : null;
  const annual = reportOn(history, binding, state, year);
  return history.first([...own, initial, annual].filter((report) => report !== null));
}
