/** Deals that cannot be scored: a sentence for the person at the terminal. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}
