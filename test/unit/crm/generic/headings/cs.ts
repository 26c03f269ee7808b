import type { Headings } from './all';

export const cs = {
  name: 'název|název příležitosti|příležitost|obchod',
  number: 'číslo',
  account: 'zákazník|firma|společnost|klient',
  stage: 'fáze|fáze obchodu',
  status: 'stav',
  amount: 'hodnota|částka|hodnota obchodu',
  currency: 'měna',
  closeOn: 'očekávané uzavření|předpokládané datum uzavření|datum uzavření',
  owner: 'vlastník|obchodník',
  createdOn: 'vytvořeno|datum vytvoření',
  crmProbability: 'pravděpodobnost',
  lastActivityOn: 'poslední aktivita',
  nextStep: 'další krok',
  lostReason: 'důvod ztráty',
  source: 'zdroj',
} satisfies Headings;
