import { asWords } from '../as-words';

/** What a class says besides the field's name. */
const ofCards = new Set(
  'deal card tile kanban board item entry box opportunity lead crm o record col text label field info meta line row'.split(
    ' ',
  ),
);

/** The field's name in a class of a place on a card, without the words for the card; '' where nothing is left of it. */
export function withoutCard(name: string): string {
  const words = asWords(name)
    .split(' ')
    .filter((word) => !ofCards.has(word.toLowerCase()));
  const rest = words.join(' ');
  // A "value" of anything is a value; that of a deal is its amount.
  return /^(?:value|name|title|subject|id|no)$/i.test(rest) && !/deal|lead|opportunit|card/i.test(name)
    ? ''
    : rest;
}
