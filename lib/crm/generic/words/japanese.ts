import type { GenericField } from '../fields';

/** Whole headings in Japanese, which writes no words apart. */
export const japanese: Readonly<Partial<Record<GenericField, string>>> = {
  name: '案件名 商談名 案件 商談 件名 タイトル 名称 名前 リード名',
  number: '番号 案件番号 商談番号 案件no',
  account: '取引先名 取引先 会社名 顧客名 顧客 会社 企業名 得意先 得意先名 お客様名',
  stage: 'フェーズ 商談フェーズ 案件フェーズ 営業フェーズ ステージ 商談ステージ 営業ステージ',
  status: 'ステータス 状態 案件ステータス 商談ステータス 結果',
  amount: '商談金額 案件金額 受注予定金額 金額 金額円',
  currency: '通貨',
  closeOn: '受注予定日 完了予定日 クローズ予定日 契約予定日 成約予定日 受注予定',
  closedOn: '受注日 成約日 クローズ日',
  owner: '営業担当者 営業担当 商談所有者 所有者 案件担当者 主担当 担当者 担当',
  createdBy: '作成者 登録者',
  createdOn: '作成日 作成日時 登録日 登録日時',
  crmProbability: '確度 受注確度 確率',
  forecastCategory: '売上予測分類',
  lastActivityOn: '最終活動日',
  nextStep: '次のステップ ネクストアクション 次回アクション',
  nextStepOn: '次回アクション日',
  lostReason: '失注理由',
  source: 'リードソース 流入元 流入経路',
  product: '商品 製品',
  region: '地域',
  team: 'チーム',
  pipeline: 'パイプライン',
};
