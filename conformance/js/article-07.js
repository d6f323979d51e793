/** Article 7: transparency reports. */
import { isOfBefore, isOfOld } from "./binding.js";
import { addDays, stretch, yearOf } from "./calendar.js";
import { ground, groundIf } from "./grounds.js";

const DAYS = 180;

/** 7(1): 180 days after entry into force, that day left out. */
export const paragraph1Due = (inForceOn) => addDays(inForceOn, DAYS);

/** 7(2) and 3(8): 30 April of the year after the one reported on. */
export const thirtiethApril = (year) => `${year + 1}-04-30`;

/** 7(1): the initial report. */
export function* paragraph1(history, binding, state) {
  const duty = { slug: "7.1", provision: "7(1)", nature: "dated" };
  if (binding.inForceOn === null) {
    yield duty;
    return;
  }
  const due = paragraph1Due(binding.inForceOn);
  const fulfilment = initialReport(history, binding, state);
  yield {
    ...duty,
    treatyDue: due,
    due: stretch(due),
    fulfilment,
    grounds: [ground("7(1)"), ...groundIf("7(1)", fulfilment)],
  };
}

/** The first initial report since the consent; whether one before entry into force, INT-0014. */
export function initialReport(history, binding, state) {
  const early = history.reading.early_initial_report === "counts";
  const counts = (report) =>
    early ? !isOfBefore(binding, report) : report.on.last >= binding.inForceOn;
  const reports = history.of(state, "initial-report-submitted");
  return (binding.inForceOn !== null && reports.find(counts)) || null;
}

/** 7(2): a report by each 30 April, from the first that INT-0002 finds to the next one to come. */
export function* paragraph2(history, binding, state) {
  const first = firstYear(history, binding, state);
  if (first === null) return;
  for (let year = first; ; year += 1) {
    const fulfilment = reportOn(history, binding, state, year);
    const duty = dutyForYear(history, binding, year, fulfilment);
    const grounds = [
      ground("7(2)"),
      ground("7(2)", ...toldFirstYear(history, binding, state)),
      ...groundIf("7(2)", fulfilment?.kind === "initial-report-submitted" ? fulfilment : null),
      ...groundIf("7(2)", fulfilment),
    ];
    yield { ...duty, slug: `7.2/${year}`, provision: "7(2)", grounds };
    if (fallsAway(history, binding, year) || thirtiethApril(year) >= history.until) return;
  }
}

/** Whether a state left before a report fell due, or before its year began (INT-0007). */
function fallsAway({ reading }, { ceasedOn }, year) {
  const by = reading.after_withdrawal === "years-begun" ? `${year}-01-01` : thirtiethApril(year);
  return ceasedOn !== null && by >= ceasedOn;
}

/** One duty of a 30 April: it falls away where the state leaves before (INT-0007). */
export function dutyForYear(history, binding, year, fulfilment) {
  const due = thirtiethApril(year);
  const fallenAway = !fulfilment && fallsAway(history, binding, year);
  if (fallenAway) return { nature: "dated", fallenAway };
  return { nature: "dated", treatyDue: due, due: stretch(due), fulfilment, survives: true };
}

/** The first calendar year to report on (INT-0002). */
export function firstYear(history, binding, state) {
  const { first_annual_report: chosen } = history.reading;
  if (binding.inForceOn === null) return null;
  if (chosen === "first-30-april") {
    const year = yearOf(binding.inForceOn);
    return binding.inForceOn <= `${year}-04-30` ? year - 1 : year;
  }
  if (chosen === "year-after-initial-submitted") {
    const initial = initialReport(history, binding, state);
    return initial && yearOf(history.counted(initial.on));
  }
  return yearOf(paragraph1Due(binding.inForceOn));
}

/** The report by whose day the first year is told, where it is. */
function toldFirstYear(history, binding, state) {
  const told = history.reading.first_annual_report === "year-after-initial-submitted";
  return told ? [initialReport(history, binding, state)] : [];
}

/**
 * What fulfils the duty for a year: the first report on it, or an initial report that certainly
 * came after its 30 April, and tells everything since entry into force (INT-0015).
 */
export function reportOn(history, binding, state, year) {
  const initial = initialReport(history, binding, state);
  const own = annualReports(history, binding, state, year)[0];
  const absorbs =
    initial &&
    history.reading.prior_annual_reports === "absorbed" &&
    initial.on.first > thirtiethApril(year);
  if (!absorbs) return own ?? null;
  return own && own.on.last <= initial.on.last ? own : initial;
}

/** The annual reports on a year, in their order. */
function annualReports(history, binding, state, year) {
  return history
    .of(state, "annual-report-submitted")
    .filter((report) => !isOfOld(binding, report))
    .filter((report) => yearCovered(history, report) === year);
}

/** The year that a report says it covers; where it says none, the year before (INT-0013). */
function yearCovered({ reading }, { on, fields }) {
  if (fields.year_covered !== undefined) return fields.year_covered;
  if (reading.unstated_year === "none") return null;
  const year = yearOf(on.first);
  return year === yearOf(on.last) ? year - 1 : null;
}
