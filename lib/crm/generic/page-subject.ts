import { foldWord } from '../parse/fold-word';
import { asWords } from './as-words';
import { concepts } from './words/concepts';

/** Plurals in -s and -es are understood. Some words mean a deal only beside others: by themselves they say too little. */
const dealWords = setOf(
  `${concepts.deal.replace(/transaction|chance|trato/g, 'deal')} ${concepts.lead} pipeline funnel funil embudo negociacion negociacoes oportunidade opportunitie aftaler salgsmulighed salgsmuligheder muligheder verkaufschance verkaufschancen affarer verkoopkans verkoopkansen trattative salgsmulighet muligheter salgsmuligheter szanse myyntimahdollisuus myyntimahdollisuudet mahdollisuudet kaupat affarsmojlighet affarsmojligheter forsaljningsmojlighet forsaljningsmojligheter saljmojligheter vertriebschance vertriebschancen prilezitost prilezitosti obchody firsat firsatlar firsatlari`,
);
/** Whom a deal is with. */
const peopleWords = setOf(
  `${concepts.account} ${concepts.contact} companie person people user konti kontakte kontakter kontaktperson firmen foretag bedrijven aziende contatti contato kisiler`,
);
/** What is kept beside deals, and may as well have a name, a stage and an amount. */
const thingWords = setOf(
  `${concepts.product} ${concepts.activity} task activitie event invoice quote order ` +
    'campaign email inbox ticket case subscription payment opgave opgaver aufgabe aufgaben tache tarea uppgift uppgifter taak taken ' +
    'tarefa produkter produkte prodotti faktura fakturaer rechnung rechnungen facture factura fatura fattura fatture line candidate applicant vacancie kandidat kandidater kandidaten kandydaci kandydat bewerber bewerbung bewerbungen candidat candidato candidata candidati sollicitant hakija hakijat ukol faktury nabidky objednavky gorev gorevler faturalar teklifler',
);
const leadWords = setOf(concepts.lead);
/** Candidates and orders have one as well. */
const vagueWords = setOf('pipeline funnel funil embudo');
/** Pages of these kinds are never about single deals, whatever else their address says. */
const neverWords = setOf(
  'dashboard report reporting leaderboard ranking trash deleted papirkurv papierkorb corbeille papelera prullenbak analytic analysis insight statistic statistik statistique estadistica goal quota commission objectif objetivo obiettivo ziel ziele calendar kalender agenda setting setup preference profile import export login logout signin ' +
    'indstilling indstillinger einstellungen bericht berichte ajuste raport raporty kalendarz kalenteri raportit rapporter',
);
/** Query parameters that name a module. */
const moduleParams = ['module', 'entity', 'etn', 'object', 'model', 'resource'];

/** What a page is about, as far as words tell: `undefined` where they say nothing. */
export type Subject = 'deals' | 'other' | undefined;

/**
 * What an address is about: its path and the path in its fragment, word by word; the last word that says something
 * counts (`/accounts/12/deals` lists deals). Dashboards, calendars and settings are never about deals.
 *
 * @example subjectOfUrl(new URL('https://crm.example.com/app/#/opportunities/7')) // 'deals'
 */
export function subjectOfUrl(url: URL): Subject {
  return subjectOfWords(saidBy(url));
}

function saidBy(url: URL): string {
  const modules = moduleParams.map((name) => url.searchParams.get(name) ?? '');
  // `/deals/12#tasks`: a part of the record that is shown, unless it is a path of its own.
  const isTab = /\d[^/]*\/?$/.test(url.pathname) && /^#[\w-]*$/.test(url.hash);
  const hash = isTab ? '' : decoded(url.hash);
  // Where the fragment is a path, the rest is where the program lies: some are served from `/dashboard/`.
  const path = /^#!?\/\w/.test(hash) ? url.pathname.replace(/\/dashboard(?=\/|$)/i, '') : url.pathname;
  return `${decoded(path)} ${hash} ${modules.join(' ')}`;
}

/** What a text is about: a heading, a title, the current entry of a menu. The last telling word counts. */
export function subjectOfWords(text: string): Subject {
  const words = wordsOf(text);
  if (words.some((word) => isOf(neverWords, word))) return 'other';
  const last = lastTelling(words);
  if (last === undefined) return undefined;
  return isOf(dealWords, last) ? 'deals' : 'other';
}

/** Whether an address is about records that are neither deals nor whom they are with: orders, tickets, candidates. */
export function leadsToThings(url: URL): boolean {
  return saysThings(saidBy(url));
}

/** Whether a text is about such records. */
export function saysThings(text: string): boolean {
  const last = lastTelling(wordsOf(text));
  return last !== undefined && !isOf(dealWords, last) && isOf(thingWords, last);
}

/** Whether a text names deals by a word that means nothing else: not leads, and not what they lie in. */
export function saysDeals(text: string): boolean {
  const words = wordsOf(text);
  return words.some(isSurelyDeal) && !words.some((word) => isOf(leadWords, word));
}

/** Whether a text names deals in the plural, as far as that ends like `deals`, `aftaler` or `Verkaufschancen`. */
export function saysManyDeals(text: string): boolean {
  return wordsOf(text).some((word) => /(?:s|er|en)$/.test(word) && saysDeals(word));
}

/** Whether an address names leads, and no deals. */
export function isOfLeads(url: URL): boolean {
  const said = saidBy(url);
  return wordsOf(said).some((word) => isOf(leadWords, word)) && !wordsOf(said).some(isSurelyDeal);
}

function isSurelyDeal(word: string): boolean {
  return isOf(dealWords, word) && !isOf(leadWords, word) && !isOf(vagueWords, word);
}

/** Whether nothing but a word like "pipeline" says that an address is about deals: a heading may know better. */
export function isVaguelyDeals(url: URL): boolean {
  const telling = wordsOf(saidBy(url)).filter((word) => isOf(dealWords, word));
  return telling.length > 0 && telling.every((word) => isOf(vagueWords, word));
}

/** The last word that says something; "pipeline" says less than what stands in it. */
function lastTelling(words: readonly string[]): string | undefined {
  const telling = words.filter((word) =>
    [dealWords, peopleWords, thingWords].some((list) => isOf(list, word)),
  );
  const last = telling.at(-1);
  if (last === undefined || !isOf(vagueWords, last)) return last;
  return telling.findLast((word) => isOf(thingWords, word) && !isOf(dealWords, word)) ?? last;
}

function wordsOf(text: string): readonly string[] {
  return foldWord(asWords(text.slice(0, 2000)))
    .split(/[^\p{L}]+/u)
    .map(inLatin);
}

function isOf(list: ReadonlySet<string>, word: string): boolean {
  return (
    list.has(word) || (word.endsWith('s') && (list.has(word.slice(0, -1)) || list.has(word.slice(0, -2))))
  );
}

/** Japanese writes no words apart: `案件一覧` lists deals. */
function inLatin(word: string): string {
  if (!/[\u3040-\u9fff]/.test(word)) return word;
  if (/設定|カレンタ|レホート|タッシュ|分析/.test(word)) return 'report';
  if (/取引先|顧客|見積|請求|商品|連絡先|活動|タスク/.test(word)) return 'account';
  return /案件|商談/.test(word) ? 'deal' : word;
}

/**
 * Whether an address is about leads, and another one about deals: where a CRM has both, a lead is no deal.
 */
export function isLeadBesideDeals(url: URL, page: URL): boolean {
  const saysDeal = hasWord(page, 'deal') && !hasWord(page, 'lead');
  return saysDeal && hasWord(url, 'lead') && !hasWord(url, 'deal');
}

function hasWord({ pathname, hash }: URL, concept: 'deal' | 'lead'): boolean {
  const list = setOf(concepts[concept]);
  return foldWord(asWords(decoded(pathname + hash)))
    .split(/[^\p{L}]+/u)
    .some((word) => list.has(word) || (word.endsWith('s') && list.has(word.slice(0, -1))));
}

/** Whether one part of an address is a word for deals. */
export function isDealWord(part: string): boolean {
  return subjectOfWords(part) === 'deals';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
