import type { GenericField } from '../fields';

/**
 * Whole headings in Japanese, which writes no words apart; those of deals (`商談フェーズ`) without the word for one, which
 * stands before them.
 */
export const japanese: Readonly<Partial<Record<GenericField, string>>> = {
  name: '名 件名 タイトル',
  number: '番号',
  account: '取引先名 取引先 会社名 顧客名 顧客 企業名',
  stage: 'フェーズ ステージ',
  status: 'ステータス 状態',
  amount: '金額 受注予定金額 金額円',
  currency: '通貨',
  closeOn: '受注予定日 完了予定日 契約予定日',
  closedOn: '受注日',
  owner: '担当者 所有者 担当',
  createdBy: '作成者',
  createdOn: '作成日 作成日時 登録日',
  crmProbability: '確度 受注確度',
  nextStep: '次のステップ',
  lostReason: '失注理由',
  source: 'ソース',
  product: '商品',
};
/** What may stand before them, folded; alone it is the deal's name. */
export const ofDeals = /^(?:案件|商談|リート|営業(?=.))/;
