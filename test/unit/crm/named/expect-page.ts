import { expect } from 'vitest';
import type { Adapter, ReadResult } from '../../../../lib/crm/adapter';
import type { StoredPage } from '../../../pages/draw/stored-page';
import { lookAt, openPage } from './look-at';

/** Holds an adapter to one page: tenant, kind, and every value of every deal, none more and none less. */
export function expectPage(adapter: Adapter, stored: StoredPage): void {
  const { expected } = stored;
  const page = openPage(stored);
  expect(adapter.crm).toBe(stored.crm);
  expect(adapter.pageKind(page)).toBe(expected.kind);
  expect(adapter.tenant(page)).toEqual({ tenant: expected.tenant, host: new URL(expected.url).host });
  const result = lookAt(adapter, stored);
  expect(wordOf(result)).toBe(expected.result);
  if (result.kind !== 'read') return;
  const { deals, scope, total, problems = [] } = expected;
  expect(result.deals.map(({ read: { at: _, ...read } }) => read)).toEqual(deals);
  expect(
    result.problems.map(({ code, field }) => (field === undefined ? code : `${code}: ${field}`)),
  ).toEqual(problems);
  expect(result.view).toMatchObject({ kind: expected.kind });
  expect([result.view.scope, result.statedTotal]).toEqual([scope, total]);
  expect(result.rendered).toBe(deals?.length);
}

function wordOf(result: ReadResult): StoredPage['expected']['result'] {
  if (result.kind === 'read') return 'deals';
  if (result.kind === 'not-ready') return 'loading';
  return result.unknown === undefined ? 'other' : 'unknown';
}
