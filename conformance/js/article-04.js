/** Article 4: clearance of remnants, and risk reduction education. */
import { bind } from "./binding.js";
import { between, stretch } from "./calendar.js";
import { Deadline, extend } from "./extensions.js";
import { nextSitting } from "./meetings.js";

const YEARS = 10;
/** Areas may be known or only suspected (2(11)): it takes both to be none, or their number. */
const ofNone = ({ areas, confirmed_m2: confirmed, suspected_m2: suspected }) =>
  !confirmed && !suspected && (areas === 0 || (confirmed === 0 && suspected === 0));

/** What leaves one of both open says neither that there are some nor that there are none. */
const isOpen = ({ kind, fields }) => {
  const given = [fields.areas, fields.confirmed_m2, fields.suspected_m2].filter(
    (number) => number !== undefined,
  );
  const saysZero = given.length > 0 && given.every((number) => number === 0);
  return kind !== "clearance-completed" && saysZero && !ofNone(fields);
};

/** 4(1)(a): what was there at entry into force is to be cleared within ten years of it. */
export function* paragraph1a(history, binding, state) {
  const { engaged, completion, foundAfter } = contamination(history, state);
  const duty = { slug: "4.1a", provision: "4(1)(a)", nature: "dated", engaged };
  if (binding.inForceOn === null) {
    yield { ...duty, fulfilment: completion };
    return;
  }
  const treaty = Deadline.yearsAfter(stretch(binding.inForceOn), YEARS, history.reading);
  const spentBy = history.reading.late_found === "new-request" ? foundAfter : null;
  const extended = extend(history, binding, state, treaty, { article: 4, spentBy });
  yield { ...duty, treatyDue: treaty.due.text, ...extended, fulfilment: completion };
}

/**
 * What was contaminated at entry into force, whether or not it was known then. What only others
 * say leaves it unknown. An event that names a conflict says nothing about it: that is 4(1)(b).
 */
function contamination(history, state) {
  let known = { engaged: "unknown", completion: null, foundAfter: null, before: null };
  const kinds = ["declared", "absence-declared", "found"].map((kind) => `contamination-${kind}`);
  for (const event of history.of(state, ...kinds, "clearance-completed")) {
    if (event.fields.conflict !== undefined) continue;
    if (isOpen(event)) continue;
    if (event.kind === "contamination-found" && ofNone(event.fields)) continue;
    const { completion } = known;
    const some = event.kind !== "contamination-absence-declared" && !ofNone(event.fields);
    if (event.kind === "clearance-completed") {
      known = { engaged: "yes", completion: event, foundAfter: null, before: event };
    } else if (completion && !(some && event.on.first > completion.on.last)) {
      continue; // perhaps it is what was cleared
    } else if (some) {
      const foundAfter = completion ? event : known.foundAfter;
      known = { ...known, engaged: "yes", completion: null, foundAfter };
    } else {
      const { before } = known; // what was completed stays so
      known = { engaged: "no", completion: before, foundAfter: null, before };
    }
  }
  return known;
}

/** 4(1)(b): new remnants, within ten years of the end of the hostilities that left them. */
export function* paragraph1b(history, binding, state) {
  if (binding.inForceOn === null) return;
  for (const [conflict, events] of conflicts(history, state)) {
    const end = events.find(({ kind }) => kind === "hostilities-ended");
    if (!end || end.on.last < binding.inForceOn) continue; // while they go on no clock runs
    const duty = { slug: `4.1b/${conflict}`, provision: "4(1)(b)", nature: "dated" };
    const fulfilment = cleared(events, end);
    const treaty = Deadline.yearsAfter(end.on, YEARS, history.reading);
    const extended = extend(history, binding, state, treaty, { article: 4, conflict });
    yield { ...duty, treatyDue: history.counted(treaty.due), ...extended, fulfilment };
  }
}

/** What is on record of each conflict by its name. */
function conflicts(history, state) {
  const found = new Map();
  const kinds = ["contamination-declared", "contamination-found", "clearance-completed"];
  for (const event of history.of(state, ...kinds, "hostilities-ended")) {
    const { conflict } = event.fields;
    if (conflict !== undefined) found.set(conflict, [...(found.get(conflict) ?? []), event]);
  }
  return found;
}

/** The completion, not before the hostilities ended, that nothing found since opened again. */
function cleared(events, end) {
  const completion = events
    .filter(({ kind, on }) => kind === "clearance-completed" && !(end && on.last < end.on.first))
    .at(-1);
  const reopened = events.some(
    (event) =>
      event.kind.startsWith("contamination-") &&
      !isOpen(event) &&
      !ofNone(event.fields) &&
      event.on.first > completion?.on.last,
  );
  return completion && !reopened ? completion : null;
}

/** 4(1)(c): declare fulfilment of 4(1)(a), or of 4(1)(b), to the next meeting that decides. */
export function* paragraph1c(history, binding, state) {
  const fulfilled = [["4.1c", undefined, contamination(history, state).completion]];
  for (const { slug, fulfilment } of paragraph1b(history, binding, state)) {
    const conflict = slug.slice("4.1b/".length);
    fulfilled.push([`4.1c/${conflict}`, conflict, fulfilment]);
  }
  for (const [slug, conflict, completion] of fulfilled) {
    if (!completion || binding.inForceOn === null) continue;
    if (completion.on.last < binding.inForceOn) continue;
    yield { slug, ...declaration(history, state, conflict, completion) };
  }
}

function declaration(history, state, conflict, completion) {
  const [earliest, latest] = [completion.on.first, completion.on.last].map((day) =>
    nextSitting(history, day),
  );
  const due = latest ? between(earliest.opensOn, latest.opensOn) : null;
  const fulfilment = history
    .of(state, "compliance-declared")
    .filter(({ fields }) => fields.article === 4 && fields.conflict === conflict)
    .find(({ on }) => on.last >= completion.on.first);
  return {
    provision: "4(1)(c)",
    nature: "dated",
    treatyDue: due && history.counted(due),
    due,
    fulfilment: fulfilment ?? null,
    inTime: fulfilment && latest && madeThere(fulfilment, latest),
  };
}

/** What is declared while the meeting sits, or between two parts of it, is made there. */
const madeThere = ({ on, fields }, { meeting }) =>
  fields.meeting === meeting.name || on.last <= meeting.sittings.at(-1).closesOn;

/** 4(2): survey, mark, protect and teach, as long as any area is to be cleared. */
export function* paragraph2(history, binding, state) {
  const { engaged, completion } = contamination(history, state);
  const first = completion ? "no" : engaged;
  const second = [...paragraph1b(history, binding, state)].map((duty) =>
    duty.fulfilment ? "no" : "yes",
  );
  const all = [first, ...second, ...leftWhileTheyGoOn(history, state)];
  const open = ["yes", "unknown"].find((each) => all.includes(each)) ?? "no";
  yield { slug: "4.2", provision: "4(2)", nature: "standing", engaged: open };
}


/** What is left to clear of each conflict whose end is not on record. */
function* leftWhileTheyGoOn(history, state) {
  for (const [, events] of conflicts(history, state)) {
    if (events.some(({ kind }) => kind === "hostilities-ended") || cleared(events)) continue;
    const words = events
      .filter(({ kind }) => kind.startsWith("contamination-"))
      .filter(({ kind, fields }) => kind === "contamination-declared" || !ofNone(fields));
    const last = words.filter((event) => !isOpen(event)).at(-1);
    if (last) yield ofNone(last.fields) ? "no" : "yes";
    else if (words.some(({ kind }) => kind === "contamination-declared")) yield "unknown";
  }
}

/** 4(4): assist where a state used cluster munitions before it was bound: an encouragement. */
export function* paragraph4(history, binding, state) {
  const uses = history.of(state, "use-reported");
  const others = new Set(uses.flatMap(({ fields }) => fields.on_territory_of ?? []));
  for (const other of [...others].filter((each) => each !== state)) {
    const theirs = bind(history, other);
    if (!theirs.deposit) continue;
    const both = [binding.inForceOn, theirs.inForceOn];
    const [before, bindsOn] = both.includes(null) ? [null, null] : both.sort();
    const there = uses.filter(({ fields }) => fields.on_territory_of?.includes(other));
    const possible = there.filter(({ on }) => before === null || on.first < before);
    if (possible.length === 0) continue;
    const engaged = possible.some(({ on }) => before === null || on.last < before);
    yield {
      slug: `4.4/${other}`,
      provision: "4(4)",
      nature: "encouraged",
      engaged: engaged ? "yes" : "unknown",
      bindsOn,
    };
  }
}
