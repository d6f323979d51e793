/** Article 4: clearance of remnants, and risk reduction education. */
import { bind } from "./binding.js";
import { isBy, moved, stretch } from "./calendar.js";
import { Deadline, extend, foundTooLate } from "./extensions.js";
import { ground, groundIf } from "./grounds.js";
import { nextSitting } from "./meetings.js";

const YEARS = 10;

/** Areas may be known or only suspected (2(11)): it takes both to be none, or their number. */
const ofNone = ({ areas, confirmed_m2: confirmed, suspected_m2: suspected }) =>
  !areas && !confirmed && !suspected && (areas === 0 || (confirmed === 0 && suspected === 0));

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
  const { engaged, completion, since, grounds } = contamination(history, state);
  const fulfilment = completion;
  const duty = { slug: "4.1a", provision: "4(1)(a)", nature: "dated", engaged, fulfilment };
  if (binding.inForceOn === null) {
    yield duty;
    return;
  }
  const treaty = Deadline.yearsAfter(stretch(binding.inForceOn), YEARS, history.reading);
  const spentBy = (history.reading.late_found === "new-request" && since[0]) || null;
  const extended = extend(history, binding, state, treaty, { article: 4, spentBy });
  const late = foundTooLate("4(1)(a)", since[0], extended.running);
  yield {
    ...duty,
    treatyDue: treaty.due.text,
    ...extended,
    grounds: [ground("4(1)(a)"), ...extended.grounds, ...grounds, ...late],
  };
}

const WORDS = ["declared", "absence-declared", "found"].map((kind) => `contamination-${kind}`);

/**
 * What was contaminated at entry into force, whether or not it was known then. What only others
 * say leaves it unknown. An event that names a conflict says nothing about it: that is 4(1)(b).
 */
function contamination(history, state) {
  const atEntry = (...kinds) =>
    history.of(state, ...kinds).filter(({ fields }) => fields.conflict === undefined);
  const known = atEntry(...WORDS, "clearance-completed").reduce(heard, NOTHING_SAID);
  const own = groundsOf(known, "4(1)(a)");
  const others = atEntry("contamination-reported-by-others").slice(-1);
  return { ...known, grounds: own.length > 0 ? own : [ground("4(1)(a)", ...others)] };
}

/** `word`: the last that tells; `since`: what was found after the completion `before`. */
const NOTHING_SAID = { engaged: "unknown", completion: null, before: null, since: [], word: null };

/** What is known after one more word on areas. */
function heard(known, event) {
  const { completion, before, engaged } = known;
  if (event.kind === "clearance-completed") {
    return { ...NOTHING_SAID, engaged: "yes", completion: event, before: event, word: event };
  }
  const open = isOpen(event);
  if (event.kind === "contamination-found" && (open || ofNone(event.fields))) return known;
  if (open) return engaged === "unknown" ? { ...known, word: event } : known;
  const some = event.kind !== "contamination-absence-declared" && !ofNone(event.fields);
  // What does not certainly come after completion may be of what was cleared.
  if (before && some && event.on.first <= before.on.last) return known;
  if (completion && !some) return known;
  if (!some) return { ...NOTHING_SAID, engaged: "no", completion: before, before, word: event };
  const since = before ? [...known.since, event] : [];
  return { engaged: "yes", completion: null, before, since, word: event };
}

/** What shows that: a completion, and what was found after it, or else the last word. */
function groundsOf({ completion, before, since, word }, provision) {
  if (completion) return [ground(provision, completion)];
  if (since.length > 0) return [ground(provision, before), ground("4(6)(d)", ...since)];
  return groundIf(provision, word);
}

/** 4(1)(b): new remnants, within ten years of the end of the hostilities that left them. */
export function* paragraph1b(history, binding, state) {
  if (binding.inForceOn === null) return;
  for (const { conflict, end, known } of conflicts(history, state)) {
    if (!end || end.on.last < binding.inForceOn) continue; // while they go on no clock runs
    const duty = { slug: `4.1b/${conflict}`, provision: "4(1)(b)", nature: "dated" };
    const treaty = Deadline.yearsAfter(history.anchor(end.on), YEARS, history.reading);
    const extended = extend(history, binding, state, treaty, { article: 4, conflict });
    const late = foundTooLate("4(1)(b)", known.since[0], extended.running);
    yield {
      ...duty,
      treatyDue: history.counted(treaty.due),
      ...extended,
      fulfilment: known.completion,
      grounds: [ground("4(1)(b)", end), ...extended.grounds, ...afterwards(known), ...late],
    };
  }
}

/** What followed the end of hostilities, which itself says that there are remnants. */
const afterwards = (known) => (known.before ? groundsOf(known, "4(1)(b)") : []);

/** Each conflict by its name: the end of its hostilities, and what is known of what they left. */
function conflicts(history, state) {
  const found = new Map();
  const kinds = [...WORDS, "clearance-completed", "hostilities-ended"];
  for (const event of history.of(state, ...kinds)) {
    const { conflict } = event.fields;
    if (conflict !== undefined) found.set(conflict, [...(found.get(conflict) ?? []), event]);
  }
  return [...found].map(([conflict, events]) => {
    const end = events.find(({ kind }) => kind === "hostilities-ended");
    const words = events.filter(({ kind, on }) =>
      kind === "clearance-completed" ? !(end && on.last < end.on.first) : kind !== end?.kind,
    );
    const spokenOf = events.some(({ kind }) => WORDS.includes(kind));
    return { conflict, end, spokenOf, known: words.reduce(heard, NOTHING_SAID) };
  });
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
  const when = history.anchor(completion.on);
  const next = (day) => nextSitting(history, day);
  const [earliest, latest] = [next(when.first), next(when.last)];
  const possible = isBy(when) ? [latest] : [earliest, latest]; // "by" has no first day
  const due = latest ? moved(when, (day) => next(day).opensOn) : null;
  const fulfilment = history
    .of(state, "compliance-declared")
    .filter(({ fields }) => fields.article === 4 && fields.conflict === conflict)
    .find(({ on }) => on.last >= completion.on.first);
  const told = latest ? possible.flatMap(({ meeting }) => meeting.events) : [];
  return {
    provision: "4(1)(c)",
    nature: "dated",
    treatyDue: due && history.counted(due),
    due,
    fulfilment: fulfilment ?? null,
    inTime: fulfilment && latest && !isBy(when) && madeThere(fulfilment, earliest),
    grounds: [
      ground("4(1)(c)", completion),
      ground("4(1)(c)", ...new Set(told)),
      ...groundIf("4(1)(c)", fulfilment),
    ],
  };
}

/** What is declared while the meeting sits, or between two parts of it, is made there. */
const madeThere = ({ on, fields }, { meeting }) =>
  fields.meeting === meeting.name || on.last <= meeting.sittings.at(-1).closesOn;

/** 4(2): survey, mark, protect and teach, as long as any area is to be cleared. */
export function* paragraph2(history, binding, state) {
  const atEntry = contamination(history, state);
  const parts = [atEntry, ...conflicts(history, state).flatMap((each) => toClear(binding, each))];
  const left = ({ completion, engaged }) => (completion ? "no" : engaged);
  const all = parts.map(left);
  const engaged = ["yes", "unknown"].find((each) => all.includes(each)) ?? "no";
  const deciding = parts.filter((part) => part === atEntry || left(part) === engaged);
  const grounds = [...deciding.flatMap((part) => part.grounds), ...measures(history, state)];
  yield { slug: "4.2", provision: "4(2)", nature: "standing", engaged, grounds };
}

/**
 * What a conflict left to clear: all that its end says, if that was while the state was bound; and
 * what is known of it while it has no end on record, though no clock runs for it yet.
 */
function toClear({ inForceOn }, { end, spokenOf, known }) {
  const said = !end && spokenOf && (known.completion ?? known.word);
  if (said) return [{ ...known, grounds: [ground("4(1)(b)", said)] }];
  if (!end || inForceOn === null || end.on.last < inForceOn) return [];
  return [{ ...known, engaged: "yes", grounds: [ground("4(1)(b)", end), ...afterwards(known)] }];
}

/** The last word on each measure that is recorded. */
const measures = (history, state) =>
  Object.entries({
    "4(2)(a)": "survey-reported",
    "4(2)(b)": "clearance-strategy-reported",
    "4(2)(e)": "risk-education-reported",
  }).flatMap(([provision, kind]) => groundIf(provision, history.of(state, kind).at(-1)));

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
      grounds: [
        theirs.grounds[0],
        ...possible.map((use) => ground("4(4)", use)),
        ground("4(4)"), // whether remnants were left there is not asked
        ...helped(history, state, other).map((help) => ground("4(4)", help)),
      ],
    };
  }
}

const helped = (history, state, other) =>
  history
    .of(state, "user-state-assistance-given")
    .filter(({ fields }) => fields.to?.includes(other));
