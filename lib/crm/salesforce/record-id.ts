const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The id of a record in its long form, so that both forms are one: the last three characters say which of the first fifteen
 * are capitals. `undefined` for everything else, and for a long form that is not that of its short one.
 *
 * @param prefix What ids of its kind begin with (facts.md 1.1).
 * @example recordId('0061N00000gO3zX', '006') // '0061N00000gO3zXQAS'
 */
export function recordId(text: string, prefix: string): string | undefined {
  if (!text.startsWith(prefix) || !/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(text)) return undefined;
  const short = text.slice(0, 15);
  const parts = [short.slice(0, 5), short.slice(5, 10), short.slice(10)];
  const long = short + parts.map((part) => alphabet[capitalsOf(part)]).join('');
  // Where its own last three do not fit, something has changed its letters: it may be another record's.
  return text.length === 15 || text === long ? long : undefined;
}

/** Five characters as a number: a bit for each capital, the first one the lowest. */
function capitalsOf(part: string): number {
  return part.split('').reduce((bits, char, at) => bits + (/[A-Z]/.test(char) ? 2 ** at : 0), 0);
}
