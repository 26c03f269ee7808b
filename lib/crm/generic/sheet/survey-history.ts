import type { HistoryField } from '../../../deal/file-history/file-step';
import type { CsvTable } from '../../../export/parse-csv';
import type { HistoryColumns, SurveyedHistory } from '../../sheet';
import { fieldOfHeading } from '../field-of-heading';
import { headingWords } from '../heading-words';
import { historyFieldOf } from './history-field-of';
import { valuesOf } from './values-of';

const articles = new Set('the l la le les der die das dem den des du'.split(' '));

/** What is said to be old or new, in English, German, Danish and French; or nothing of it. */
const thing = '(?: (?:value|wert|vaerdi|valeur|stage|phase|fase|etape|status|owner|name))?';
/** Whole headings, folded and without articles. */
const headings: readonly (readonly [keyof HistoryColumns, RegExp])[] = [
  [
    'from',
    new RegExp(
      `^(?:(?:old|previous|prior|from|alter|alte|vorheriger|vorherige|bisheriger|bisherige|von|aus|gammel|tidligere|forrige|fra|ancienne|ancien|depuis|de)${thing}|(?:valeur|etape|phase) precedente|ancienne)$`,
    ),
  ],
  [
    'to',
    new RegExp(
      `^(?:(?:new|to|moved to|neuer|neue|nach|zu|verschoben nach|ny|nye|til|flyttet til|nouvelle|nouveau|vers|deplace vers|a)${thing}|value|wert|vaerdi|valeur)$`,
    ),
  ],
  [
    'when',
    /^(?:(?:edit|edited|modified|modification|change|changed|last modified|last modification) ?(?:date|time|on|at)?|last modified date time|time ?stamp|date ?time|date|time|at|when|datum|zeit|zeitpunkt|zeitstempel|geandert(?: am)?|zuletzt geandert(?: am)?|(?:anderungs|bearbeitungs)(?:datum|zeit)|tidspunkt|tidsstempel|dato|tid|aendret(?: den)?|sidst aendret|senest aendret|(?:aendrings|redigerings)dato|horodatage|modifie(?: le)?|derniere modification|date (?:de )?modification|heure)$/,
  ],
  [
    'field',
    /^(?:field|field event|changed field|field name|property|property name|attribute|feld|feld ereignis|feldname|geandertes feld|eigenschaft|attribut|felt|felt haendelse|feltnavn|aendret felt|egenskab|champ|champ evenement|champ modifie|nom du champ|propriete)$/,
  ],
];

/** A sheet as a history of deals: what its headings say of it. Nothing of it holds until the user confirms. */
export function surveyHistory(
  { headings: texts, lines }: CsvTable,
  keys: readonly string[],
  idKey: string | undefined,
): SurveyedHistory {
  const words = texts.map((text) =>
    headingWords(text)
      .filter((word) => !articles.has(word))
      .join(' '),
  );
  const keyOf = (name: keyof HistoryColumns) => {
    const pattern = headings.find(([column]) => column === name)?.[1];
    return keys[words.findIndex((text) => pattern?.test(text) === true)] ?? '';
  };
  const stage = keys[texts.findIndex((text) => fieldOfHeading(text)?.field === 'stage')] ?? '';
  const to = keyOf('to');
  const field = keyOf('field');
  // A list of stages that were left has the new one as where the deal was moved to.
  const isMoved = /^(?:moved|verschoben|flyttet|deplace) /.test(words[keys.indexOf(to)] ?? '');
  const from = keyOf('from') || (isMoved ? stage : '');
  const columns: HistoryColumns = {
    id: idKey ?? bareId(lines, keys, words),
    when: keyOf('when'),
    field,
    from,
    to,
    currency: keys[texts.findIndex((text) => fieldOfHeading(text)?.field === 'currency')] ?? '',
  };
  return {
    isLikely: [columns.id, columns.when, to].every((key) => key !== '') && (from !== '' || field !== ''),
    columns,
    whole: wholeOf(words, keys, columns),
    fields: Object.fromEntries(
      keys.map((key, at) => [
        key,
        Object.fromEntries(
          valuesOf(lines, at).flatMap((text) => {
            const named = historyFieldOf(text);
            return named === undefined ? [] : [[text, named]];
          }),
        ),
      ]),
    ),
  };
}

/** A column headed with the deal alone is its id where it holds such: names have words. */
function bareId(lines: CsvTable['lines'], keys: readonly string[], words: readonly string[]): string {
  const at = words.findIndex((text) =>
    /^(?:deal|opportunity|lead|verkaufschance|salgsmulighed|opportunite|affaire)$/.test(text),
  );
  const values = at === -1 ? [] : valuesOf(lines, at);
  return values.length > 0 && values.every((text) => /^[^\s]*\d[^\s]*$/.test(text)) ? (keys[at] ?? '') : '';
}

/** The field that the headings of the old and new value name: "From Stage". */
function wholeOf(
  words: readonly string[],
  keys: readonly string[],
  { from, to }: HistoryColumns,
): HistoryField {
  for (const key of [from, to]) {
    const last = (words[keys.indexOf(key)] ?? '').split(' ').at(-1) ?? '';
    const named = historyFieldOf(last);
    if (named !== undefined && last !== 'value') return named;
  }
  return 'stage';
}
