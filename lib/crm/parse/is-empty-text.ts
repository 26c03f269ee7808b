import { foldWord } from './fold-word';
import { tidyText } from './tidy-text';

const emptyWords = new Set(
  (
    'none|n/a|na|n.a.|null|not set|not specified|empty|no value|not provided|not available|unspecified|ingen|intet|ingen vaerdi|ikke angivet|ikke sat|keine|kein|keine angabe|kein wert|k.a.|k. a.|nicht gesetzt|leer|nicht angegeben|' +
    'aucun|aucune|vide|n.d.|nd|neant|non specifie|non renseigne|non defini|ninguno|ninguna|sin especificar|sin definir|vacio|inget|ej angivet|geen|leeg|n.v.t.|nvt|niet ingesteld|nessuno|vuoto|nessuna|non impostato|nenhum|vazio|sem valor|nao informado|nenhuma|nao definido|ikke satt|brak|nie ustawiono|nie podano|ei asetettu|tyhja|なし|未設定|未定'
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
  return /^[-_.…\s]*$/.test(tidy) || emptyWords.has(foldWord(tidy).replace(/^[([<\- ]+|[)\]>\- ]+$/g, ''));
}
