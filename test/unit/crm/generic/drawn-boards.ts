/** Boards whose cards nobody understands, and what a user says of them. */
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import type { Mapping } from '../../../../lib/deal/mapping';

export const columns = ['Kajplads', 'Bedding', 'Søsat'];
export interface Drawn {
  readonly id: number;
  readonly name: string;
  readonly at: number;
  readonly sum?: string;
  readonly other?: string;
  readonly person?: string;
}
export const deals: readonly Drawn[] = [
  { id: 41, name: 'Sloop rigging', at: 0, sum: '12.000,50 €', other: '8.000,00 €', person: 'Liv Holm' },
  { id: 48, name: 'Brig refit', at: 0, sum: '900,00 €', other: '90,00 €', person: 'Ole Vang' },
  { id: 55, name: 'Keel laying', at: 2, sum: '1.500,00 €', other: '150,00 €', person: 'Liv Holm' },
];
/** Two amounts without a word that tells them apart; what stands where, only the user knows. */
export const cardOf = ({ id, name, sum, other, person }: Drawn) =>
  `<article class="k" draggable="true"><a href="/vorgaenge/${id}">${name}</a>` +
  `<div class="m">${sum === undefined ? '' : `<span class="s1">${sum}</span>`}<span class="s2">${other ?? ''}</span></div>` +
  `<p class="w"><b>Hvem</b> <i>${person ?? ''}</i></p></article>`;

interface Given {
  readonly mappings?: readonly Mapping[];
  readonly path?: string;
  readonly cards?: readonly Drawn[];
  readonly card?: (deal: Drawn) => string;
  readonly heads?: readonly string[];
}

export function pageWith(given: Given = {}): Page {
  const { mappings, path = '/vorgaenge', cards = deals, card = cardOf, heads = columns } = given;
  const document = window.document.implementation.createHTMLDocument('');
  document.body.innerHTML = `<main><div class="board">${heads
    .map(
      (name, nth) =>
        `<section class="col"><h3>${name}</h3><div class="list">${cards
          .filter(({ at }) => at === nth)
          .map(card)
          .join('')}</div></section>`,
    )
    .join('')}</div></main>`;
  const page = {
    document,
    url: new URL(`https://crm.example.com${path}`),
    locale: 'da',
    now: '2027-03-01T08:30:00Z',
    ended: new AbortController().signal,
  };
  return mappings === undefined ? page : { ...page, mappings };
}

export function valuesOf(given?: Given) {
  const result = atOnce(generic.read(pageWith(given)));
  return result.kind === 'read'
    ? result.deals.map(({ read: { id, values } }) => ({ id, ...values }))
    : result.kind;
}
export function surveyOf(given?: Given) {
  const steps = generic.survey?.(pageWith(given));
  return steps && atOnce(steps);
}
export const keyOf = (value: string, given?: Given) =>
  surveyOf(given)?.survey.columns.find(({ values }) => values.includes(value))?.key ?? '';

/** As the user would say it of the first look. */
export function mapping(): Mapping {
  return {
    tenant: 'crm.example.com',
    view: 'board /vorgaenge',
    columns: {
      '#column': 'stage',
      [keyOf('Sloop rigging')]: 'name',
      [keyOf('12.000,50 €')]: 'amount',
      [keyOf('8.000,00 €')]: null,
      hvem: 'owner',
    },
    stages: [
      { name: 'Kajplads', outcome: 'open' },
      { name: 'Bedding', outcome: 'open' },
      { name: 'Søsat', outcome: 'won' },
    ],
    at: '2027-02-01T08:00:00Z',
  };
}
export const taught = [
  {
    id: '41',
    name: 'Sloop rigging',
    stage: 'Kajplads',
    outcome: 'open',
    amount: '12000.50',
    owner: 'Liv Holm',
  },
  { id: '48', name: 'Brig refit', stage: 'Kajplads', outcome: 'open', amount: '900.00', owner: 'Ole Vang' },
  { id: '55', name: 'Keel laying', stage: 'Søsat', outcome: 'won', amount: '1500.00', owner: 'Liv Holm' },
].map(({ amount, ...deal }) => ({ ...deal, amount: { decimal: amount, currency: 'EUR' } }));
