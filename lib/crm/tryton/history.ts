import type { StatedChange, StatedChangeField, StatedHistory } from '../../deal/deal';
import { SyncStopped } from '../adapter';
import { isDeclined } from '../sync/caller';
import { isRecord } from '../sync/guards';
import { isSameDecimal } from '../sync/history-of';
import { dateOf, idOf, instantOf } from './guards';
import { groupRevisions, type Revision } from './group-revisions';
import { amountOf, related, text } from './record';
import type { Rpc } from './rpc';
import { isTrytonState, trytonStates, type TrytonState } from './states';

const fields = ['stage', 'outcome', 'amount', 'closeOn', 'owner'] as const satisfies StatedHistory['fields'];
const pastFields = ['state', 'amount', 'end_date', 'employee', 'create_date', 'write_date'] as const;

/** What a deal was at one revision; the employee by id, since a name may have changed since. */
interface Past {
  readonly state: TrytonState;
  readonly amount: string | null;
  readonly closeOn: string | null;
  readonly employee: string | null;
}

/**
 * The full past of deals, from the revisions that Tryton keeps. One call lists the revisions of all, one more reads
 * each past revision that several deals may share; the newest one is the record itself.
 *
 * @param rows Current records of `search_read`. @param until Instant of that read.
 * @returns One history a deal; `undefined` where this Tryton keeps no revisions.
 */
export async function readHistories(
  rpc: Rpc,
  rows: readonly Record<string, unknown>[],
  until: string,
): Promise<{ id: string; history: StatedHistory }[] | undefined> {
  const listed = await revisionsOf(
    rpc,
    rows.flatMap((row) => row['id'] ?? []),
  );
  if (listed === undefined) return undefined;
  const revisions = upTo(rows, listed);
  const pasts = await readPasts(rpc, revisions);
  const names = await employeeNames(rpc, rows, pasts);
  return rows.flatMap((row) => {
    const id = idOf(row['id']);
    if (id === undefined) return [];
    const life = whole([...(pasts.get(id) ?? []), { at: newest(revisions.get(id)), past: pastOf(row) }]);
    if (life === undefined) return [];
    const currency = text(related(row['currency.'], 'code'));
    return [{ id, history: { fields, until, changes: changesOf(life, names, currency) } }];
  });
}

async function revisionsOf(rpc: Rpc, ids: readonly unknown[]): Promise<Map<string, Revision[]> | undefined> {
  let listed: unknown;
  try {
    listed = await rpc.call('model.sale.opportunity.history_revisions', [ids]);
  } catch (error) {
    // An administrator can switch a model's history off: there is no past to read then.
    if (isDeclined(error)) return undefined;
    throw error;
  }
  if (!Array.isArray(listed)) throw new SyncStopped('layout-unknown', 'history_revisions');
  const revisions = new Map<string, Revision[]>();
  for (const entry of listed) {
    const [datetime, record] = Array.isArray(entry) ? entry : [];
    const at = instantOf(datetime);
    const id = idOf(record);
    if (at === undefined || id === undefined) throw new SyncStopped('layout-unknown', 'history_revisions');
    const known = revisions.get(id) ?? [];
    // Two writes of one transaction stand twice, with one time.
    if (!known.some((revision) => revision.at === at)) known.push({ at, datetime });
    revisions.set(id, known);
  }
  for (const known of revisions.values()) known.sort((a, b) => a.at.localeCompare(b.at));
  return revisions;
}

/** Without the revisions that are younger than the record as we read it: the next sync brings them. */
function upTo(rows: readonly Record<string, unknown>[], listed: ReadonlyMap<string, readonly Revision[]>) {
  const revisions = new Map<string, readonly Revision[]>();
  for (const row of rows) {
    const id = idOf(row['id']) ?? '';
    const stamp = stampOf(row);
    const known = listed.get(id) ?? [];
    revisions.set(id, stamp === undefined ? known : known.filter(({ at }) => at <= stamp));
  }
  return revisions;
}

/** Values at every revision but the newest, oldest first. */
async function readPasts(rpc: Rpc, revisions: ReadonlyMap<string, readonly Revision[]>) {
  const pasts = new Map<string, { at: string; past: Past | undefined }[]>();
  for (const group of groupRevisions(revisions)) {
    const ids = group.members.map(({ id }) => Number(id));
    const rows = await rpc.call('model.sale.opportunity.read', [ids, pastFields], {
      _datetime: group.datetime,
    });
    if (!Array.isArray(rows)) throw new SyncStopped('layout-unknown', 'read');
    for (const { id, at } of group.members) {
      const row: unknown = rows.find((one) => isRecord(one) && idOf(one['id']) === id);
      // The row names the revision that it is; another one than we asked for tells us nothing.
      const past = isRecord(row) && stampOf(row) === at ? pastOf(row) : undefined;
      pasts.set(id, [...(pasts.get(id) ?? []), { at, past }]);
    }
  }
  for (const life of pasts.values()) life.sort((a, b) => a.at.localeCompare(b.at));
  return pasts;
}

function stampOf(row: Record<string, unknown>): string | undefined {
  return instantOf(row['write_date']) ?? instantOf(row['create_date']);
}

async function employeeNames(
  rpc: Rpc,
  rows: readonly Record<string, unknown>[],
  pasts: ReadonlyMap<string, readonly { past: Past | undefined }[]>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const row of rows) {
    const id = idOf(row['employee']);
    const name = text(related(row['employee.'], 'rec_name'));
    if (id !== undefined && name !== undefined) names.set(id, name);
  }
  const past = [...pasts.values()].flat().flatMap((one) => one.past?.employee ?? []);
  const missing = [...new Set(past)].filter((id) => !names.has(id));
  if (missing.length === 0) return names;
  const found = await rpc.call('model.company.employee.read', [missing.map(Number), ['rec_name']]);
  for (const row of Array.isArray(found) ? found : []) {
    const id = isRecord(row) ? idOf(row['id']) : undefined;
    const name = isRecord(row) ? text(row['rec_name']) : undefined;
    if (id !== undefined && name !== undefined) names.set(id, name);
  }
  return names;
}

/** `undefined` where a value is not of the kind that we know. */
function pastOf(row: unknown): Past | undefined {
  if (!isRecord(row)) return undefined;
  const { state, amount, end_date: endDate, employee } = row;
  const stated = amountOf(amount, undefined);
  const closeOn = endDate === null ? null : dateOf(endDate);
  const owner = employee === null ? null : idOf(employee);
  if (stated === undefined || closeOn === undefined || owner === undefined || !isTrytonState(state))
    return undefined;
  return { state, amount: stated?.decimal ?? null, closeOn, employee: owner };
}

/** A life with a revision that we cannot read has no history to state: a gap would pass for a change. */
function whole(life: readonly { at: string; past: Past | undefined }[]) {
  const known = life.flatMap(({ at, past }) => (past === undefined ? [] : [{ at, past }]));
  return known.length === life.length ? known : undefined;
}

function changesOf(
  life: readonly { at: string; past: Past }[],
  names: ReadonlyMap<string, string>,
  currency: string | undefined,
): StatedChange[] {
  const changes: StatedChange[] = [];
  const money = (decimal: string | null) =>
    decimal === null ? null : { decimal, ...(currency === undefined ? {} : { currency }) };
  for (const [nth, { at, past }] of life.entries()) {
    const before = life[nth - 1]?.past;
    if (before === undefined) continue;
    const note = (field: StatedChangeField, from: string | null, to: string | null) => {
      if (from !== to) changes.push({ field, from, to, at });
    };
    note('stage', before.state, past.state);
    note('outcome', trytonStates[before.state].outcome, trytonStates[past.state].outcome);
    note('closeOn', before.closeOn, past.closeOn);
    note('owner', nameOf(before.employee, names), nameOf(past.employee, names));
    if (!isSameDecimal(before.amount, past.amount)) {
      changes.push({ field: 'amount', from: money(before.amount), to: money(past.amount), at });
    }
  }
  return changes;
}

/** An employee whose name may not be read keeps its id, so that a change of owner stays one. */
function nameOf(employee: string | null, names: ReadonlyMap<string, string>): string | null {
  return employee === null ? null : (names.get(employee) ?? `#${employee}`);
}

function newest(revisions: readonly Revision[] | undefined): string {
  return revisions?.at(-1)?.at ?? '';
}
