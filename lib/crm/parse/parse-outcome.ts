import type { Outcome } from '../../deal/deal';
import { foldWord } from './fold-word';

const words: Readonly<Record<Outcome, ReadonlySet<string>>> = {
  won: setOf(
    'won|deal won|vundet|vundne|gewonnen|gagne|gagnee|gagnes|gagnees|ganado|ganada|ganados|ganadas|vunnen|vunnet|vunna|vinto|vinta|vinti|vinte|ganho|ganha|ganhos|ganhas',
  ),
  lost: setOf(
    'lost|deal lost|tabt|tabte|verloren|perdu|perdue|perdus|perdues|perdido|perdida|perdidos|perdidas|forlorad|forlorat|forlorade|perso|persa|persi|perse',
  ),
  open: setOf(
    'open|aben|abent|abne|offen|offene|ouvert|ouverte|ouverts|ouvertes|abierto|abierta|abiertos|abiertas|oppen|oppet|oppna|aperto|aperta|aperti|aperte|aberto|aberta|abertos|abertas|openstaand|in progress|i gang|igangvaerende|in bearbeitung|en cours|en curso|pagaende|in corso|em andamento|lopend',
  ),
};
const closed =
  /^(?:closed|lukket|afsluttet|geschlossen|abgeschlossen|ferme|fermee|cloture|cloturee|cerrado|cerrada|stangd|stangt|avslutad|gesloten|afgesloten|chiuso|chiusa|fechado|fechada) (?=\S)/;

/**
 * The outcome that a whole stage or status name states, in nine languages; `undefined` for every other name. Only
 * whole names count: `Not won`, `Won back` and plain `Closed` state nothing.
 *
 * @example parseOutcome('Closed - Won') // 'won'
 * @example parseOutcome('Negotiation') // undefined
 */
export function parseOutcome(text: string): Outcome | undefined {
  const name = foldWord(text.slice(0, 80))
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  const bare = name.replace(closed, '');
  for (const outcome of ['won', 'lost', 'open'] as const) {
    if (words[outcome].has(bare) && !(outcome === 'open' && bare !== name)) return outcome;
  }
  return undefined;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split('|'));
}
