import { expect, test } from 'vitest';
import { safeLink } from '../../../../components/deal/safe-link';

test.each([
  ['https on the deal’s own host', 'https://crm.example.com/deal/1', [], 'https://crm.example.com/deal/1'],
  [
    'http on a granted host',
    'http://crm.example.com/deal/1',
    ['crm.example.com'],
    'http://crm.example.com/deal/1',
  ],
  ['http on a host that is not granted', 'http://crm.example.com/deal/1', [], undefined],
  ['another host', 'https://evil.example.com/deal/1', ['evil.example.com'], undefined],
  ['a host that only begins alike', 'https://crm.example.com.evil.example/1', [], undefined],
  ['a name before the host', 'https://me@crm.example.com/', [], undefined],
  ['a script', ['javascript', 'alert(1)'].join(':'), [], undefined],
  ['no address', 'deal 1', [], undefined],
  ['nothing', undefined, [], undefined],
])('%s', (_, url, granted, expected) => {
  expect(safeLink(url, 'crm.example.com', granted)).toBe(expected);
});
