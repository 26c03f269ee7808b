import { codeOfSign, codesOfSharedSign } from './currency-marks';
import { isCurrencyCode } from './is-currency-code';
import { textLimit } from './reading';
import { signFitsCode } from './sign-fits-code';

/** The parts of a written amount; `digits` still with the signs it was grouped and pointed with. */
export interface AmountParts {
  readonly digits: string;
  readonly isNegative: boolean;
  /** Powers of ten that a word adds: 3 for `k`, 6 for `Mio.`; 0 without one. */
  readonly scale: number;
  /** Marked as rounded by `~` or `ca.`. */
  readonly isAbout: boolean;
  readonly currency?: string;
  readonly symbol?: string;
}

/** `billion` is missing on purpose: it is 10^9 in English and 10^12 in German or Danish. */
const scales: Readonly<Record<string, number>> = {
  k: 3,
  tsd: 3,
  tys: 3,
  tkr: 3,
  mille: 3,
  lakh: 5,
  lac: 5,
  m: 6,
  mm: 6,
  mio: 6,
  mill: 6,
  mn: 6,
  mln: 6,
  mi: 6,
  million: 6,
  millionen: 6,
  millioner: 6,
  cr: 7,
  crore: 7,
  b: 9,
  bn: 9,
  mrd: 9,
  mia: 9,
  mld: 9,
  md: 9,
};
const marks = [
  ...Object.keys(codeOfSign),
  ...Object.keys(codesOfSharedSign),
  'Kr',
  'KR',
  'RS',
  'Lei',
  'Ft',
].sort((a, b) => b.length - a.length);

/**
 * Takes a tidied text apart into sign, currency, figures and scale. `undefined` where anything is left over: a text
 * that is only partly understood is not understood (`12 deals`, `€10k–20k`, `40 %`). Linear.
 *
 * @example splitAmount('1,2 Mio. €') // { digits: '1,2', scale: 6, currency: 'EUR', isNegative: false, isAbout: false }
 * @example splitAmount('($1,250.00)') // { digits: '1,250.00', isNegative: true, symbol: '$', scale: 0, isAbout: false }
 */
export function splitAmount(tidy: string): AmountParts | undefined {
  if (tidy.length > textLimit) return undefined;
  const inner = /^\(.*\)$/.test(tidy) ? tidy.slice(1, -1) : tidy;
  const found = /[.,]?\d(?:[\d.,' ]*\d)?/.exec(inner);
  if (found === null) return undefined;
  const words = newWords();
  if (inner !== tidy) words.minus += 1;
  let digits = found[0].startsWith('.') || found[0].startsWith(',') ? `0${found[0]}` : found[0];
  let after = inner.slice(found.index + found[0].length);
  // `1.250,-` is how Danes, Germans and the Dutch write a round sum.
  const round = /^([.,])-{1,2}(?=\s|$)/.exec(after);
  if (round !== null) {
    digits += `${round[1]}00`;
    after = after.slice(round[0].length);
  }
  if (!takeWords(inner.slice(0, found.index), words, false) || !takeWords(after, words, true))
    return undefined;
  if (words.minus > 1 || words.currencies.size > 1 || words.symbols.size > 1) return undefined;
  const [currency] = words.currencies;
  const [symbol] = words.symbols;
  // `CR` is crore in India and a credit elsewhere.
  if ((words.scale === 5 || words.scale === 7) && currency !== 'INR') return undefined;
  if (currency !== undefined && symbol !== undefined && !signFitsCode(symbol, currency)) return undefined;
  return {
    digits,
    isNegative: words.minus === 1,
    scale: words.scale ?? 0,
    isAbout: words.isAbout,
    ...(currency !== undefined ? { currency } : symbol !== undefined ? { symbol } : {}),
  };
}

interface Words {
  minus: number;
  scale: number | undefined;
  isAbout: boolean;
  readonly currencies: Set<string>;
  readonly symbols: Set<string>;
}

function newWords(): Words {
  return { minus: 0, scale: undefined, isAbout: false, currencies: new Set(), symbols: new Set() };
}

/** Eats known words from the front until nothing is left; false where something unknown stands. */
function takeWords(text: string, words: Words, afterFigures: boolean): boolean {
  let rest = text.trim();
  while (rest !== '') {
    const taken = takeOne(rest, words, afterFigures);
    if (taken === 0) return false;
    rest = rest.slice(taken).trimStart();
  }
  return true;
}

/** Length of the word taken; 0 where it is unknown. */
function takeOne(rest: string, words: Words, afterFigures: boolean): number {
  const sign = /^[-+]/.exec(rest);
  if (sign !== null) {
    if (sign[0] === '-') words.minus += 1;
    return 1;
  }
  const about = afterFigures ? null : /^(?:[~≈]|ca\.? |c\. |approx\.? |about )/i.exec(rest);
  if (about !== null) {
    words.isAbout = true;
    return about[0].length;
  }
  const code = /^[A-Z]{3}(?!\p{L})/u.exec(rest)?.[0];
  if (code !== undefined && isCurrencyCode(code)) {
    words.currencies.add(code);
    return 3;
  }
  const mark = marks.find(
    (known) => rest.startsWith(known) && !(/\p{L}$/u.test(known) && /^\p{L}/u.test(rest.slice(known.length))),
  );
  if (mark !== undefined) return takeMark(mark, rest, words);
  const scale = afterFigures && words.scale === undefined ? /^\p{L}+/u.exec(rest)?.[0] : undefined;
  const power = scale === undefined ? undefined : scales[scale.toLowerCase()];
  if (scale !== undefined && power !== undefined) {
    words.scale = power;
    return scale.length + (rest[scale.length] === '.' ? 1 : 0);
  }
  const other = /^\p{Sc}/u.exec(rest);
  if (other === null) return 0;
  words.symbols.add(other[0]);
  return other[0].length;
}

function takeMark(mark: string, rest: string, words: Words): number {
  const dot = !mark.endsWith('.') && /^\p{L}/u.test(mark) && rest[mark.length] === '.' ? '.' : '';
  const code = codeOfSign[mark];
  if (code === undefined) words.symbols.add(mark + dot);
  else words.currencies.add(code);
  return mark.length + dot.length;
}
