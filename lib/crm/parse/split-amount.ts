import { codeOfSign, codesOfSharedSign, countryOfDollar } from './currency-marks';
import { isCurrencyCode } from './is-currency-code';
import { textLimit } from './reading';
import { powersOf } from './powers-of';
import { signFitsCode } from './sign-fits-code';

/** The parts of a written amount; `digits` still with the signs it was grouped and pointed with. */
export interface AmountParts {
  readonly digits: string;
  readonly isNegative: boolean;
  /** A word that multiplies: `k`, `Mio`. */
  readonly scaleWord?: string;
  /** Marked as rounded by `~` or `ca.`. */
  readonly isAbout: boolean;
  readonly currency?: string;
  readonly symbol?: string;
}

const marks = [
  ...Object.keys(codeOfSign),
  ...Object.keys(codesOfSharedSign),
  'Kr',
  'KR',
  'fr',
  'RS',
  'Lei',
].sort((a, b) => b.length - a.length);

/**
 * Takes a tidied text apart into sign, currency, figures and scale. `undefined` where anything is left over: a text
 * that is only partly understood is not understood (`12 deals`, `€10k–20k`, `$10,000+`, `40 %`). Linear.
 *
 * @example splitAmount('1,2 Mio. €') // { digits: '1,2', scaleWord: 'Mio', currency: 'EUR', isNegative: false, isAbout: false }
 * @example splitAmount('($1,250.00)') // { digits: '1,250.00', isNegative: true, symbol: '$', isAbout: false }
 */
export function splitAmount(tidy: string): AmountParts | undefined {
  if (tidy.length > textLimit) return undefined;
  const bracketed = /^([^()\d]*)\(([^()]*)\)([^()\d]*)$/.exec(tidy);
  const inner = bracketed === null ? tidy : `${bracketed[1]} ${bracketed[2]} ${bracketed[3]}`;
  // In `kr.75.000` the first dot is the sign's own.
  const found = /(?:(?<!\p{L})[.,])?\d(?:[\d.,' ]*\d)?/u.exec(inner);
  if (found === null) return undefined;
  const words = newWords();
  if (bracketed !== null) words.minus += 1;
  let digits = found[0].startsWith('.') || found[0].startsWith(',') ? `0${found[0]}` : found[0];
  let after = inner.slice(found.index + found[0].length);
  // `1.250,-` and `1 250:-` are how a round sum is written from Zürich to Stockholm.
  const round = /^(?:([.,])-{1,2}|:-|-(?=\s|$))/.exec(after);
  if (round !== null) {
    if (round[1] !== undefined) digits += `${round[1]}00`;
    else if (round[0] === '-') words.minus += 1;
    after = after.slice(round[0].length);
  }
  if (!takeWords(inner.slice(0, found.index), words, false) || !takeWords(after, words, true))
    return undefined;
  if (words.minus > 1 || words.currencies.size > 1 || words.symbols.size > 1) return undefined;
  const [currency] = words.currencies;
  const [symbol] = words.symbols;
  if (currency !== undefined && symbol !== undefined && !signFitsCode(symbol, currency)) return undefined;
  return {
    digits,
    isNegative: words.minus === 1,
    ...(words.scale === undefined ? {} : { scaleWord: words.scale }),
    isAbout: words.isAbout,
    ...(currency !== undefined ? { currency } : symbol !== undefined ? { symbol } : {}),
  };
}

interface Words {
  minus: number;
  scale: string | undefined;
  isAbout: boolean;
  readonly currencies: Set<string>;
  readonly symbols: Set<string>;
}

function newWords(): Words {
  return { minus: 0, scale: undefined, isAbout: false, currencies: new Set(), symbols: new Set() };
}

/** Eats known words from the front until nothing is left; false where something unknown stands. */
function takeWords(text: string, words: Words, isAfterFigures: boolean): boolean {
  let rest = text.trim();
  while (rest !== '') {
    const taken = takeOne(rest, words, isAfterFigures);
    if (taken === 0) return false;
    rest = rest.slice(taken).trimStart();
  }
  return true;
}

/** Length of the word taken; 0 where it is unknown. */
function takeOne(rest: string, words: Words, isAfterFigures: boolean): number {
  if (!isAfterFigures) {
    // Behind the figures a plus says "at least", and a minus that stands apart may be a dash.
    const sign = /^[-+]/.exec(rest)?.[0];
    if (sign === '-') words.minus += 1;
    if (sign !== undefined) return 1;
    const about = /^(?:[~≈]|(?:ca|c|approx|env)\. ?|ca |(?:about|circa|rund|environ) )/i.exec(rest)?.[0];
    if (about !== undefined) {
      words.isAbout = true;
      return about.length;
    }
  }
  const taken = takeMark(rest, words);
  if (taken > 0) return taken;
  // `T€`, `kEUR`, `mkr`: a single letter before the currency that it multiplies.
  const glued = /^(?:[kKtTmM]|mn)(?=\p{Sc}|kr|[A-Z]{3}(?!\p{L}))/u.exec(rest)?.[0];
  const word = glued ?? (isAfterFigures ? /^\p{L}+/u.exec(rest)?.[0] : undefined);
  if (word === undefined || words.scale !== undefined) return 0;
  const scale = glued === 'T' ? 't' : word;
  // As a word of some country; of which, the currency decides later.
  if (powersOf(scale, 'INR').length === 0) return 0;
  words.scale = scale;
  return word.length + (rest[word.length] === '.' ? 1 : 0);
}

/** Takes a currency's code or sign. */
function takeMark(rest: string, words: Words): number {
  const code = /^[A-Z]{3}(?!\p{L})/u.exec(rest)?.[0];
  if (code !== undefined && isCurrencyCode(code)) {
    words.currencies.add(code);
    return 3;
  }
  const dollar = /^(?:([A-Z]{1,2}) ?\$|\$ ?([A-Z]{2})(?!\p{L}))/u.exec(rest);
  const beside = dollar?.[1] ?? dollar?.[2] ?? '';
  const country = countryOfDollar[beside] ?? beside;
  const ofDollar = codesOfSharedSign.$?.split(' ').find(
    (each) => country.length > 1 && each.startsWith(country),
  );
  if (dollar !== null && ofDollar !== undefined) {
    words.currencies.add(ofDollar);
    return dollar[0].length;
  }
  const mark = marks.find(
    (known) => rest.startsWith(known) && !(/\p{L}$/u.test(known) && /^\p{L}/u.test(rest.slice(known.length))),
  );
  if (mark === undefined) {
    const other = /^\p{Sc}/u.exec(rest)?.[0];
    if (other !== undefined) words.symbols.add(other);
    return other?.length ?? 0;
  }
  const dot = /\p{L}$/u.test(mark) && rest[mark.length] === '.' ? '.' : '';
  const own = codeOfSign[mark];
  if (own === undefined) words.symbols.add(mark + dot);
  else words.currencies.add(own);
  return mark.length + dot.length;
}
