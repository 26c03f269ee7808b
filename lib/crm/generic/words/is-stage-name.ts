import { foldWord } from '../../parse/fold-word';
import { parseOutcome } from '../../parse/parse-outcome';

/** Words that names of stages are made of, as they are folded; a name with any other word is none that we know. */
const stageWords = new Set(
  (
    'new lead leads in qualified qualification proposal quote quoted negotiation prospecting discovery evaluation ' +
    'contact contacted contract demo meeting sent made scheduled done review decision opportunity on hold closed won lost ' +
    'needs analysis presentation ny nye kontakt kontaktet tilbud sendt afgivet forhandling kvalificeret kvalificering prospektering ' +
    'beslutning kontrakt mode neu angebot verhandlung qualifiziert qualifizierung erstkontakt bedarfsanalyse entscheidung ' +
    'prasentation vertrag nouveau nouvelle qualifie qualification prospection offre devis proposition negociation signature ' +
    'envoye envoyee nuevo nueva calificado calificacion contacto contactado propuesta enviada preparar negociacion novo nova ' +
    'qualificado qualificacao contato feito sem proposta negociacao apresentacao fechamento nuovo nuova qualificato ' +
    'qualificazione offerta inviata preventivo trattativa negoziazione nieuw offerte verstuurd voorstel onderhandeling ' +
    'gekwalificeerd nytt kvalificerad offert skickad behovsanalys beslut behov kvalifisert oferta wyslana negocjacje kwalifikacja tarjous neuvottelu nabidka jednani smlouva teklif gorusme muzakere to follow up 提案 見積 商談 交渉 契約'
  ).split(' '),
);

/** Whether a name is wholly of words that stages are called by, or that of an outcome. */
export function isStageName(name: string): boolean {
  return (
    parseOutcome(name) !== undefined ||
    foldWord(name)
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
      .every((word) => stageWords.has(word))
  );
}
