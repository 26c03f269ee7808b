import type { Headings } from './all';

export const tr = {
  name: 'fırsat adı|fırsat|başlık',
  account: 'müşteri|şirket|firma|müşteri adı',
  stage: 'aşama|fırsat aşaması',
  status: 'durum',
  amount: 'tutar|değer|fırsat tutarı',
  closeOn: 'tahmini kapanış tarihi|kapanış tarihi|beklenen kapanış',
  owner: 'sorumlu|fırsat sahibi|sahibi',
  createdOn: 'oluşturma tarihi',
  crmProbability: 'olasılık',
  lastActivityOn: 'son etkinlik',
  nextStep: 'sonraki adım',
  source: 'kaynak',
} satisfies Headings;
