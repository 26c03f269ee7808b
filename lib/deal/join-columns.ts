import type { ChangeField, ChangeValue, Deal, DealChange, FieldSource } from './deal';
import type { Evidence, PlainValue } from './evidence';
import { isLaterEvidence } from './is-later-evidence';
import { strongerFact, type Fact } from './stronger-fact';

/** The columns that evidence wins, with their sources; what it does not win is not in here. */
export interface WonColumns {
  readonly columns: Readonly<Record<string, PlainValue>>;
  readonly qualification: Readonly<Record<string, string | null>>;
  readonly sources: Readonly<Record<string, FieldSource>>;
  /** Changes that the won columns show, without the deal's key. */
  readonly changes: readonly Omit<DealChange, 'key'>[];
}

const changeFields: ReadonlySet<string> = new Set<ChangeField>([
  'stage',
  'closeOn',
  'owner',
  'outcome',
  'forecastCategory',
  'nextStep',
]);

/** Joins plain columns and qualification fields one by one. Money is not among them (`joinMoney`). */
export function joinColumns(current: Deal | undefined, evidence: Evidence): WonColumns {
  const columns: Record<string, PlainValue> = {};
  const qualification: Record<string, string | null> = {};
  const sources: Record<string, FieldSource> = {};
  const changes: Omit<DealChange, 'key'>[] = [];

  for (const [field, fact] of evidence.facts) {
    const known = factOf(current?.sources[field], current?.[field]);
    if (strongerFact(known, fact, orderOfValue) !== fact) continue;
    columns[field] = fact.value;
    sources[field] = fact.source;
    // The set holds names of change fields alone.
    if (changeFields.has(field)) changes.push(...changeOf(field as ChangeField, known, fact));
  }
  for (const [id, fact] of evidence.qualification) {
    const column = `qualification.${id}` as const;
    const known = factOf(current?.sources[column], current?.qualification?.[id]);
    if (strongerFact(known, fact, orderOfValue) !== fact) continue;
    qualification[id] = fact.value;
    sources[column] = fact.source;
    changes.push(...changeOf(column, known, fact));
  }
  return { columns, qualification, sources, changes };
}

function factOf<Value extends PlainValue>(source: FieldSource | undefined, value: Value | undefined) {
  return source === undefined || value === undefined ? undefined : ({ value, source } satisfies Fact<Value>);
}

function changeOf(
  field: ChangeField,
  before: Fact<PlainValue> | undefined,
  after: Fact<PlainValue>,
): Omit<DealChange, 'key'>[] {
  if (before === undefined || before.value === after.value) return [];
  if (!isLaterEvidence(before.source, after.source)) return [];
  // The columns whose changes are kept hold text, never a truth value.
  const values = { from: before.value as ChangeValue, to: after.value as ChangeValue };
  return [{ field, ...values, at: after.source.at, notBefore: before.source.at, source: after.source.from }];
}

function orderOfValue(value: PlainValue): string {
  return value === null ? '' : `${typeof value} ${value}`;
}
