import { foldWord } from './fold-word';
import { isoDate } from './iso-date';
import { tidyText } from './tidy-text';

/** Yesterday, today, tomorrow. */
const words: Readonly<Record<string, string>> = {
  en: 'yesterday|today|tomorrow',
  da: 'i gar|i dag|i morgen',
  de: 'gestern|heute|morgen',
  fr: "hier|aujourd'hui|demain",
  es: 'ayer|hoy|manana',
  sv: 'igar|idag|imorgon',
  nl: 'gisteren|vandaag|morgen',
  it: 'ieri|oggi|domani',
  pt: 'ontem|hoje|amanha',
};

/**
 * The day that `Today`, `Yesterday` or `Tomorrow` means in the page's language, with or without a time after it.
 *
 * @param today `YYYY-MM-DD`
 * @example relativeDate('Yesterday, 14:30', '2026-03-01', 'en-GB') // '2026-02-28'
 */
export function relativeDate(text: string, today: string, language: string): string | undefined {
  const said = foldWord(tidyText(text)).replace(
    /[ ,]+(?:(?:at|kl\.?|um|a|om) )?\d{1,2}[:.]\d{2}(?: ?[ap]m)?$/,
    '',
  );
  const index = words[language.slice(0, 2).toLowerCase()]?.split('|').indexOf(said) ?? -1;
  if (index === -1) return undefined;
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const moved = new Date(Date.UTC(year, month - 1, day + index - 1));
  return isoDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}
