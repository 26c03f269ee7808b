import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a constant of the method says of itself: its cost on the sets, why there is none to say, or where it is from. */
const SAYS =
  /\bCosts? |\bNot measured\b|\bNo part in\b|\bPart of the answer's form\b|\bPublished\b|\btable \d/;
/** Names of kinds, which are no choice. */
const KINDS = ['lib/forecast/book.ts', 'lib/forecast/exposure.ts', 'lib/stats/lives.ts'];

interface Constant {
  readonly place: string;
  readonly comment: string;
}

/** Constants of a file that are numbers, or lists that begin with one. */
function constantsIn(file: string): readonly Constant[] {
  const text = readFileSync(`${root}/${file}`, 'utf8');
  const found = text.matchAll(
    /(\/\*\*(?:(?!\*\/)[^])*\*\/\n)?^(?:export )?const (\[?[A-Za-z][A-Za-z0-9_, ]*\]?)(?:: [^=\n]+)? =\s+\[?\s*-?\d/gm,
  );
  return [...found].map(([, comment = '', name = '']) => ({ place: `${file} ${name}`, comment }));
}

/** Fields of the constants of `tuning.ts`; a field without a comment of its own shares the one above it. */
function tuned(): readonly Constant[] {
  const file = 'lib/forecast/tuning.ts';
  let comment = '';
  let isOpen = false;
  return readFileSync(`${root}/${file}`, 'utf8')
    .split('\n')
    .flatMap((line): readonly Constant[] => {
      if (line.startsWith('  /**')) [comment, isOpen] = ['', true];
      if (isOpen) comment += line;
      if (line.endsWith('*/')) isOpen = false;
      const name = /^  readonly (\w+): (?:number|LevelPrior);/.exec(line)?.[1];
      return name === undefined ? [] : [{ place: `${file} ${name}`, comment }];
    });
}

describe('each constant of forecast, record and pipeline', () => {
  const files = ['lib/forecast', 'lib/pipeline', 'lib/stats'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  const constants = files.filter((file) => !KINDS.includes(file)).flatMap(constantsIn);

  it('is found', () => {
    expect(constants.length).toBeGreaterThan(75);
    for (const folder of ['forecast/record', 'forecast/recurring', 'pipeline/coverage', 'pipeline/pace'])
      expect(
        constants.filter(({ place }) => place.startsWith(`lib/${folder}/`)),
        folder,
      ).not.toEqual([]);
    expect(tuned().length).toBeGreaterThan(30);
  });

  it('says what choosing it on two sets costs on the third, or why that cannot be said', () => {
    const silent = [...constants, ...tuned()].filter(({ comment }) => !SAYS.test(comment));
    expect(silent.map(({ place }) => place)).toEqual([]);
  });
});
