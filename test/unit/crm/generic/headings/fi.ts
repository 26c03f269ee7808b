import type { Headings } from './all';

export const fi = {
  name: 'myyntimahdollisuus|myyntimahdollisuuden nimi|mahdollisuus|kauppa|kaupan nimi|nimi|otsikko|aihe',
  number: 'numero|viite|kaupan numero',
  account:
    'asiakas|asiakkaan nimi|yritys|yrityksen nimi|tili|tilin nimi|organisaatio|organisaation nimi|asiakasyritys',
  stage: 'vaihe|myyntivaihe|kaupan vaihe|myynnin vaihe|myyntimahdollisuuden vaihe',
  status: 'tila|kaupan tila',
  amount: 'arvo|kaupan arvo|arvioitu arvo|myyntimahdollisuuden arvo',
  currency: 'valuutta',
  closeOn:
    'arvioitu päätöspäivä|odotettu päätöspäivä|arvioitu päättymispäivä|arvioitu sulkemispäivä|päätöspäivä|päättymispäivä|sulkemispäivä|arvioitu sulkeutumispäivä|sulkeutumispäivä|päätöspäivämäärä|odotettu päätös',
  owner:
    'omistaja|kaupan omistaja|vastuuhenkilö|myyjä|vastuumyyjä|vastuullinen|myyntimahdollisuuden omistaja',
  createdBy: 'luoja',
  createdOn: 'luotu|luontipäivä|luontipvm|luontipäivämäärä',
  crmProbability: 'todennäköisyys',
  forecastCategory: 'ennuste|ennusteluokka',
  lastActivityOn: 'viimeisin aktiviteetti|viimeinen aktiviteetti|viimeisin yhteydenotto',
  nextStep: 'seuraava vaihe|seuraava askel|seuraava toimenpide',
  nextStepOn: 'seuraavan vaiheen päivä',
  lostReason: 'häviön syy|menetyksen syy',
  source: 'lähde|liidin lähde',
  channel: 'kanava',
  product: 'tuote',
  team: 'tiimi',
  region: 'alue',
} satisfies Headings;
