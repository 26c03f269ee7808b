import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountSide } from '../../../lib/deal/amount-side';
import { asOf } from '../../../lib/deal/as-of';
import type { ChangeSide, DealChange, StatedChange } from '../../../lib/deal/deal';
import type { FileStep, HistoryField } from '../../../lib/deal/file-history/file-step';
import { joinFileHistory, type FileTrack } from '../../../lib/deal/file-history/join-file-history';
import { orderSteps } from '../../../lib/deal/file-history/order-steps';
import { isSameValue } from '../../../lib/deal/is-same-value';
import { sidesOf } from '../../../lib/deal/sides-of';
import {
  hours,
  instantAt,
  life,
  readLife,
  someDay,
  stateBefore,
  statedHistory,
  stateOf,
  type Life,
  type State,
} from './arbitrary-life';
import { place } from './arbitrary-reads';

type Precision = 'instant' | 'minute' | 'day';

const fields = ['stage', 'owner', 'closeOn', 'outcome', 'amount'] as const satisfies readonly HistoryField[];

function sideOf(value: StatedChange['to']): ChangeSide {
  return typeof value === 'object' && value !== null ? (amountSide(value) ?? { value: null }) : { value };
}

/** A row of a file as exactly as the file writes times. */
function stepOf(change: StatedChange, row: number, precision: Precision, written: string): FileStep {
  const day = change.at.slice(0, 10);
  const bounds = {
    instant: [change.at, change.at],
    minute: [change.at, change.at.replace(/00\.000Z$/, '59.999Z')],
    day: [`${day}T00:00:00.000Z`, `${day}T23:59:59.999Z` > written ? written : `${day}T23:59:59.999Z`],
  }[precision];
  const side = (value: StatedChange['to']) =>
    change.field === 'amount' && value === null ? { value: null, unit: {} } : sideOf(value);
  return {
    row,
    from: side(change.from),
    to: side(change.to),
    notBefore: bounds[0] ?? change.at,
    at: bounds[1] ?? change.at,
  };
}

function tracksOf(
  all: Life,
  {
    written,
    precision,
    cut,
    isBorn,
  }: { written: string; precision: Precision; cut: number; isBorn: boolean },
): FileTrack[] {
  const told = statedHistory(all, written);
  // What an export leaves out at its front are whole days.
  const lastOut = isBorn ? undefined : told[cut - 1]?.at.slice(0, 10);
  const stated = told.filter(({ at }) => lastOut === undefined || at.slice(0, 10) > lastOut);
  return fields.flatMap((field): FileTrack[] => {
    const steps = stated
      .filter((change) => change.field === field)
      .map((change, row) => stepOf(change, row, precision, written))
      // In no order, and always the same one.
      .toSorted((a, b) => ((a.row * 7) % 5) - ((b.row * 7) % 5));
    return steps.length === 0 ? [] : [{ field, steps, isBorn }];
  });
}

function valueIn(state: State, field: DealChange['field']): ChangeSide {
  if (field === 'amountMinor')
    return amountSide({ decimal: state.decimal, currency: state.code }) ?? { value: null };
  // The fields of a life have the names of the changes.
  return { value: state[field as 'stage' | 'owner' | 'closeOn' | 'outcome'] };
}

/** Whether the life had a value at some time from one instant to another. */
function wasEver(all: Life, field: DealChange['field'], side: ChangeSide, from: string, to: string): boolean {
  let now = stateBefore(all, from);
  const states = [now];
  // What was so just before an instant of several changes is a millisecond off.
  const end = Temporal.Instant.from(to).add({ milliseconds: 1 }).toString({ smallestUnit: 'millisecond' });
  for (const { at, set } of all.events) {
    if (at < from || at > end) continue;
    now = { ...now, ...set };
    states.push(now);
  }
  return states.some((state) => isSameValue(valueIn(state, field), side));
}

const context = (written: string) => ({
  written,
  source: { ...place, from: 'page', view: 'file' } as const,
  isBelievable: () => true,
});

describe('joinFileHistory, whatever the life', () => {
  const instants = fc
    .uniqueArray(hours, { minLength: 1, maxLength: 8 })
    .map((list) => list.map(instantAt).toSorted());
  const file = fc.record({
    precision: fc.constantFrom<Precision>('instant', 'minute', 'day'),
    cut: fc.integer({ min: 0, max: 6 }),
    isBorn: fc.boolean(),
  });

  it('says nothing that was not so, links every change to the one before, and changes nothing the second time', () => {
    fc.assert(
      fc.property(life, instants, hours, file, (all, reads, end, form) => {
        const written = instantAt(end);
        const known = readLife(all, reads);
        const tracks = tracksOf(all, { ...form, written });
        const once = joinFileHistory(known, tracks, context(written));
        expect(once.refused.filter(({ why }) => why === 'history-differs')).toEqual([]);
        if (form.precision === 'instant' && form.isBorn)
          expect(once.deal.historyUntil !== undefined || tracks.length === once.refused.length).toBe(true);

        if (!form.isBorn) expect(once.deal.historyUntil?.stage).toBeUndefined();

        const again = joinFileHistory(once, tracks, context(written));
        expect(again.added).toEqual([]);
        expect(again.isChanged).toBe(false);
        expect(again.deal).toBe(once.deal);

        for (const field of new Set(once.changes.map((row) => row.field))) {
          if (field.startsWith('qualification.')) continue;
          const rows = once.changes
            .filter((row) => row.field === field)
            .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.notBefore < b.notBefore ? -1 : 0));
          for (const [nth, row] of rows.entries()) {
            const { from, to } = sidesOf(row);
            expect(wasEver(all, field, from, row.notBefore, row.at)).toBe(true);
            expect(wasEver(all, field, to, row.notBefore, row.at)).toBe(true);
            const before = rows[nth - 1];
            if (before !== undefined) expect(isSameValue(sidesOf(before).to, from)).toBe(true);
          }
          // The deal is what its last change ended on.
          const last = rows.at(-1);
          if (last !== undefined && last.field !== 'amountMinor')
            expect(once.deal[last.field as 'stage']).toBe(last.to);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('makes every day that a complete file tells of right, where it says anything', () => {
    fc.assert(
      fc.property(life, instants, hours, someDay, file, (all, reads, end, day, { precision }) => {
        const written = instantAt(end);
        fc.pre(`${day}T00:00:00.000Z` <= written);
        const known = readLife(all, [instantAt(0), ...reads]);
        const tracks = tracksOf(all, { written, precision, cut: 0, isBorn: true });
        const { deal, changes, refused } = joinFileHistory(known, tracks, context(written));
        const past = asOf({ ...deal, createdOn: '2026-02-01' }, changes, day);
        if (past.kind !== 'deal') throw new Error(past.kind);
        const truth = stateBefore(all, `${day}T00:00:00.000Z`);
        const said = stateOf(past.deal);
        for (const field of ['stage', 'owner', 'closeOn', 'outcome'] as const) {
          if (past.uncertain.includes(field) || refused.some((one) => one.field === field)) continue;
          if (!tracks.some((track) => track.field === field)) continue;
          expect([field, said[field]]).toEqual([field, truth[field]]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a first row whose old value is empty', () => {
  const birth = {
    stage: 'New',
    owner: 'Ada',
    outcome: 'open',
    need: null,
    decimal: '100',
    code: 'DKK',
  } as const;
  /** The close date was taken away, and set again: the file has the second alone. */
  const all: Life = {
    birth: { ...birth, closeOn: '2026-03-31' },
    events: [
      { at: instantAt(48), set: { closeOn: null } },
      { at: instantAt(72), set: { closeOn: '2026-06-30' } },
    ],
  };

  it('is not the beginning of what may have been emptied since', () => {
    const written = instantAt(96);
    const tracks = tracksOf(all, { written, precision: 'instant', cut: 1, isBorn: false });
    const { deal, refused } = joinFileHistory(readLife(all, [written]), tracks, context(written));
    expect(refused).toEqual([]);
    expect(deal.historyUntil?.closeOn).toBeUndefined();
    // A file that says that it begins with the deal is believed.
    const born = tracksOf(all, { written, precision: 'instant', cut: 0, isBorn: true });
    const whole = joinFileHistory(readLife(all, [written]), born, context(written));
    expect(whole.deal.historyUntil?.closeOn).toBe(written);
  });
});

describe('orderSteps', () => {
  const step = (from: string, to: string, day = '2026-03-02'): FileStep => ({
    row: 2,
    from: { value: from },
    to: { value: to },
    notBefore: `${day}T00:00:00.000Z`,
    at: `${day}T23:59:59.999Z`,
  });
  const said = (steps: readonly FileStep[]) =>
    orderSteps(steps)?.map((group) => group.map(({ to }) => to.value).join('-'));

  it('orders steps of one day by their values', () => {
    expect(said([step('B', 'C'), step('C', 'D'), step('A', 'B')])).toEqual(['B-C-D']);
    expect(said([step('C', 'D', '2026-03-03'), step('B', 'C'), step('A', 'B')])).toEqual(['B-C', 'D']);
  });

  it('lets a circle begin where the day before has ended, and has no order for one that may begin anywhere', () => {
    const circle = [step('B', 'A'), step('A', 'B')];
    expect(said([...circle, step('C', 'A', '2026-03-01')])).toEqual(['A', 'B-A']);
    expect(said(circle)).toBeUndefined();
  });

  it('has no order for steps of one day that do not join', () => {
    expect(said([step('A', 'B'), step('C', 'D')])).toBeUndefined();
  });

  it('is not slow for a day of many steps', () => {
    const many = Array.from({ length: 5000 }, (_, nth) => step(`s${nth}`, `s${nth + 1}`));
    expect(said(many)).toBeUndefined();
  });
});
