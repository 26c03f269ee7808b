import { textLimit } from './reading';
import { remember } from './remember';

/**
 * Brings the variants of one sign together before parsing: every kind of space is a space (a line break stays one),
 * every minus a hyphen, every apostrophe `'`, every decimal digit 0-9; direction marks and zero-width signs go.
 * Cut at one more than {@link textLimit}, so that a parser can see that a text is too long. Linear.
 *
 * @example tidyText(' 1\u202f234,5 €') // '1 234,5 €'
 */
export function tidyText(text: string): string {
  return known(text.slice(0, textLimit + 1));
}

const known = remember(tidy);

function tidy(text: string): string {
  return text
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\u2018\u2019\u02bc\u2032\uff07`´]/g, "'")
    .replace(/￥/g, '¥')
    .replace(/[^\p{ASCII}]/gu, toAsciiDigit)
    .trim();
}

/** Decimal digits stand in blocks of ten whose first is a multiple of 16, or six past one, in every script used here. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

function toAsciiDigit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  if (code === 0x66b) return '.';
  return code === 0x66c ? ',' : sign;
}
