import { compareInstants } from '../../calendar/compare-instants';
import { currencyExponent } from '../../money/currency-exponent';
import { parseOutcome } from '../../crm/parse/parse-outcome';
import { fromMinor } from '../../money/from-minor';
import { changeName } from '../change-name';
import type { ChangeField, ChangeSide, Deal, DealChange, DealValues } from '../deal';
import type { ReadSource } from '../evidence-of-read';
import { isSameValue } from '../is-same-value';
import { joinCopies } from '../join-copies';
import { mergeRead } from '../merge-read';
import { seenSide } from '../seen-side';
import { contradicts } from './contradicts';
import type { FileStep, HistoryFault, HistoryField } from './file-step';
import { linkSteps, type Linked } from './link-steps';
import { orderSteps } from './order-steps';
import { seenIn } from './seen-in';
import { seenRows } from './seen-rows';
import { wholeRows } from './whole-rows';

/** What a file tells of one field of a deal. */
export interface FileTrack {
  readonly field: HistoryField;
  /** In any order, at least one. */
  readonly steps: readonly FileStep[];
  /** The file has a row of the deal's creation, or something of it could not be read. */
  readonly isBorn?: boolean;
  readonly hasHoles?: boolean;
}

export interface FileContext {
  /** Instant up to which the file tells: when the CRM wrote it. */
  readonly written: string;
  readonly source: ReadSource;
  /** Whether a value that was seen and one of the file may follow each other: names that only one of them knows do not. */
  readonly isBelievable: (field: HistoryField, seen: ChangeSide, said: ChangeSide) => boolean;
}

export interface JoinedFile {
  /** What the file says of the deal, as another store would: joined with what is here, it gives `deal` and `changes`. */
  readonly copy: {
    readonly key: string;
    readonly deal?: Deal;
    readonly changes: readonly DealChange[];
  };
  readonly deal: Deal;
  readonly changes: readonly DealChange[];
  /** Of `changes`, those that are not here yet. */
  readonly added: readonly DealChange[];
  readonly isChanged: boolean;
  readonly refused: readonly { readonly field: HistoryField; readonly why: HistoryFault }[];
}

/**
 * What is known of a deal, with all its stored changes, and what a file tells of its past together.
 *
 * A field's history is *complete*, and takes the place of what was pieced together from reads, where the file tells of it
 * from the deal's creation on, each step begins where the one before it ended, and the last ends on what the deal is.
 * Any other is evidence: what was so before and after each step, beside everything that is known already; a history of
 * the CRM's own stays. Nothing is taken of a field that was seen to be something else than the file says, or of which it
 * cannot be told what came first.
 *
 * The same file again changes nothing.
 */
export function joinFileHistory(
  { deal, changes: stored }: { readonly deal: Deal; readonly changes: readonly DealChange[] },
  tracks: readonly FileTrack[],
  context: FileContext,
): JoinedFile {
  const refused: { field: HistoryField; why: HistoryFault }[] = [];
  const changes: DealChange[] = [];
  const until: Partial<Record<ChangeField, string>> = {};
  let theirs: Deal | undefined;
  for (const track of tracks) {
    const field = columnOf(track.field);
    const rows = stored.filter((row) => row.field === field);
    const linked = linkedOf(deal, track);
    const why =
      linked === undefined ? 'history-order' : faultOf(deal, rows, { ...context, field, track, linked });
    if (linked === undefined || why !== undefined) {
      refused.push({ field: track.field, why: why ?? 'history-order' });
      continue;
    }
    const whole = isWhole(linked, track) ? wholeRows({ key: deal.key, field }, linked, rows) : undefined;
    if (whole !== undefined && isAtLeast(whole, rows, deal.historyUntil?.[field])) {
      changes.push(...whole);
      until[field] = whole.reduce(
        (last, { at }) => (compareInstants(at, last) > 0 ? at : last),
        context.written,
      );
    } else changes.push(...seenRows({ key: deal.key, field }, linked, rows));
    theirs = broughtUp({ deal, theirs, source: context.source }, field, linked);
  }
  if (Object.keys(until).length > 0) {
    const at = deal.seenAt;
    theirs ??= mergeRead(undefined, { id: deal.id, at, values: {} }, context.source).deal;
    theirs = { ...theirs, historyUntil: until };
  }
  // The file says nothing of when and as whom the deal was seen before.
  const copyDeal = theirs && { ...theirs, ...sightOf(deal, theirs) };
  const joined = joinCopies({ deal, changes: stored }, { deal: copyDeal, changes });
  const names = new Set(stored.map(changeName));
  const added = joined.changes.filter((row) => !names.has(changeName(row)));
  const hasNewRows = added.length > 0 || joined.changes.length !== stored.length;
  // That a complete history is still so on a later day is nothing new.
  const isSeenAgain = joined.deal === deal || isSameBut(joined.deal, deal, Object.keys(until));
  return {
    copy: { key: deal.key, ...(copyDeal && { deal: copyDeal }), changes },
    ...joined,
    added,
    isChanged: hasNewRows || !isSeenAgain,
    refused,
  };
}

function columnOf(field: HistoryField): ChangeField {
  return field === 'amount' ? 'amountMinor' : field;
}

function linkedOf(deal: Deal, { field, steps, isBorn }: FileTrack): Linked | undefined {
  const groups = orderSteps(steps);
  if (groups === undefined) return undefined;
  const linked = linkSteps(groups, field === 'stage' || field === 'outcome', ({ notBefore, at }) =>
    isNear(deal.createdOn, notBefore, at),
  );
  return isBorn === true ? { ...linked, isBorn } : linked;
}

/** Whether a day is that of an instant, somewhere on earth. */
function isNear(day: string | null | undefined, notBefore: string, at: string): boolean {
  if (!day) return false;
  const start = Temporal.Instant.from(`${day}T00:00:00Z`);
  const [early, late] = [start.subtract({ hours: 14 }), start.add({ hours: 38 })];
  return Temporal.Instant.compare(at, early) >= 0 && Temporal.Instant.compare(notBefore, late) <= 0;
}

function faultOf(
  deal: Deal,
  rows: readonly DealChange[],
  about: FileContext & {
    readonly field: ChangeField;
    readonly track: FileTrack;
    readonly linked: Linked;
  },
): HistoryFault | undefined {
  const now = seenSide(deal, about.field);
  const seen = { seen: seenIn(rows), now: now && { side: now.side, at: now.source.at } };
  const isBelievable = (one: ChangeSide, other: ChangeSide) =>
    about.isBelievable(about.track.field, one, other);
  return contradicts(about.linked, seen, { written: about.written, isBelievable })
    ? 'history-differs'
    : undefined;
}

function isWhole({ groups, start, isBorn }: Linked, { hasHoles }: FileTrack): boolean {
  let before = start.side;
  const isLinked = groups.flat().every(({ from, to }) => {
    const isJoined = isSameValue(before, from);
    before = to;
    return isJoined;
  });
  return isBorn && isLinked && hasHoles !== true;
}

/** A history that is here already gives way to one that says all of the same. */
function isAtLeast(
  whole: readonly DealChange[],
  rows: readonly DealChange[],
  until: string | undefined,
): boolean {
  const names = new Set(whole.map(changeName));
  return until === undefined || rows.every((row) => row.source !== 'history' || names.has(changeName(row)));
}

/** What the file alone says of a field now, where the deal was not seen since. */
function broughtUp(
  {
    deal,
    theirs,
    source,
  }: { readonly deal: Deal; readonly theirs: Deal | undefined; readonly source: ReadSource },
  field: ChangeField,
  { groups, start }: Linked,
): Deal | undefined {
  const last = groups.at(-1)?.at(-1);
  const end = last === undefined ? start.side : last.to;
  const at = last?.at ?? start.notBefore;
  const now = seenSide(deal, field);
  if (at === undefined || (now !== undefined && compareInstants(now.source.at, at) >= 0)) return theirs;
  const values = { ...valuesOf(field, end), ...outcomeOf(field, end) };
  return mergeRead(theirs, { id: deal.id, at, values }, source).deal;
}

/** A stage that says by its name how it ends has ended the deal: one that stayed open would be counted so. */
function outcomeOf(field: ChangeField, { value }: ChangeSide): DealValues {
  const outcome = field === 'stage' && typeof value === 'string' ? parseOutcome(value) : undefined;
  return outcome === undefined ? {} : { outcome };
}

/** When and as whom it was seen last: a deal that was not seen since is seen by the file's last change. */
function sightOf(deal: Deal, theirs: Deal): Pick<Deal, 'seenAt' | 'seenVia' | 'seenAs' | 'firstSeenAt'> {
  const {
    seenAt,
    seenVia,
    seenAs,
    firstSeenAt = seenAt,
  } = compareInstants(deal.seenAt, theirs.seenAt) >= 0
    ? deal
    : { ...theirs, ...(deal.seenAs === undefined ? {} : { seenAs: deal.seenAs }) };
  return { seenAt, seenVia, firstSeenAt, ...(seenAs === undefined ? {} : { seenAs }) };
}

/** Whether nothing but how far histories reach that were complete before tells two states of a deal apart. */
function isSameBut(after: Deal, before: Deal, fields: readonly string[]): boolean {
  const known: Readonly<Record<string, string | undefined>> = before.historyUntil ?? {};
  const isOlder = after.contentHash !== before.contentHash || after.sources !== before.sources;
  return !isOlder && fields.every((field) => known[field] !== undefined);
}

function valuesOf(field: ChangeField, { value, unit }: ChangeSide): DealValues {
  if (field !== 'amountMinor') return { [field]: value };
  if (typeof value !== 'number') return { amount: null };
  return { amount: { decimal: fromMinor(value, currencyExponent(unit?.currency)), ...unit } };
}
