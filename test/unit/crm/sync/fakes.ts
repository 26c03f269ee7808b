import { trytonSync } from '../../../../lib/crm/tryton/sync';
import { fakeDynamics } from '../dynamics/fake-dynamics';
import { fakeHubspot } from '../hubspot/fake-hubspot';
import { fakeOdoo, manyLeads } from '../odoo/fake-odoo';
import { fakePipedrive } from '../pipedrive/fake-pipedrive';
import { fakeSalesforce, manyDeals } from '../salesforce/fake-salesforce';
import { fakeTryton, resultOf } from '../tryton/fake-server';
import { fakeZoho } from '../zoho/fake-zoho';
import type { FakeCrm } from './fake-crm';

/** A small CRM of every kind that has a sync: several pages of deals each, and histories where it keeps some. */
export const fakeCrms: Readonly<Record<string, () => FakeCrm>> = {
  dynamics: fakeDynamics,
  hubspot: fakeHubspot,
  odoo: () => fakeOdoo({ leads: manyLeads() }),
  pipedrive: fakePipedrive,
  salesforce: () => fakeSalesforce({ deals: manyDeals(), rowsPerAnswer: 500 }),
  tryton: asCrm,
  zoho: fakeZoho,
};

function asCrm(): FakeCrm {
  const decimal = { __class__: 'Decimal', decimal: '1220.50' };
  const server = fakeTryton({
    // More than one page of either phase.
    records: Array.from({ length: 501 }, (_, nth) => ({
      id: nth + 1,
      amount: decimal,
      'currency.': { id: 1, code: 'USD' },
      employee: null,
      state: 'lead',
      start_date: null,
      end_date: null,
    })),
  });
  const { stored, preferences } = server;
  const storage = { get: (name: string) => stored.get(name) ?? null, names: () => [...stored.keys()] };
  return {
    way: trytonSync,
    address: 'https://crm.example.com/#sales/model/sale.opportunity',
    page: { storage: { local: storage, session: storage } },
    changeUser: () => void Object.assign(preferences, { company: 2, employee: 8 }),
    answer: ({ body }) => {
      const { method, params } = body as { method: string; params: unknown[] };
      return { id: 1, result: resultOf(server, method, params) };
    },
  };
}
