const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Begins like the id of an opportunity (facts.md 1.1), in either length. */
const pattern = /^006[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/;

/**
 * The id of an opportunity in its long form, so that both forms are one deal: the last three characters say which of the
 * first fifteen are capitals. `undefined` for everything else.
 *
 * @example opportunityId('0065g00000AbCdE') // '0065g00000AbCdEAAX' or as the capitals say
 */
export function opportunityId(text: string): string | undefined {
  if (!pattern.test(text)) return undefined;
  const short = text.slice(0, 15);
  const parts = [short.slice(0, 5), short.slice(5, 10), short.slice(10)];
  return short + parts.map((part) => alphabet[capitalsOf(part)]).join('');
}

/** Five characters as a number: a bit for each capital, the first one the lowest. */
function capitalsOf(part: string): number {
  return part.split('').reduce((bits, char, at) => bits + (/[A-Z]/.test(char) ? 2 ** at : 0), 0);
}
