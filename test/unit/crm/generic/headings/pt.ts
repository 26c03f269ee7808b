import type { Headings } from './all';

export const pt = {
  name: 'negócio|nome|oportunidade|nome da negociação|negociação|título|assunto',
  number: 'número|referência',
  account: 'conta|nome da conta|empresa|nome da empresa|cliente|nome do cliente|organização',
  stage: 'etapa|fase|estágio',
  status: 'status|estado|situação|resultado',
  amount: 'valor|valor da oportunidade|montante|quantia|valor estimado',
  currency: 'moeda',
  closeOn:
    'data de fechamento prevista|previsão de fechamento|fechamento previsto|data de fechamento esperada|data de fechamento|data de fecho prevista|data de fecho|data de encerramento',
  closedOn: 'fechado em|fechada em|data de fechamento real|encerrado em',
  owner: 'proprietário|responsável|atribuído a|vendedor|dono',
  sdr: 'prospectado por|prospectada por',
  createdBy: 'criado por|criada por',
  createdOn: 'criado|criada em|data de criação|criação',
  crmProbability: 'probabilidade|probabilidade de fechamento|probabilidade de sucesso',
  forecastCategory: 'categoria de previsão|previsão',
  lastActivityOn: 'última atividade|data da última atividade|último contato|último contacto',
  nextStep: 'próximo passo|próxima etapa|próxima ação',
  nextStepOn: 'data próximo passo|data da próxima etapa',
  lostReason: 'motivo da perda|motivo de perda|razão da perda',
  source: 'fonte|origem|origem do lead|fonte do lead',
  channel: 'canal',
} satisfies Headings;
