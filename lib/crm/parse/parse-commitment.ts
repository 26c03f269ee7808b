import { foldWord } from './fold-word';
import { parseOutcome } from './parse-outcome';
import { remember } from './remember';

/** Forecast categories by which an owner commits to a deal, or holds it to be as good as closed; folded. */
const committed = setOf(
  // English, and what interfaces call them: one of them names "Commit" "Forecast".
  'commit|committed|commitment|commited|forecast|closed|safe',
  // Danish
  'forpligtet|forpligtelse|forpligtende|forpligt|bekraeftet|sikker|lukket',
  // German
  'zugesagt|zusage|verpflichtet|verbindlich|bestatigt|festgelegt|sicher|geschlossen|abgeschlossen',
  // French
  'engage|engagee|engagement|valide|validee|confirme|confirmee|ferme|fermee|cloture|cloturee|conclu|conclue',
  // Spanish
  'comprometido|comprometida|compromiso|confirmado|confirmada|cerrado|cerrada',
  // Portuguese
  'compromisso|fechado|fechada|comprometimento',
  // Dutch
  'toegezegd|toezegging|vastgelegd|bevestigd|zeker|gesloten|afgesloten',
  // Italian
  'impegno|impegnato|impegnata|confermato|confermata|chiuso|chiusa',
  // Swedish
  'atagande|atagen|bekraftad|bekraftat|utlovad|saker|sakert|stangd|stangt|avslutad',
);

/** The other categories of the same CRMs, and what sales teams call theirs; folded. */
const others = setOf(
  // English
  'pipeline|bestcase|best case|mostlikely|most likely|probable|likely|omit|omitted|upside|strong upside|longshot|long shot|stretch|at risk|risk|none|not forecasted|not forecast|closed lost',
  // Danish
  'bedste tilfaelde|bedste scenarie|bedste fald|bedste|mest sandsynlig|mest sandsynligt|sandsynlig|udeladt|udelad|ingen|ikke i prognosen',
  // German
  'bester fall|best case szenario|optimaler fall|gunstigster fall|hochstwahrscheinlich|am wahrscheinlichsten|wahrscheinlich|ausgelassen|weggelassen|nicht berucksichtigt|ausgeschlossen|keine|nicht prognostiziert',
  // French
  'meilleur cas|meilleur scenario|meilleure hypothese|le plus probable|plus probable|tres probable|omis|omise|exclu|exclue|aucun|aucune|non prevu',
  // Spanish
  'canalizacion|cartera|mejor caso|mejor de los casos|mejor escenario|mas probable|omitido|omitida|excluido|excluida|ninguno|ninguna|no previsto',
  // Portuguese
  'melhor caso|melhor cenario|melhor hipotese|mais provavel|nenhum|nenhuma|nao previsto',
  // Dutch
  'pijplijn|pijpleiding|beste geval|gunstigste geval|beste scenario|meest waarschijnlijk|waarschijnlijk|weggelaten|uitgesloten|geen|niet voorspeld',
  // Italian
  'caso migliore|migliore ipotesi|ipotesi migliore|scenario migliore|piu probabile|omesso|omessa|escluso|esclusa|nessuno|nessuna|non previsto',
  // Swedish
  'basta fall|basta fallet|basta scenario|basta utfall|mest sannolik|mest sannolikt|troligast|utelamnad|utelamnat|utesluten|ingen prognos|inte i prognosen',
);

/**
 * Whether a deal's forecast category commits its owner to it, by the words of Salesforce, Dynamics and HubSpot in nine
 * languages, also where more follows them; `undefined` for every other word: nothing is known of what it means.
 *
 * @example parseCommitment('Commit (90 %)') // true
 * @example parseCommitment('BEST_CASE') // false
 * @example parseCommitment('Hot') // undefined
 */
export const parseCommitment = remember((text: string): boolean | undefined => {
  const outcome = parseOutcome(text);
  if (outcome !== undefined) return outcome === 'won';
  const parts = foldWord(text.slice(0, 80))
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  // The longest beginning that is known: "closed" commits, "closed lost" does not.
  for (let length = parts.length; length > 0; length -= 1) {
    const start = parts.slice(0, length).join(' ');
    if (committed.has(start)) return true;
    if (others.has(start)) return false;
  }
  return undefined;
});

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split('|')));
}
