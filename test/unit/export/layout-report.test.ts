import { expect, test } from 'vitest';
import { layoutReport } from '../../../lib/export/layout-report';

test('a report names the version, the CRM, the kind of page, its address, and what was found', () => {
  const found = { 'tr[data-row]': 1, 'td[data-cell]': 0 };
  const address = 'https://*/list/*';
  expect(layoutReport({ version: '0.1.0', crm: 'acme', kind: 'list', address, found }).split('\n')).toEqual([
    'Stafet 0.1.0',
    'Layout not recognised: acme, list',
    'https://*/list/*',
    '1 × tr[data-row]',
    '0 × td[data-cell]',
  ]);
});

test('of a CRM that nobody named there is less to say', () => {
  expect(layoutReport({ version: '0.1.0', crm: 'generic', kind: 'record' })).toBe(
    'Stafet 0.1.0\nLayout not recognised: generic, record',
  );
});
