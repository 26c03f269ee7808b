import type { Outcome } from '../../deal/deal';
import { foldWord } from './fold-word';

const words: readonly (readonly [Outcome, RegExp])[] = [
  [
    'won',
    /^(?:won|vund(?:et|ne)|gewonnen|gagnee?s?|ganad[oa]s?|vunn(?:en|et|a)|vint[oaie]|ganh[oa]s?|positivamente|vunnet|wygran[aey]|voitettu|vyhran[oay]|kazanildi|kazanilan|受注|成約|成立)$/,
  ],
  [
    'lost',
    /^(?:lost|tabte?|verloren|perdue?s?|perdid[oa]s?|forlora(?:d|t|de)|pers[oaie]|negativamente|tapte?|przegran[aey]|utracon[aey]|havitty|prohran[oay]|ztracen[oay]|kaybedildi|kaybedilen|失注|不成立)$/,
  ],
  [
    'open',
    /^(?:open|ab(?:en|ent|ne)|offene?|ouverte?s?|abiert[oa]s?|opp(?:en|et|na)|apert[oaie]|abert[oa]s?|openstaand|apen|apne|apent|otwart[aey]|avoin|avoinna|進行中|in progress|i gang|igangvaerende|in bearbeitung|en cours|en curso|pagaende|in corso|em andamento|lopend|w toku|kesken|otevren[aey]|probiha|acik|devam ediyor)$/,
  ],
];
const closing =
  'closed|lukket|afsluttet|geschlossen|abgeschlossen|fermee?|cloturee?s?|cerrad[oa]s?|cierre|stangd[at]?|stangt|avslutad|gesloten|afgesloten|chius[oa]|fechad[oa]|zamkniet[aey]|suljettu';
/** What is won or lost. */
const thing =
  /^(?:deal|opportunity|lead|aftale|salg|auftrag|verkaufschance|affaire|opportunite|negociacion|negocio|oportunidad|venta|venda|negociacao|oportunidade|affar|trattativa|opportunita|verkoopkans|szansa|kauppa) (?=\S)/;
const before = new RegExp(`^(?:${closing}) (?:(?:and|und|og|och|en|et|e|y) )?(?=\\S)`);
const behind = new RegExp(` (?:and|und|og|och|en|et|e|y) (?:${closing})$`);

/**
 * The outcome that a whole stage or status name states, in fifteen languages; `undefined` for every other name. Only
 * whole names count: `Not won`, `Won back` and plain `Closed` state nothing.
 *
 * @example parseOutcome('Closed - Won') // 'won'
 * @example parseOutcome('Vundet og lukket') // 'won'
 * @example parseOutcome('Negotiation') // undefined
 */
export function parseOutcome(text: string): Outcome | undefined {
  // `Won (100 %)`: a share behind the name is none of it.
  const name = foldWord(text.slice(0, 80).replace(/\(\d{1,3} ?%\)\s*$/, ''))
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  const bare = name.replace(thing, '').replace(before, '').replace(behind, '');
  const found = words.find(([outcome, said]) => said.test(bare) && !(outcome === 'open' && bare !== name));
  return found?.[0];
}
