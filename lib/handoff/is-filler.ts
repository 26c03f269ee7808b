import type { FieldValue } from './request';

/** Words that fill a field and say nothing (published in the README). Signs without a letter or digit are none either. */
export const FILLERS: readonly string[] = [
  'n/a',
  'na',
  'n.a',
  'n.a.',
  'not applicable',
  'none',
  'null',
  'nil',
  'nothing',
  'tbd',
  'tba',
  'tbc',
  'to be determined',
  'unknown',
  'unk',
  'not known',
  "don't know",
  'dont know',
  'idk',
  'x',
  'test',
  'asdf',
  'todo',
  'ingen',
  'ukendt',
  'ved ikke',
];

const isListed = new Set(FILLERS);

/**
 * Whether a value fills a field without saying anything: nothing, `false`, a word of {@link FILLERS}, one letter x
 * again and again, or signs alone.
 *
 * @example isFiller(' TBD ') // true; isFiller('CFO') // false
 */
export function isFiller(value: FieldValue | undefined): boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value === false;
  const text = (value ?? '').trim().toLowerCase();
  return isListed.has(text) || /^x+$/.test(text) || !/[\p{L}\p{N}]/u.test(text);
}
