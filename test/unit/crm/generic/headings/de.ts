import type { Headings } from './all';

export const de = {
  name: 'deal|dealname|name|verkaufschance|opportunity|titel|bezeichnung',
  number: 'nummer|nr|referenz',
  account: 'account|accountname|firma|firmenname|unternehmen|unternehmensname|kunde|kundenname|organisation',
  stage: 'phase|verkaufsphase|vertriebsphase|dealphase',
  status: 'status|ergebnis',
  amount: 'betrag|dealbetrag|auftragswert|dealwert|wert|geschätzter wert',
  currency: 'währung|währungscode',
  closeOn:
    'voraussichtliches abschlussdatum|erwartetes abschlussdatum|geplantes abschlussdatum|geschätztes abschlussdatum|erwarteter abschluss|geplanter abschluss|abschlussdatum|schlusstermin',
  closedOn: 'abgeschlossen|geschlossen|tatsächliches abschlussdatum',
  owner:
    'inhaber|besitzer|eigentümer|zuständig|zuständiger|verantwortlich|verantwortlicher|zugewiesen an|verkäufer|dealinhaber',
  sdr: 'vermittelt von',
  createdBy: 'erstellt von',
  createdOn: 'erstellt|erstelldatum|erstellungsdatum',
  crmProbability: 'wahrscheinlichkeit|abschlusswahrscheinlichkeit|gewinnwahrscheinlichkeit',
  forecastCategory: 'prognosekategorie|forecast kategorie|prognose',
  lastActivityOn: 'letzte aktivität|letzter kontakt|datum der letzten aktivität',
  nextStep: 'nächster schritt|nächste schritte|nächste aktion',
  nextStepOn: 'datum nächster schritt|datum des nächsten schritts',
  lostReason: 'verlustgrund',
  source: 'quelle|leadquelle|lead quelle|herkunft',
  channel: 'kanal',
} satisfies Headings;
