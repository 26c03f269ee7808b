import { fieldOfHeading } from './field-of-heading';

/**
 * Whether texts of a row that nothing marks as one of headings are such: at least three fields, of each one, and little
 * else; no figures, which values have.
 */
export function arePlainHeadings(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const fields = filled.flatMap((text) => fieldOfHeading(text)?.field ?? []);
  return (
    fields.length >= 3 &&
    new Set(fields).size === fields.length &&
    fields.length * 3 >= filled.length * 2 &&
    filled.every((text) => text.length <= 60 && !/\d/.test(text))
  );
}
