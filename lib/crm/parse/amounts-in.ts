import { splitAmount, type AmountParts } from './split-amount';
import { tidyText } from './tidy-text';

/** The amounts of one text. */
export interface AmountsIn {
  readonly all: readonly AmountParts[];
  /** `A (B)`: two currencies, of which one was converted. */
  readonly isConverted: boolean;
}

/**
 * Takes the one amount of a text apart, or each of two: `A (B)`, or one in each line. The same line twice counts once.
 * None where the text says anything else as well.
 *
 * @example amountsIn('USD 1,000.00 (EUR 920.00)') // { all: [USD, EUR], isConverted: true }
 */
export function amountsIn(text: string): AmountsIn {
  // A share below an amount is none, and says nothing of it.
  const [top = '', ...more] = new Set(tidyText(text).split('\n'));
  const lines = [top, ...more.filter((line) => !/^\d{1,3}(?:[.,]\d{1,4})? ?%$/.test(line))];
  const inFigures = lines.filter((line) => /\d/.test(line));
  const line = lines.join(' ');
  const one = inFigures.length === 1 ? splitAmount(line) : undefined;
  if (one !== undefined) return { all: [one], isConverted: false };
  const pair = /^([^()]+) ?\(([^()]+)\)$/.exec(line);
  const parts = (pair === null ? inFigures : [pair[1] ?? '', pair[2] ?? '']).map((each) =>
    splitAmount(each.trim()),
  );
  const all = parts.filter((part) => part !== undefined);
  const [first, second] = all.map(({ currency, symbol }) => currency ?? symbol);
  return {
    all: parts.length > 1 && all.length === parts.length ? all : [],
    isConverted: pair !== null && first !== undefined && second !== undefined && first !== second,
  };
}
