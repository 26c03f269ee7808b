import { chunkSize, type Chunk } from '../columns/columns';
import type { ListSource } from './deal-list';

/**
 * A search: every word of it is in the row's name, account, number, owner or stage, in any case. Without texts only
 * owner and stage are searched.
 */
export function isFound(
  { columns, texts }: ListSource,
  search: string,
): (chunk: Chunk, at: number, slot: number) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  // Owners and stages are few: each is looked at once for each word.
  const inWords = words.map((word) => columns.words.map((text) => text.toLowerCase().includes(word)));
  return (chunk, at, slot) => {
    const n = Math.floor(slot / chunkSize);
    let text: string | undefined;
    return words.every((word, nth) => {
      const known = inWords[nth];
      if (known?.[chunk.owner[at] ?? 0] === true || known?.[chunk.stage[at] ?? 0] === true) return true;
      text ??= [texts?.names[n]?.[at], texts?.accounts[n]?.[at], texts?.numbers[n]?.[at]]
        .join('\n')
        .toLowerCase();
      return text.includes(word);
    });
  };
}
