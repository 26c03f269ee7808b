import { expect, test } from 'vitest';
import { displayLocale } from '../../../lib/i18n/display-locale';

test.each([
  ['en-US', 'en-US'],
  ['en_GB', 'en-GB'],
  ['da', 'da'],
  ['da-DK', 'da-DK'],
  ['de', 'en'],
  ['', 'en'],
])('numbers of a browser in %j are written as in %j', (ui, display) => {
  expect(displayLocale(ui)).toBe(display);
});
