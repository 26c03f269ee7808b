import type { Headings } from './all';

export const sv = {
  name: 'affär|affärsnamn|affärsmöjlighet|säljmöjlighet|namn|titel|ämne|rubrik',
  number: 'affärsnummer|nummer|nr|referens',
  account: 'konto|kontonamn|företag|företagsnamn|kund|kundnamn|organisation',
  stage: 'fas|affärsfas|säljfas|steg|säljsteg|försäljningsfas',
  status: 'status|tillstånd|utfall',
  amount: 'belopp|affärsbelopp|affärsvärde|värde|uppskattat värde',
  currency: 'valuta|valutakod',
  closeOn:
    'förväntat stängningsdatum|förväntat avslutsdatum|beräknat avslut|beräknat avslutsdatum|stängningsdatum|avslutsdatum|slutdatum',
  closedOn: 'stängd|avslutad|faktiskt stängningsdatum',
  owner: 'ägare|affärsägare|ansvarig|säljare|tilldelad|tilldelad till',
  sdr: 'bokad av|framtagen av',
  createdBy: 'skapad av',
  createdOn: 'skapad|skapat|skapandedatum|skapat datum',
  crmProbability: 'sannolikhet|vinstsannolikhet',
  forecastCategory: 'prognoskategori|prognos',
  lastActivityOn: 'senaste aktivitet|sista aktivitet|senast kontaktad|senaste kontakt',
  nextStep: 'nästa steg|nästa åtgärd',
  nextStepOn: 'datum för nästa steg|nästa steg datum',
  lostReason: 'förlustorsak|orsak till förlust',
  source: 'källa|leadkälla|ursprung',
  channel: 'kanal',
} satisfies Headings;
