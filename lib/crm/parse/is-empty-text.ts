import { foldWord } from './fold-word';
import { tidyText } from './tidy-text';

const emptyWords = new Set(
  (
    'none|n/a|na|null|not set|not specified|empty|no value|ingen|ingen vaerdi|ikke angivet|keine|kein|keine angabe|k.a.|nicht angegeben|' +
    'aucun|aucune|non renseigne|non defini|ninguno|ninguna|sin especificar|inga|ej angivet|geen|niet ingesteld|nessuno|nessuna|non impostato|nenhum|nenhuma|nao definido'
  ).split('|'),
);

/**
 * Whether a text says that the field is empty: nothing, dashes, or one of the usual words.
 *
 * @example isEmptyText('–') // true
 * @example isEmptyText('0') // false
 */
export function isEmptyText(text: string): boolean {
  const tidy = tidyText(text);
  return /^[-_.…\s]*$/.test(tidy) || emptyWords.has(foldWord(tidy).replace(/^[([<-]+|[)\]>-]+$/g, ''));
}
