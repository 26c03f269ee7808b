const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Begins like the id of an opportunity (facts.md 1.1), in either length. */
const pattern = /^006[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/;

/**
 * The id of an opportunity in its long form, so that both forms are one deal: the last three characters say which of the
 * first fifteen are capitals. `undefined` for everything else, and for a long form
 * that is not that of its short one.
 *
 * @example opportunityId('0061N00000gO3zX') // '0061N00000gO3zXQAS'
 */
export function opportunityId(text: string): string | undefined {
  if (!pattern.test(text)) return undefined;
  const short = text.slice(0, 15);
  const parts = [short.slice(0, 5), short.slice(5, 10), short.slice(10)];
  const long = short + parts.map((part) => alphabet[capitalsOf(part)]).join('');
  // Where its own last three do not fit, something has changed its letters: it may be another deal's.
  return text.length === 15 || text === long ? long : undefined;
}

/** Five characters as a number: a bit for each capital, the first one the lowest. */
function capitalsOf(part: string): number {
  return part.split('').reduce((bits, char, at) => bits + (/[A-Z]/.test(char) ? 2 ** at : 0), 0);
}
