import { NEVER } from '../book';
import { codes } from '../codes';
import { lists } from '../lists';
import type { StageInput } from '../request';
import type { FieldSteps, Past, Steps } from './past';
import type { Dated, FieldPast, PastDeal } from './past-deal';

/** The past of a scope in the making: deals come one by one, and a few numbers are kept of each. */
export interface PastInMaking {
  /** In any order; each id once. */
  readonly add: (deal: PastDeal) => void;
  /** May be asked for once. */
  readonly result: () => Past;
}

const SEGMENTS = ['product', 'source', 'region', 'team'] as const;

/** Puts deals with their past into columns as they come. The order in which they come changes nothing but codes. */
export function pastInMaking(configured: readonly StageInput[]): PastInMaking {
  const ids: string[] = [];
  const days = {
    created: [],
    firstSights: [],
    removed: [],
    lastSeen: [],
    firstMove: [],
    stageSince: [],
  } as Record<'created' | 'firstSights' | 'removed' | 'lastSeen' | 'firstMove' | 'stageSince', number[]>;
  const [stageNames, categoryNames] = [codes(), codes()];
  const segments = SEGMENTS.map((name) => ({ name, names: codes(), of: [] as number[] }));
  const [outcomes, wonValues, owned] = [stepLists(), stepLists(), stepLists()];
  const [stages, amounts, closeDates, categories] = [fieldLists(), fieldLists(), fieldLists(), fieldLists()];
  const changes = lists(1);

  return {
    add: (deal) => {
      ids.push(deal.id);
      days.created.push(deal.created);
      days.firstSights.push(deal.isFirstSight ? 1 : 0);
      days.removed.push(deal.removed);
      days.lastSeen.push(deal.lastSeen ?? NEVER);
      days.firstMove.push(deal.firstMove);
      days.stageSince.push(deal.stageSince);
      outcomes.add(deal.outcomes, (outcome) => outcome);
      wonValues.add(deal.wonValues, (value) => value);
      owned.add(deal.owned, (isOwned) => (isOwned ? 1 : 0));
      stages.add(deal.stage, stageNames.of);
      amounts.add(deal.amount, (amount) => amount);
      closeDates.add(deal.closeDate, (day) => day);
      categories.add(deal.category, (name) => (name === null ? -1 : categoryNames.of(name)));
      for (const day of deal.changeDays) changes.put(day);
      changes.close();
      for (const { name, names, of } of segments) of.push(deal[name] === null ? -1 : names.of(deal[name]));
    },
    result: () => {
      const order = Array.from(ids, (_, row) => row).sort((a, b) =>
        (ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1,
      );
      const sorted = (column: readonly number[]): Int32Array =>
        Int32Array.from(order, (row) => column[row] ?? 0);
      const [start, from = []] = changes.inOrder(order);
      return {
        configured,
        ids: order.map((row) => ids[row] ?? ''),
        created: sorted(days.created),
        isFirstSight: Uint8Array.from(sorted(days.firstSights)),
        removed: sorted(days.removed),
        lastSeen: sorted(days.lastSeen),
        firstMove: sorted(days.firstMove),
        stageSince: sorted(days.stageSince),
        outcomes: outcomes.inOrder(order),
        wonValues: wonValues.inOrder(order),
        owned: owned.inOrder(order),
        stages: { ...stages.inOrder(order), names: stageNames.names() },
        amounts: amounts.inOrder(order),
        closeDates: closeDates.inOrder(order),
        categories: { ...categories.inOrder(order), names: categoryNames.names() },
        changes: { start, from: Int32Array.from(from) },
        segments: segments.map(({ name, names, of }) => ({ name, names: names.names(), codes: sorted(of) })),
      };
    },
  };
}

function stepLists() {
  const steps = lists(2);
  return {
    add: <Value>(dated: readonly Dated<Value>[], numberOf: (value: Value) => number): void => {
      for (const { from, value } of dated) steps.put(from, numberOf(value));
      steps.close();
    },
    inOrder: (order: readonly number[]): Steps => {
      const [start, from = [], value = []] = steps.inOrder(order);
      return { start, from: Int32Array.from(from), value: Float64Array.from(value) };
    },
  };
}

function fieldLists() {
  const steps = stepLists();
  const knownFrom: number[] = [];
  return {
    add: <Value>(field: FieldPast<Value>, numberOf: (value: Value) => number): void => {
      steps.add(field.steps, numberOf);
      knownFrom.push(field.knownFrom);
    },
    inOrder: (order: readonly number[]): FieldSteps => ({
      ...steps.inOrder(order),
      knownFrom: Int32Array.from(order, (row) => knownFrom[row] ?? NEVER),
    }),
  };
}
