import { chunkSize } from '../../pipeline/columns/columns';
import type { Deal } from '../../deal/deal';
import type { TextsRow } from './column-rows';

/** What a row is called. */
export type Texts = Pick<Deal, 'name' | 'account' | 'number'>;

/** A chunk's texts slot by slot, to be changed. */
export interface OpenTexts {
  readonly names: string[];
  readonly accounts: string[];
  readonly numbers: string[];
}

/** Longer texts are cut: they serve search and order, and the row has the whole. */
const mostLetters = 500;

/** The texts of a stored chunk; without one those of 1024 empty slots. */
export function openTexts(row?: TextsRow): OpenTexts {
  const empty = '\n'.repeat(chunkSize - 1);
  const { names = empty, accounts = empty, numbers = empty } = row ?? {};
  return { names: names.split('\n'), accounts: accounts.split('\n'), numbers: numbers.split('\n') };
}

/** Writes what a row is called into its place. */
export function setTexts(texts: OpenTexts, at: number, row: Texts | undefined): void {
  texts.names[at] = line(row?.name);
  texts.accounts[at] = line(row?.account);
  texts.numbers[at] = line(row?.number);
}

/** The texts of a chunk, to be stored. */
export function textsRow(n: number, { names, accounts, numbers }: OpenTexts): TextsRow {
  return {
    chunk: `t:${n}`,
    names: names.join('\n'),
    accounts: accounts.join('\n'),
    numbers: numbers.join('\n'),
  };
}

/** Whether two rows are called the same. */
export function hasSameTexts(a: Texts, b: Texts): boolean {
  return (['name', 'account', 'number'] as const).every((name) => (a[name] ?? '') === (b[name] ?? ''));
}

function line(text: string | null | undefined): string {
  return (text ?? '').slice(0, mostLetters).replaceAll('\n', ' ');
}
