import type { Headings } from './all';

export const es = {
  name: 'negocio|nombre|oportunidad|trato|título|asunto',
  number: 'número|referencia',
  account:
    'cuenta|nombre de la cuenta|empresa|nombre de la empresa|cliente|nombre del cliente|organización|compañía',
  stage: 'etapa|fase',
  status: 'estado|situación|resultado',
  amount: 'importe|monto|valor|valor estimado',
  currency: 'moneda|divisa',
  closeOn: 'fecha de cierre prevista|fecha de cierre estimada|cierre previsto|fecha de cierre|cierre',
  closedOn: 'cerrado el|cerrada el|fecha de cierre real',
  owner: 'propietario|responsable|asignado a|vendedor|comercial',
  sdr: 'captado por|captada por',
  createdBy: 'creado por|creada por',
  createdOn: 'creado|creada el|fecha de creación',
  crmProbability: 'probabilidad|probabilidad de cierre|probabilidad de éxito',
  forecastCategory: 'categoría de pronóstico|categoría de previsión|pronóstico|previsión',
  lastActivityOn: 'última actividad|fecha de última actividad|último contacto',
  nextStep: 'próximo paso|siguiente paso|próxima acción',
  nextStepOn: 'fecha próximo paso|fecha del siguiente paso',
  lostReason: 'motivo de pérdida|razón de pérdida',
  source: 'fuente|origen|origen del lead|fuente del lead|origen del cliente potencial',
  channel: 'canal',
} satisfies Headings;
