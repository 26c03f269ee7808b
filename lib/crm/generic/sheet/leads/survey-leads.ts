import type { LeadColumn, LeadColumns } from '../../../../deal/lead-columns';
import type { SurveyedLeads } from '../../../lead-sheet';
import { asWords } from '../../as-words';
import { fieldOfHeading } from '../../field-of-heading';
import { headingWords } from '../../heading-words';

const articles = new Set('the l la le les der die das dem des du de of'.split(' '));

/** A deal, as CRMs call it. */
const deal =
  '(?:opportunity|opportunities|deal|deals|potential|verkaufschance|geschaft|salgsmulighed|salgsmuligheden|opportunite|affaire)';
const converted =
  '(?:converted|conversion|konverteret|konvertering|konverterings|konvertiert|konvertierte|konvertierungs|umgewandelt|umgewandelte|converti|convertie)';
const qualified =
  '(?:qualified|qualification|kvalificeret|kvalificering|kvalificerings|qualifiziert|qualifizierungs|qualifie|qualifiee)';
const day = '(?:date|day|on|at|time|date time|datetime|dato|tid|tidspunkt|datum|am|den|zeit|zeitpunkt)';

/** Whole headings, folded and without articles, in English, German, Danish and French. */
const headings: readonly (readonly [LeadColumn | 'id', RegExp])[] = [
  ['id', /^(?:lead|leads|kundeemne|emne|interessent|piste|prospect)(?: record)? ?(?:id|ids|nummer id)?$/],
  ['id', /^(?:record|datensatz|post|enregistrement)? ?id(?: lead| prospect| piste)?$/],
  [
    'convertedTo',
    new RegExp(
      `^(?:${converted} ${deal}(?: id)?|${deal} (?:${converted}|id|ids)(?: id)?|id ${deal}(?: ${converted})?|(?:qualifying|associated|zugehorige|tilknyttede?) ${deal}(?: ids?)?)$`,
    ),
  ],
  ['convertedBy', new RegExp(`^${converted} (?:by|af|von|par)$`)],
  [
    'convertedOn',
    new RegExp(`^(?:lead )?(?:${converted} ?${day}|(?:date|dato) ${converted}|${converted}${day})$`),
  ],
  [
    'qualifiedOn',
    new RegExp(
      `^(?:lead )?(?:${qualified} ?${day}|(?:date|dato) ${qualified}|${qualified}${day}|became a? ?(?:sales|marketing) qualified lead date)$`,
    ),
  ],
  ['status', /^(?:lead ?)?(?:status|statut|leadstatus)$/],
  ['name', /^(?:lead|leads|kundeemne|emne|interessent|piste|prospect|full name|fulde navn)$/],
];

/** A sheet as one of leads: what its headings say of it. Nothing of it holds until the user confirms. */
export function surveyLeads(texts: readonly string[], keys: readonly string[]): SurveyedLeads {
  const words = texts.map((text) =>
    headingWords(asWords(text))
      .filter((word) => !articles.has(word))
      .join(' '),
  );
  const isLockedId = (text: string) => /^\(do not modify\) lead$/i.test(text.trim());
  const taken = new Set<string>();
  const first = (matches: (word: string, text: string) => boolean): string => {
    const at = words.findIndex((word, nth) => !taken.has(keys[nth] ?? '') && matches(word, texts[nth] ?? ''));
    const key = keys[at] ?? '';
    if (key !== '') taken.add(key);
    return key;
  };
  const named = (column: LeadColumn | 'id') => {
    for (const [of, pattern] of headings) {
      const key = of === column ? first((word, text) => pattern.test(word) && !isNameOf(word, text, of)) : '';
      if (key !== '') return key;
    }
    return '';
  };
  const meaning = (column: 'name' | 'owner' | 'source' | 'channel' | 'createdOn') =>
    first((_, text) => fieldOfHeading(withoutLead(text))?.field === column);

  const idKey = first((_, text) => isLockedId(text)) || named('id');
  const columns: LeadColumns = {
    convertedTo: named('convertedTo'),
    convertedBy: named('convertedBy'),
    convertedOn: named('convertedOn'),
    qualifiedOn: named('qualifiedOn'),
    createdOn: meaning('createdOn'),
    owner: meaning('owner'),
    source: meaning('source'),
    channel: meaning('channel'),
    status: named('status'),
    name: meaning('name') || named('name'),
  };
  const wordsOf = (key: string) => words[keys.indexOf(key)] ?? '';
  const isOfLeads = /\b(?:leads?|kundeemner?|emne|interessent|piste|prospect)\b/.test(wordsOf(idKey));
  const converts =
    columns.convertedOn !== '' ||
    columns.convertedBy !== '' ||
    /[ck]onv|umgewandelt|qualifying/.test(wordsOf(columns.convertedTo));
  const hasDeals = texts.some((text) => {
    const field = fieldOfHeading(text)?.field;
    return field === 'stage' || field === 'amount' || field === 'closeOn';
  });
  // A list of deals may name the leads that they were, or show the source of these.
  return { isLikely: converts || (isOfLeads && !hasDeals), idKey, columns };
}

/** A bare "Lead" is the id where Dynamics heads it so, and the name elsewhere. */
function isNameOf(word: string, text: string, column: LeadColumn | 'id'): boolean {
  return column === 'id' && !/\bids?$/.test(word) && !/\bid\b/i.test(text);
}

/** `Lead Source` and `Source` are one thing in a sheet of leads. */
function withoutLead(text: string): string {
  return asWords(text).replace(/^lead[ -]+/i, '');
}
