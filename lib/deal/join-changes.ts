import { compareInstants } from '../calendar/compare-instants';
import { afterHistory } from './after-history';
import { changeBetween } from './change-between';
import { changeName } from './change-name';
import { compareSources } from './compare-sources';
import type { ChangeField, ChangeSide, Deal, DealChange, SourceRank } from './deal';
import { isLaterEvidence } from './is-later-evidence';
import { isSameValue } from './is-same-value';
import { seenSide } from './seen-side';
import { sidesOf } from './sides-of';

/** What one store knows of a deal. `deal` is absent where only changes of it are at hand. */
export interface DealCopy {
  readonly deal: Deal | undefined;
  readonly changes: readonly DealChange[];
}

/**
 * The changes of one deal that two stores know of together: neither doubled nor contradicted by what the other has seen.
 *
 * - Where one of them holds the CRM's own history farther than the other, that history stands, and of the other's
 *   changes what happened later.
 * - All other changes were seen between two reads. Each says what was shown at its two ends, and each deal what it
 *   shows now; the changes of both are those between all these sights in order of time. The same change, seen by both,
 *   is known more closely.
 * - Where the other adds nothing to what is known here, the very same rows come back, and the other way round.
 *
 * A field that shows the same before and after is taken to have been so all the time between, though the first sight
 * of it is not kept: where the other saw it otherwise in that time, only the way back from there is a change.
 *
 * @returns Rows of both (and new ones, without a row number), in no order.
 */
export function joinChanges(ours: DealCopy, theirs: DealCopy): readonly DealChange[] {
  const [here, there] = [fieldsOf(ours), fieldsOf(theirs)];
  const key = ours.deal?.key ?? theirs.deal?.key ?? ours.changes[0]?.key ?? theirs.changes[0]?.key ?? '';
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((field) => {
    const joined = joinField(here.get(field) ?? nothing, there.get(field) ?? nothing);
    return joined.map((row) => ('key' in row ? row : { key, field, ...row }));
  });
}

/** What was shown at one instant, and by whom. */
interface Sight {
  readonly side: ChangeSide;
  readonly source: { readonly from: SourceRank; readonly at: string; readonly view: string };
}

/** What one copy knows of one field. */
interface Told {
  readonly exact: readonly DealChange[];
  readonly seen: readonly DealChange[];
  readonly now?: Sight | undefined;
  readonly until?: string | undefined;
}

type NewRow = Omit<DealChange, 'key' | 'field'>;

const nothing: Told = { exact: [], seen: [] };
const changeFields = ['stage', 'amountMinor', 'closeOn', 'owner', 'outcome', 'forecastCategory', 'nextStep'];

function fieldsOf({ deal, changes }: DealCopy): Map<ChangeField, Told> {
  const names = new Set<ChangeField>(changes.map(({ field }) => field));
  for (const name of Object.keys(deal?.sources ?? {})) {
    // These two kinds of names are those of the type.
    if (changeFields.includes(name) || name.startsWith('qualification.')) names.add(name as ChangeField);
  }
  return new Map(
    [...names].map((field) => {
      const rows = changes.filter((row) => row.field === field);
      return [
        field,
        {
          exact: rows.filter(({ source }) => source === 'history'),
          seen: rows.filter(({ source }) => source !== 'history'),
          now: deal === undefined ? undefined : seenSide(deal, field),
          until: deal?.historyUntil?.[field],
        },
      ];
    }),
  );
}

function joinField(ours: Told, theirs: Told): readonly (DealChange | NewRow)[] {
  const order = compareReach(ours.until, theirs.until);
  const until = order < 0 ? theirs.until : ours.until;
  const exact = unique([...(order < 0 ? [] : ours.exact), ...(order > 0 ? [] : theirs.exact)]);
  const [here, there] = [
    order < 0 ? laterThan(ours, until, exact) : ours,
    order > 0 ? laterThan(theirs, until, exact) : theirs,
  ];
  const end = endOf(exact, until);
  const both = timeline([...sightsOf(here), ...sightsOf(there)], end);
  // Rows that begin where a history ends are in the copy that holds it, and in no other.
  const [ourEnd, theirEnd] = [order < 0 ? undefined : end, order > 0 ? undefined : end];
  if (isSameTimeline(both, timeline(sightsOf(here), ourEnd))) return [...exact, ...here.seen];
  if (isSameTimeline(both, timeline(sightsOf(there), theirEnd))) return [...exact, ...there.seen];
  return [...exact, ...both];
}

/** Which of two histories reaches farther; none reaches nowhere. */
function compareReach(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareInstants(a, b);
}

function laterThan({ seen, now }: Told, until: string | undefined, exact: readonly DealChange[]): Told {
  if (until === undefined) return { exact: [], seen, now };
  return {
    exact: [],
    seen: seen.flatMap((row) => afterHistory(row, until, exact) ?? []),
    now: now !== undefined && compareInstants(now.source.at, until) > 0 ? now : undefined,
  };
}

/** The value on which a history ends: nothing seen before that counts beside it. */
function endOf(exact: readonly DealChange[], until: string | undefined): Sight | undefined {
  const last = exact.toSorted((a, b) => compareInstants(a.at, b.at)).at(-1);
  if (last === undefined || until === undefined) return undefined;
  return { side: sidesOf(last).to, source: { from: 'api', at: until, view: '' } };
}

function sightsOf({ seen, now }: Told): Sight[] {
  const sights = seen.flatMap((row): Sight[] => {
    const { from, to } = sidesOf(row);
    const rank = row.source === 'history' ? 'api' : row.source;
    // Who saw the old value is not kept, only whether it was rounded: nothing rounded comes after an exact value.
    const rankBefore = rank === 'api' ? 'page' : rank;
    return [
      { side: from, source: { from: rankBefore, at: row.notBefore, view: '' } },
      { side: to, source: { from: rank, at: row.at, view: '' } },
    ];
  });
  return now === undefined ? sights : [...sights, now];
}

/** The changes between sights in order of time, as reads in that order would have shown them. */
function timeline(sights: readonly Sight[], end: Sight | undefined): readonly NewRow[] {
  const rows: NewRow[] = [];
  let last = end;
  const sorted = sights
    .filter(({ source }) => end === undefined || compareInstants(source.at, end.source.at) > 0)
    .toSorted(bySource);
  for (const [nth, sight] of sorted.entries()) {
    const next = sorted[nth + 1];
    // Of several sights at one instant the best is the last.
    if (next !== undefined && compareInstants(next.source.at, sight.source.at) === 0) continue;
    if (last !== undefined && isRounded(sight) && !isRounded(last)) continue;
    if (last !== undefined && isSameValue(last.side, sight.side)) {
      last = { ...sight, side: betterKnown(last.side, sight.side) };
      continue;
    }
    if (last !== undefined && isLaterEvidence(last.source, sight.source)) {
      const { at, from } = sight.source;
      rows.push({ ...changeBetween(last.side, sight.side), at, notBefore: last.source.at, source: from });
    }
    last = sight;
  }
  return rows;
}

function bySource(a: Sight, b: Sight): number {
  return (
    compareInstants(a.source.at, b.source.at) ||
    compareSources(a.source, b.source) ||
    (orderOf(a) < orderOf(b) ? -1 : 1)
  );
}

/** The order of values in which `strongerFact` decides between equals, near enough: it needs only be the same always. */
function orderOf({ side }: Sight): string {
  return `${side.unit?.currency ?? ''}\u0000${side.value ?? ''}`;
}

function isRounded({ source }: Sight): boolean {
  return source.from === 'page-approximate';
}

/** Of two sights of one amount the one whose currency is known. */
function betterKnown(before: ChangeSide, after: ChangeSide): ChangeSide {
  return before.unit?.currency !== undefined && after.unit?.currency === undefined ? before : after;
}

function isSameTimeline(a: readonly NewRow[], b: readonly NewRow[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function unique(changes: readonly DealChange[]): DealChange[] {
  return [...new Map(changes.map((change) => [changeName(change), change])).values()];
}
