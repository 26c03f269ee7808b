import { expect, test } from 'vitest';
import { openTotalOf } from '../../../lib/store/open-total';
import type { Sighting, Sync } from '../../../lib/store/rows';

const tenant = 'crm.example.com';
const at = (minute: number) => `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`;

function look(list: string, statedTotal: number, minute: number, scope = 'Open'): Sighting {
  return {
    tenant,
    view: `list:${list}:${scope}`,
    scope,
    at: at(minute),
    readAt: at(minute),
    host: tenant,
    crm: 'generic',
    label: tenant,
    url: `https://${tenant}${list}`,
    rendered: 2,
    statedTotal,
    totalOf: 'open',
    problems: [],
  };
}

function sync(openTotal: number, minute: number): Sync {
  return {
    tenant,
    runId: 'r',
    host: tenant,
    crm: 'generic',
    label: tenant,
    status: 'done',
    phase: 'history',
    deals: { done: 90 },
    history: { done: 0 },
    openTotal,
    dealsReadAt: at(minute),
    startedAt: at(0),
    progressAt: at(minute),
    problems: [],
  };
}

const total = (sightings: readonly Sighting[], syncs: readonly Sync[] = [], tenants = [tenant]) =>
  openTotalOf(tenants, syncs, sightings);

test('the newest statement of one list counts, whatever its tab is called', () => {
  expect(total([look('/deals', 85, 1), look('/deals', 84, 2, 'Åbne')])).toBe(84);
});

test('two lists that state different totals state none: each may be a part', () => {
  expect(total([look('/deals', 85, 1), look('/leads', 12, 2)])).toBeUndefined();
  expect(total([look('/deals', 85, 1), look('/sales/deals', 85, 2)])).toBe(85);
});

test('a whole listing by sync ends what lists said before it', () => {
  const looks = [look('/deals', 85, 1), look('/leads', 12, 2)];
  expect(total(looks, [sync(90, 3)])).toBe(90);
  expect(total([...looks, look('/deals', 88, 4)], [sync(90, 3)])).toBe(88);
});

test('one tenant that never said makes the whole unknown', () => {
  expect(total([look('/deals', 85, 1)], [], [tenant, 'other.example.com'])).toBeUndefined();
  expect(total([], [], [])).toBeUndefined();
});
