import { currencyOfMark } from './currency-of-mark';
import { codesOfSharedSign } from './currency-marks';
import { parseCurrency } from './parse-currency';
import { tidyText } from './tidy-text';

/**
 * What a heading says of the currency of the amounts below it: a code, or a sign that several currencies share, alone in
 * brackets or at its end.
 *
 * @example statedCurrency('Beløb (kr.)') // 'kr'
 */
export function statedCurrency(heading: string): string | undefined {
  const said = /(?:^|[\s([,])(\p{L}*[$¥]?)\.?[)\]]?$/u.exec(tidyText(heading))?.[1];
  const bracketed = /[([]([^()[\]]{1,8})[)\]]\W*$/u.exec(tidyText(heading))?.[1];
  return (
    parseCurrency(heading) ??
    Object.keys(codesOfSharedSign).find((sign) => sign === said) ??
    (bracketed === undefined ? undefined : currencyOfMark(bracketed))
  );
}
