import type { Headings } from './all';

export const pl = {
  name: 'szansa|szansa sprzedaży|nazwa szansy|nazwa|tytuł|temat|transakcja|nazwa transakcji',
  number: 'numer|numer szansy|nr',
  account: 'firma|nazwa firmy|klient|nazwa klienta|kontrahent|nazwa kontrahenta|organizacja|konto',
  stage: 'etap|etap sprzedaży|etap szansy|faza|faza sprzedaży',
  status: 'status|stan',
  amount: 'kwota|wartość|wartość szansy|wartość transakcji|szacowana wartość|kwota transakcji',
  currency: 'waluta|kod waluty',
  closeOn:
    'przewidywana data zamknięcia|oczekiwana data zamknięcia|planowana data zamknięcia|spodziewana data zamknięcia|szacowana data zamknięcia|data zamknięcia|przewidywane zamknięcie|termin zamknięcia',
  closedOn: 'zamknięto|zamknięta',
  owner:
    'właściciel|właściciel szansy|opiekun|odpowiedzialny|osoba odpowiedzialna|przypisany do|przypisano do|handlowiec|sprzedawca',
  createdBy: 'utworzone przez|utworzony przez|dodane przez',
  createdOn: 'utworzono|data utworzenia|dodano|data dodania',
  crmProbability: 'prawdopodobieństwo',
  forecastCategory: 'prognoza|kategoria prognozy',
  lastActivityOn: 'ostatnia aktywność|ostatni kontakt|data ostatniej aktywności',
  nextStep: 'następny krok|kolejny krok',
  nextStepOn: 'data następnego kroku',
  lostReason: 'powód przegranej|przyczyna przegranej|powód utraty',
  source: 'źródło|źródło leada',
  channel: 'kanał',
  product: 'produkt',
  team: 'zespół',
} satisfies Headings;
