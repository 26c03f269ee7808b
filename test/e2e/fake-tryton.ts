import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { datetime, fakeTryton, type FakeRecord, resultOf } from '../unit/crm/tryton/fake-server';

const PAGE = resolve(import.meta.dirname, '../pages/tryton/list-german/page.html');
const AT = 'model/sale.opportunity;name=%22Verkauf%22';

export interface RunningTryton {
  readonly url: string;
  /** Address of the list of opportunities. */
  readonly list: string;
  readonly records: readonly FakeRecord[];
  readonly close: () => Promise<void>;
}

/**
 * A page of Tryton's client with its interface behind it: `deals` opportunities, each of the first `withPast` of which
 * was a lead once. For what no test can wait for on a real Tryton; that one is under `test/live/`.
 */
export async function startFakeTryton(
  deals: number,
  withPast: number,
  database = 'sales',
): Promise<RunningTryton> {
  const records = Array.from({ length: deals }, (_, nth) => opportunity(nth + 1));
  const tryton = fakeTryton({
    records,
    revisions: records.slice(0, withPast).flatMap(({ id }) => [
      { id, at: [2026, 1, 7, 9, 0, 0, id], values: pastOf(id) },
      { id, at: [2026, 2, 1, 10, 0, 0, id], values: {} },
    ]),
  });
  const locale = { date: '%d.%m.%Y', decimal_point: ',', thousands_sep: '.' };
  tryton.stored.set('sao_context_sales', JSON.stringify({ company: 1, language: 'de', locale }));
  const stored = JSON.stringify(
    [...tryton.stored].map(([name, value]) => [name.replace(/sales$/, database), value]),
  );
  const html = readFileSync(PAGE, 'utf8').replace(
    '<head>',
    `<head><meta charset="utf-8"><script>for (const [name, value] of ${stored})
      (name.includes('session') ? localStorage : sessionStorage).setItem(name, value);</script>`,
  );

  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(html);
      return;
    }
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      // As the sync sends it; anything else fails the test.
      const { id, method, params } = JSON.parse(body) as { id: number; method: string; params: unknown[] };
      const result =
        method === 'model.sale.opportunity.read' ? pastsAsOf(params) : resultOf(tryton, method, params);
      const answer = JSON.stringify({ id, result });
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    });
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  // A server that listens on a port has an AddressInfo, never a pipe's name.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    list: `${url}/#${database}/${AT}`,
    records,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const decimal = (text: string) => ({ __class__: 'Decimal', decimal: text });

function opportunity(id: number): FakeRecord {
  return {
    id,
    number: `OPP-${id}`,
    description: `Deal ${id}`,
    amount: decimal(`${id}.50`),
    'currency.': { id: 1, code: 'USD' },
    'party.': { id: 3, rec_name: 'Havsalt Hotels' },
    employee: 9,
    'employee.': { id: 9, rec_name: 'Ida Holm' },
    state: 'opportunity',
    conversion_probability: 0.5,
    start_date: { __class__: 'date', year: 2026, month: 1, day: 7 },
    end_date: null,
    lost_reason: null,
    create_date: datetime([2026, 1, 7, 9, 0, 0, id]),
    write_date: datetime([2026, 2, 1, 10, 0, 0, id]),
  };
}

/** What the opportunities were at one instant: their first revision is of 7 January, 9:00:00 and as many millionths. */
function pastsAsOf([ids, , context]: unknown[]): unknown[] {
  const { _datetime: asOf } = context as { _datetime: { microsecond: number } };
  return (ids as number[])
    .filter((id) => id <= asOf.microsecond)
    .map((id) => ({ id, write_date: datetime([2026, 1, 7, 9, 0, 0, id]), ...pastOf(id) }));
}

function pastOf(id: number): Record<string, unknown> {
  const { amount, employee, create_date } = opportunity(id);
  return { state: 'lead', amount, end_date: null, employee, create_date };
}
