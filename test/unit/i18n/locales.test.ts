import { fileURLToPath } from 'node:url';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';

const file = (locale: string) =>
  fileURLToPath(new URL(`../../../lib/i18n/locales/${locale}.yml`, import.meta.url));
// The browser's own names, which the parser adds, are not ours to judge.
const read = async (locale: string) =>
  (await parseMessagesFile(file(locale))).filter(({ key }) => !key[0]?.startsWith('@@'));
const en = await read('en');
const da = await read('da');
const name = ({ key }: { key: readonly string[] }) => key.join('.');
const texts = (message: (typeof en)[number]) =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message];

const shape = (message: (typeof en)[number] | undefined) => ({
  type: message?.type,
  named: message?.namedSubstitutions.toSorted(),
  numbered: message?.substitutions,
});

describe('the two languages', () => {
  test('have exactly the same messages', () => {
    expect(en.length).toBeGreaterThan(100);
    expect(da.map(name).toSorted()).toEqual(en.map(name).toSorted());
  });

  test('agree on plurals and on what is filled in, message by message', () => {
    for (const english of en) {
      const danish = da.find((message) => name(message) === name(english));
      expect(shape(danish), name(english)).toEqual(shape(english));
      for (const text of [...texts(english), ...(danish === undefined ? [] : texts(danish))]) {
        expect(text.trim(), name(english)).not.toBe('');
      }
    }
  });

  test('use names that a browser accepts, and no bar, which would be taken for a plural', () => {
    for (const message of [...en, ...da]) {
      expect(message.key.join('_')).toMatch(/^[A-Za-z0-9_@]+$/);
      for (const text of texts(message)) expect(text).not.toContain('|');
    }
  });
});
