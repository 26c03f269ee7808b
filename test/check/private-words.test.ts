import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './modules';

/** Built from pieces, so that this file does not contain what it looks for. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  [
    'a path of one machine',
    new RegExp(`(?<![\\w.~*:/-])/(?:${['home', 'Users', 'root', 'work', 'workspace'].join('|')})/\\w`),
  ],
  ['a folder of one Windows user', /\b[A-Z]:\\{1,2}Users\\/],
  ['the host of a package registry', new RegExp(['registry', '\\.(?:npmjs|yarnpkg)\\.'].join(''))],
  ['where a package came from', new RegExp(['"res', 'olved": "http'].join(''))],
  ['a key', new RegExp(['-----BEGIN (?:[A-Z]+ )?PRIV', 'ATE KEY'].join(''))],
];

const committed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile());

describe('committed files', () => {
  test('are seen', () => {
    expect(committed.length).toBeGreaterThan(100);
    expect(committed).toContain('package-lock.json');
  });

  test.each(FORBIDDEN)('hold nowhere %s', (_, pattern) => {
    const holding = committed.flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return text
        .split('\n')
        .flatMap((line, at) =>
          pattern.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 100)}`] : [],
        );
    });
    expect(holding).toEqual([]);
  });

  test('would be found out', () => {
    const samples = [
      `"/${'home'}/someone/x"`,
      `C:\\${'Users'}\\x`,
      `https://registry.${'npmjs'}.org`,
      `"res${'olved'}": "https://x"`,
    ];
    for (const sample of samples)
      expect(
        FORBIDDEN.some(([, pattern]) => pattern.test(sample)),
        sample,
      ).toBe(true);
  });
});
