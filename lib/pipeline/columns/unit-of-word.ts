import type { AmountUnit } from '../../deal/deal';

/** What an amount is counted in: the inverse of `unitWord`. */
export function unitOfWord(word: string | undefined): AmountUnit {
  if (!word) return {};
  return word.startsWith('=') ? { currency: word.slice(1) } : { symbol: word.slice(1) };
}
