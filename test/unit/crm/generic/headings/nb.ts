import type { Headings } from './all';

export const nb = {
  name: 'salgsmulighet|mulighet|avtale|avtalenavn|navn|tittel|emne',
  number: 'salgsmulighetsnummer|avtalenummer|nummer|nr|referanse',
  account: 'konto|kontonavn|firma|firmanavn|selskap|bedrift|kunde|kundenavn|organisasjon',
  stage: 'fase|salgsfase|stadium|salgsstadium|trinn|salgstrinn|steg',
  status: 'status|tilstand|utfall',
  amount: 'beløp|avtalebeløp|avtaleverdi|verdi|estimert verdi',
  currency: 'valuta|valutakode',
  closeOn:
    'forventet lukkedato|forventet lukking|forventet avslutning|lukkedato|lukkingsdato|avslutningsdato|sluttdato|estimert lukkedato',
  closedOn: 'lukket|avsluttet|faktisk lukkedato',
  owner: 'eier|avtaleeier|ansvarlig|selger|tildelt til|tildelt',
  createdBy: 'opprettet av',
  createdOn: 'opprettet|opprettet dato|opprettelsesdato|opprettet den',
  crmProbability: 'sannsynlighet|vinnersannsynlighet',
  forecastCategory: 'prognosekategori|prognose',
  lastActivityOn: 'siste aktivitet|sist kontaktet|siste kontakt',
  nextStep: 'neste trinn|neste steg|neste handling',
  nextStepOn: 'dato for neste trinn|dato for neste steg',
  lostReason: 'tapsårsak|årsak til tap',
  source: 'kilde|leadkilde|opprinnelse',
  channel: 'kanal',
} satisfies Headings;
