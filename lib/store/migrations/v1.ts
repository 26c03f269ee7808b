/**
 * Version 1: every table of the design, so that later parts add rows and not tables. Indexes are few, each costs
 * about a quarter of a write: a deal by its visible number binds list rows that show no id.
 */
export const v1 = {
  version: 1,
  stores: {
    deals: 'key, [tenant+number]',
    unidentified: '[tenant+view+fingerprint], [tenant+fingerprint]',
    changes: '++id, key',
    sightings: '[tenant+view+at]',
    leads: 'key',
    stages: '[tenant+pipeline+stage]',
    process: 'from',
    rates: '[from+to+on]',
    targets: '[scope+period+from]',
    people: 'key',
    columns: 'chunk',
    summary: 'scope',
    snapshots: '[scope+period+takenOn]',
    judgements: '++id',
    handoffs: 'key',
    verdicts: '[deal+attempt+at]',
    experiments: '++id',
    playbook: '[stage+version]',
    mappings: '[tenant+view]',
    sites: 'host',
    syncs: 'tenant',
    settings: 'name',
  },
} as const;
