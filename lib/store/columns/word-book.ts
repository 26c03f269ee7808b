/** The words of columns in the making. */
export interface WordBook {
  /** By number; number 0 is no word. */
  readonly words: readonly string[];
  /** A word's number; a new word gets the next one. */
  readonly numberOf: (word: string) => number;
}

/** A copy of known words that can grow. */
export function wordBook(known: readonly string[] = ['']): WordBook {
  const words = [...known];
  const numbers = new Map(words.map((word, number) => [word, number]));
  // The empty text at number 0 stands for none; the word '' is another.
  if (numbers.get('') === 0) numbers.delete('');
  return {
    words,
    numberOf: (word) => {
      const number = numbers.get(word) ?? words.push(word) - 1;
      numbers.set(word, number);
      return number;
    },
  };
}
