import { changeRows, dealRow, type ChangeRow, type DealRow, type Version } from './invented-deals';
import type { Owed, Sent } from './ledger';

/** What the store holds, as the harness reads it. */
export interface Stored {
  readonly deals: readonly DealRow[];
  readonly changes: readonly ChangeRow[];
  readonly rates: readonly { readonly on: string; readonly rate: string }[];
  readonly me: string | undefined;
}

/** One deal, change, rate or setting that is not as it was acknowledged. */
export interface Finding {
  readonly kind: 'deal' | 'change' | 'rate' | 'setting';
  /** Id of the deal, day of the rate, or `me`. */
  readonly name: string;
  readonly what: string;
}

export interface Comparison {
  /** Acknowledged, and not there. */
  readonly lost: readonly Finding[];
  /** There, but older or less than what was acknowledged; and what a write left half done. */
  readonly partial: readonly Finding[];
  /** There, and sent by nobody, or there twice. */
  readonly wrong: readonly Finding[];
  /** Of the writes that were under way: how many the store holds, and how many it does not. */
  readonly landed: number;
  readonly dropped: number;
}

type Findings = Record<'lost' | 'partial' | 'wrong', Finding[]>;

/** Compares everything that the store owes with what it holds, value by value. */
export function compare(owed: Owed, stored: Stored): Comparison {
  const findings: Findings = { lost: [], partial: [], wrong: [] };
  const rows = new Map(stored.deals.map((row) => [row.id, row]));
  const pending = lookAtPending(owed, rows, stored);
  const changes = countChanges(owed, stored.changes);
  for (const [id, states] of owed.deals) {
    const landed = pending.states.get(id);
    const all = landed === undefined ? states : [...states, landed];
    compareDeal(owed, rows.get(id), all, findings);
    compareChanges(owed, changes.get(id) ?? new Map(), { id, states: all }, findings);
  }
  findUnsent(owed, { rows, changes, landed: pending.states }, findings);
  compareRates(owed, stored, findings);
  compareSettings(owed, stored, findings);
  for (const id of pending.torn)
    findings.partial.push({ kind: 'deal', name: id, what: 'stored without the rest of its batch' });
  return { ...findings, landed: pending.landed, dropped: pending.dropped };
}

/** A batch is one transaction: all of it is there, or nothing. */
function lookAtPending(owed: Owed, rows: ReadonlyMap<string, DealRow>, stored: Stored) {
  const states = new Map<string, Version>();
  const torn: string[] = [];
  let landed = 0;
  let dropped = 0;
  for (const sent of owed.pending) {
    const there =
      sent.kind === 'reads' ? sent.states.filter((state) => holds(owed, rows.get(state.id), state)) : [];
    for (const state of there) states.set(state.id, state);
    const isWhole = sent.kind === 'reads' ? there.length === sent.states.length : isThere(sent, stored);
    if (isWhole) landed += 1;
    else dropped += 1;
    if (!isWhole) torn.push(...there.map(({ id }) => id));
  }
  return { states, torn, landed, dropped };
}

function isThere(sent: Exclude<Sent, { kind: 'reads' }>, stored: Stored): boolean {
  if (sent.kind === 'setting') return stored.me === sent.me;
  return stored.rates.some(({ on, rate }) => on === sent.on && rate === sent.rate);
}

function compareDeal(
  owed: Owed,
  row: DealRow | undefined,
  states: readonly Version[],
  { lost, partial }: Findings,
): void {
  const last = states.at(-1);
  if (last === undefined || holds(owed, row, last)) return;
  const finding = { kind: 'deal', name: last.id, what: `acknowledged in version ${last.version}` } as const;
  if (row === undefined) lost.push(finding);
  else partial.push({ ...finding, what: `${finding.what}; there: ${JSON.stringify(row)}` });
}

function compareChanges(
  { tenant }: Owed,
  counts: Map<string, number>,
  { id, states }: { id: string; states: readonly Version[] },
  { lost, wrong }: Findings,
): void {
  const left = new Map(counts);
  for (const [nth, state] of states.entries()) {
    const before = states[nth - 1];
    for (const change of before === undefined ? [] : changeRows(tenant, before, state)) {
      const name = nameOf(change);
      const times = left.get(name) ?? 0;
      if (times === 0) lost.push({ kind: 'change', name: id, what: name });
      else left.set(name, times - 1);
    }
  }
  for (const [name, times] of left)
    if (times > 0) wrong.push({ kind: 'change', name: id, what: `${times} too many: ${name}` });
}

/** What is there though nobody sent it; of settled deals nothing is asked. */
function findUnsent(
  { deals, settled }: Owed,
  { rows, changes, landed }: Record<'rows' | 'changes' | 'landed', ReadonlyMap<string, unknown>>,
  { wrong }: Findings,
): void {
  const isKnown = (id: string) => deals.has(id) || landed.has(id) || settled.has(id);
  for (const name of rows.keys())
    if (!isKnown(name)) wrong.push({ kind: 'deal', name, what: 'sent by nobody' });
  for (const name of changes.keys())
    if (!isKnown(name)) wrong.push({ kind: 'change', name, what: 'of a deal that nobody sent' });
}

function compareRates(owed: Owed, stored: Stored, { lost, partial, wrong }: Findings): void {
  const there = new Map(stored.rates.map(({ on, rate }) => [on, rate]));
  for (const [name, what] of owed.rates) {
    const found = there.get(name);
    if (found === undefined) lost.push({ kind: 'rate', name, what });
    else if (found !== what) partial.push({ kind: 'rate', name, what: `${what}; there: ${found}` });
  }
  const sent = owed.pending.flatMap((one) => (one.kind === 'rate' ? [one.on] : []));
  for (const name of there.keys())
    if (!owed.rates.has(name) && !sent.includes(name) && !owed.settled.has(name))
      wrong.push({ kind: 'rate', name, what: 'sent by nobody' });
}

function compareSettings(owed: Owed, { me }: Stored, { lost, partial }: Findings): void {
  const isSent = owed.pending.some((one) => one.kind === 'setting' && one.me === me);
  if (owed.me === undefined || me === owed.me || isSent) return;
  const finding = { kind: 'setting', name: 'me', what: `${owed.me}; there: ${me}` } as const;
  if (me === undefined) lost.push(finding);
  else partial.push(finding);
}

function holds({ tenant }: Owed, row: DealRow | undefined, state: Version): boolean {
  if (row === undefined) return false;
  // `dealRow` gives its values under the names of its own type.
  return Object.entries(dealRow(tenant, state)).every(
    ([name, value]) => row[name as keyof DealRow] === value,
  );
}

/** By deal, how often each change stands in the store. */
function countChanges({ tenant }: Owed, changes: readonly ChangeRow[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  const idAt = dealRow(tenant, { id: '0', version: 1, at: '' }).key.length - 1;
  for (const change of changes) {
    const id = change.key.slice(idAt);
    const own = counts.get(id) ?? new Map<string, number>();
    const name = nameOf(change);
    counts.set(id, own.set(name, (own.get(name) ?? 0) + 1));
  }
  return counts;
}

function nameOf({ field, from, to, at, notBefore }: ChangeRow): string {
  return JSON.stringify([field, from, to, notBefore, at]);
}
