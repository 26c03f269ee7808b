import { expect, test, vi } from 'vitest';
import { covers, hostOf } from '../../../lib/hosts/granted';

vi.mock('wxt/browser', () => ({ browser: {} }));

test.each([
  ['https://crm.example.com/*', 'crm.example.com', true],
  ['https://crm.example.com:8443/*', 'crm.example.com:8443', true],
  ['https://crm.example.com/*', 'crm.example.com:8443', false],
  ['https://*.example.com/*', 'crm.example.com', true],
  ['https://*.example.com/*', 'example.com', true],
  ['https://*.example.com/*', 'crm-example.com', false],
  ['https://*.example.com/*', 'example.com.evil.org', false],
  ['*://*/*', 'crm.example.com', true],
  ['<all_urls>', 'crm.example.com', true],
  ['nonsense', 'crm.example.com', false],
])('the pattern %s covers %s: %s', (pattern, host, expected) => {
  expect(covers(pattern, host)).toBe(expected);
});

test('a pattern that covers many hosts names none', () => {
  expect(
    ['https://crm.example.com:1/*', 'https://*.example.com/*', '*://*/*', '<all_urls>'].map(hostOf),
  ).toEqual(['crm.example.com:1', undefined, undefined, undefined]);
});
