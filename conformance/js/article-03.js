/** Article 3: storage and stockpile destruction. */
import { isOfOld } from "./binding.js";
import { stretch, yearOf } from "./calendar.js";
import { dutyForYear, firstYear, initialReport, reportOn } from "./article-07.js";
import { Deadline, extend } from "./extensions.js";

const YEARS = 8;
const ofNone = ({ munitions, submunitions }) =>
  (munitions ?? submunitions) === 0 && !munitions && !submunitions;

/** 3(1): separate and mark all that is held, as long as it is. */
export function* paragraph1(history, binding, state) {
  const { engaged, completion } = holdings(history, state);
  yield {
    slug: "3.1",
    provision: "3(1)",
    nature: "standing",
    engaged: completion ? "no" : engaged,
  };
}

/** 3(2): destroy all within eight years of entry into force; 3(3) to 3(5) for more time. */
export function* paragraph2(history, binding, state) {
  const { engaged, completion, foundAfter } = holdings(history, state);
  const fulfilment = completion;
  const duty = { slug: "3.2", provision: "3(2)", nature: "dated", engaged, fulfilment };
  if (binding.inForceOn === null) {
    yield duty;
    return;
  }
  const treaty = Deadline.yearsAfter(stretch(binding.inForceOn), YEARS, history.reading);
  const spentBy = history.reading.late_found === "new-request" ? foundAfter : null;
  const extended = extend(history, binding, state, treaty, { article: 3, spentBy });
  yield { ...duty, treatyDue: treaty.due.text, ...extended };
}

/**
 * What a state holds, by its last word. What only others say, and what is still being verified,
 * leaves it unknown. Stocks found certainly after completion open the duty again.
 */
function holdings(history, state) {
  const nothingSaid = { engaged: "unknown", completion: null, before: null, words: [] };
  const kinds = ["declared", "absence-declared", "unverified", "found", "destruction-completed"];
  const held = history
    .of(state, ...kinds.map((kind) => `stockpile-${kind}`))
    .reduce(heard, nothingSaid);
  return keptWhole(history, state, held) ? nothingLeft(held) : held;
}

/** What is held after one more word on it. */
function heard(held, event) {
  const { completion, before, foundAfter } = held;
  if (event.kind === "stockpile-destruction-completed") {
    return { engaged: "yes", completion: event, before: event, words: [] };
  }
  const certainlyAfter = completion && event.on.first > completion.on.last;
  // Otherwise what was found may be what was destroyed.
  if (completion && !(certainlyAfter && isSome(event))) return held;
  if (event.kind === "stockpile-found" && !isSome(event)) return held;
  if (event.kind === "stockpile-unverified") {
    return { ...held, engaged: "unknown", words: [] };
  }
  const words = heardOfTypes(held.words, event);
  if (!words.some(isSome)) {
    const known = words.some(({ fields }) => fields.munition_type === undefined);
    const nothing = { ...nothingLeft(held), words };
    return known || before ? nothing : { ...nothing, engaged: "unknown" }; // of the other types
  }
  const found = completion ? event : foundAfter;
  return { engaged: "yes", completion: null, before, foundAfter: found, words };
}

/** Where nothing is left to destroy, what was completed stays so. */
const nothingLeft = (held) => ({
  ...held,
  engaged: "no",
  completion: held.before,
  foundAfter: null,
});

/** Whether a word tells of stocks, be their number known or not. */
const isSome = ({ kind, fields }) =>
  (kind === "stockpile-found" || kind === "stockpile-declared") && !ofNone(fields);

/** The last word on each type; one without a type covers all. What was found comes on top. */
function heardOfTypes(words, event) {
  const { munition_type: type } = event.fields;
  if (event.kind === "stockpile-found") return [...words, event];
  const others = words.filter(({ fields }) => fields.munition_type !== type);
  return type === undefined ? [event] : [...others, event];
}

/** Whether all that is declared is kept for training, so that nothing is left to do (INT-0019). */
function keptWhole(history, state, { engaged, words }) {
  if (history.reading.wholly_retained !== "nothing-left" || engaged !== "yes") return false;
  const kept = retained(history, state);
  if (kept?.munitions === undefined || words.some(({ fields }) => isOtherType(kept, fields))) {
    return false;
  }
  const consumed = history.of(state, "retained-munitions-consumed").map(numberOf);
  const declared = sumOf(words.map(({ fields }) => fields.munitions));
  return declared > 0 && kept.munitions + sumOf(consumed) >= declared;
}

const isOtherType = ({ munition_type: one }, { munition_type: other }) =>
  one !== undefined && other !== undefined && one !== other;
const numberOf = ({ fields }) => fields.munitions ?? 0;
const sumOf = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** What a state retains by the last word on it, or null. */
function retained(history, state) {
  const last = history.of(state, "munitions-retained", "retention-ended").at(-1);
  return last?.kind === "munitions-retained" && !ofNone(last.fields) ? last.fields : null;
}

/** 3(6): keep no more than the minimum absolutely necessary, as long as any is kept. */
export function* paragraph6(history, binding, state) {
  if (retained(history, state)) yield { slug: "3.6", provision: "3(6)", nature: "standing" };
}

/** 3(8): report by 30 April on each year in which some were retained, acquired or transferred. */
export function* paragraph8(history, binding, state) {
  if (binding.inForceOn === null) return;
  for (const year of yearsToReport(history, binding, state)) {
    const fulfilment = retentionReport(history, binding, state, year);
    const duty = dutyForYear(history, binding, year, fulfilment);
    if (!duty.fallenAway) yield { ...duty, slug: `3.8/${year}`, provision: "3(8)" };
  }
}

/** The calendar year of entry into force counts; what was acquired or moved before it does not. */
function yearsToReport(history, { inForceOn }, state) {
  const years = history
    .of(state, "munitions-retained", "munitions-acquired", "munitions-transferred")
    .filter(({ fields }) => !ofNone(fields))
    .filter(({ kind, on }) => kind === "munitions-retained" || on.last >= inForceOn)
    .filter(({ on, fields }) => fields.year !== undefined || yearOf(on.first) === yearOf(on.last))
    .map(({ on, fields }) => fields.year ?? yearOf(on.last))
    .filter((year) => year >= yearOf(inForceOn));
  return [...new Set(years)].sort();
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
