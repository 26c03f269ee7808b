import { headingWords } from '../heading-words';

/** What an id may be of, in the words of CRMs' exports; "account ID" is another thing's. */
const ofDeals = new Set(
  'deal opportunity record potential lead row vorgangs datensatz geschafts verkaufschance verkaufschancen opportunite affaire handel salgsmulighed post'.split(
    ' ',
  ),
);

/**
 * How surely a heading names the CRM's own id of the deal: 2 where it says of what, 1 for a bare `Id`, 0 for all others.
 *
 * @example idHeadingRank('Deal - ID') // 2
 * @example idHeadingRank('Account ID') // 0
 */
export function idHeadingRank(heading: string): 0 | 1 | 2 {
  // "(Do Not Modify) Opportunity" is how Dynamics heads its ids.
  if (/^\(do not modify\) (?:opportunity|lead)$/i.test(heading.trim())) return 2;
  const words = headingWords(heading.replace(/(\p{Ll})(Id|ID)\b/gu, '$1 $2'));
  if (words.at(-1) !== 'id') return 0;
  const before = words.slice(0, -1);
  if (before.length === 0) return 1;
  return before.every((word) => ofDeals.has(word)) ? 2 : 0;
}
