import { isDealWord, subjectOfUrl } from './page-subject';

/** Parts of an address between the word for deals and the id. */
const between = new Set(
  'view index show detail details edit record records item r id open vis ansehen anzeigen fiche voir ver ficha detalle detalhe scheda dettaglio bekijken visa visning szczegoly karta detay goster'.split(
    ' ',
  ),
);
const idParams = [
  'id',
  'dealId',
  'deal_id',
  'dealid',
  'opportunityId',
  'opportunity_id',
  'leadId',
  'lead_id',
  'recordId',
  'record_id',
  'record',
  'oid',
  'entityId',
];

/**
 * The deal's id that an address states: the part after a word for deals (`/deals/1042`, `#/deal/view/7f3a`), also
 * percent-encoded within the fragment, or an id parameter of an address about deals (`/opportunity.php?id=0`).
 * `undefined` where it states none. Ids stay text.
 *
 * @example dealIdOf(new URL('https://crm.example.com/deals/1042?lang=da')) // '1042'
 */
export function dealIdOf(url: URL): string | undefined {
  const fragment = fragmentOf(url);
  for (const path of [fragment.split('?')[0] ?? '', url.pathname]) {
    const id = idInPath(path);
    if (id !== undefined) return id;
  }
  if (subjectOfUrl(url) !== 'deals') return undefined;
  const query = new URLSearchParams(fragment.split('?')[1] ?? '');
  for (const name of idParams) {
    const id = query.get(name) ?? url.searchParams.get(name);
    if (id !== null && isId(id)) return id;
  }
  return undefined;
}

/**
 * The id in an address that does not say what it is about: its last part, or its id parameter, if it has a figure in it.
 * To be trusted only where every row of a list has one, and each its own.
 */
export function lastIdOf(url: URL): string | undefined {
  for (const name of idParams) {
    const id = url.searchParams.get(name);
    if (id !== null && isId(id)) return id;
  }
  const path = (fragmentOf(url).split('?')[0] || url.pathname).split('/').filter(Boolean);
  const last = path.findLast((part) => !between.has(part.toLowerCase()));
  return last !== undefined && isId(last) ? bareId(last) : undefined;
}

/** The path of an address without its ids: the stable name of a view. */
export function pathWithoutIds(url: URL): string {
  const fragment = fragmentOf(url).split('?')[0] ?? '';
  const path = fragment.startsWith('/') ? fragment : url.pathname;
  const parts = path
    .split('/')
    .filter((part) => part !== '' && !between.has(part.toLowerCase()) && !isId(part));
  return `/${parts.join('/')}`;
}

function idInPath(path: string): string | undefined {
  // `Opportunities('80012')` is how OData writes keys.
  const parts = path
    .replace(/\('?([\w-]{1,80})'?\)/g, '/$1')
    .split('/')
    .filter(Boolean);
  // Ids may say what they are of: `CRM-DEAL-2027-00011`. The number of a pipeline is no deal's.
  const word = parts.findLastIndex(
    (part) => isDealWord(part) && !isId(part) && !/^(?:pipeline|funnel|funil|embudo)s?$/i.test(part),
  );
  if (word === -1) return undefined;
  const after = parts.slice(word + 1).find((part) => !between.has(part.toLowerCase()));
  return after !== undefined && isId(after) ? bareId(after) : undefined;
}

/** Figures, or letters with a figure among them; a word is no id, and nor is its version (`OpportunityPageV2`). */
function isId(part: string): boolean {
  return /^[\w-]{1,80}$/.test(part) && /\d/.test(part) && !/^[a-z]+V\d$/i.test(part);
}

/** `1042-acme-rollout`: what follows the number changes with the deal's name. */
function bareId(part: string): string {
  return /^(\d+)-[a-z][\w-]*[g-z]/i.exec(part)?.[1] ?? part;
}

/** What stands after `#`, decoded where it can be: single-page applications keep their path there. */
export function fragmentOf({ hash }: URL): string {
  const text = hash.replace(/^#!?/, '');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
