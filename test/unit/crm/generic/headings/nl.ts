import type { Headings } from './all';

export const nl = {
  name: 'deal|dealnaam|kans|verkoopkans|naam|titel|onderwerp|opportunity',
  number: 'nummer|nr|dealnummer|referentie',
  account: 'account|accountnaam|bedrijf|bedrijfsnaam|klant|klantnaam|organisatie|relatie',
  stage: 'fase|dealfase|verkoopfase|salesfase',
  status: 'status|toestand|uitkomst',
  amount: 'bedrag|dealbedrag|dealwaarde|waarde|geschatte waarde',
  currency: 'valuta|valutacode|munteenheid',
  closeOn:
    'verwachte sluitingsdatum|verwachte afsluitdatum|geschatte sluitingsdatum|verwachte sluiting|sluitingsdatum|afsluitdatum',
  closedOn: 'gesloten|afgesloten op|werkelijke sluitingsdatum',
  owner: 'eigenaar|dealeigenaar|verantwoordelijke|toegewezen aan|verkoper',
  sdr: 'aangebracht door|aangedragen door',
  createdBy: 'aangemaakt door|gemaakt door',
  createdOn: 'aangemaakt|gemaakt op|aanmaakdatum',
  crmProbability: 'waarschijnlijkheid|slagingskans|winkans',
  forecastCategory: 'prognosecategorie|prognose',
  lastActivityOn: 'laatste activiteit|laatste contact|datum laatste activiteit',
  nextStep: 'volgende stap|volgende actie',
  nextStepOn: 'datum volgende stap',
  lostReason: 'reden verlies|reden van verlies|verliesreden',
  source: 'bron|leadbron|herkomst',
  channel: 'kanaal',
} satisfies Headings;
