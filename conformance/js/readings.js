/** The named choices that these Articles know, as practice makes them: docs/interpretations. */
export const PRACTICE = Object.freeze({
  deadline_style: "anniversary", // INT-0001
  first_annual_report: "year-after-initial-due", // INT-0002
  nine_months: "warn", // INT-0003
  pending_request: "overdue", // INT-0004
  late_found: "original-clock", // INT-0006
  after_withdrawal: "nothing-new", // INT-0007
  extension_date: "stated", // INT-0008
  entry_into_force_day: "computed", // INT-0009
  extension_effect: "from-decision", // INT-0010
  month_end: "clamp", // INT-0011
  partial_dates: "last-day", // INT-0012
  unstated_year: "year-before", // INT-0013
  early_initial_report: "counts", // INT-0014
  prior_annual_reports: "absorbed", // INT-0015
  sixth_month: "month-of-deposit", // INT-0016
  retention_report: "with-annual", // INT-0018
  wholly_retained: "nothing-left", // INT-0019
});

/** The other end from which a day known in part can be counted. */
export const counterpart = (reading) => ({
  ...reading,
  partial_dates: reading.partial_dates === "last-day" ? "first-day" : "last-day",
});
