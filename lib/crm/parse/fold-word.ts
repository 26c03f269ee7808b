import { textLimit } from './reading';
import { remember } from './remember';

/**
 * A word as it is looked up: lower case, without accents (`é` is `e`, `ø` is `o`, `ß` is `ss`, `æ` is `ae`), one space
 * between parts. Not for showing.
 *
 * @example foldWord(' Clôturé  GAGNÉ ') // 'cloture gagne'
 */
export function foldWord(text: string): string {
  return text.length > textLimit ? fold(text) : known(text);
}

const known = remember(fold);

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßłđðı]/g, (letter) => plain[letter] ?? letter)
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
};
