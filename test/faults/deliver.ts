import type { CurrencyRate, Settings } from '../../lib/deal/settings';
import type { ReadBatch } from '../../lib/messages/protocol';
import { Gone } from './cdp';
import { crm, dealRead } from './invented-deals';
import type { Ledger, Sent } from './ledger';
import { type Session, within } from './session';
import { pause } from './pause';

export interface DeliverOptions {
  /** Silence of this length means "unknown, send again", in milliseconds. */
  readonly patienceMs?: number;
  /** Ends the trying. The write stays among those under way. */
  readonly signal?: AbortSignal;
}

/**
 * Sends one write until it is acknowledged, as the reader's outbox does, and writes the acknowledgement down.
 * @returns False where the browser ended first, or the signal: then it is not known whether it was stored.
 */
export async function deliver(
  session: Session,
  ledger: Ledger,
  sent: Sent,
  { patienceMs = 5000, signal }: DeliverOptions = {},
): Promise<boolean> {
  for (let attempt = 0; signal?.aborted !== true; attempt += 1) {
    try {
      const answer = await within(patienceMs, sendOnce(session, ledger, sent), 'No answer.');
      const refusal = refusalOf(answer);
      if (refusal !== undefined) throw new Refused(refusal);
      ledger.acknowledge(sent);
      return true;
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (error instanceof Gone || !session.browser.isRunning()) return false;
      await pause(Math.min(50 * 2 ** attempt, 1000));
    }
  }
  return false;
}

/** The extension understood a write and turned it down: a fault of this harness, which sends sound ones. */
class Refused extends Error {}

function sendOnce(session: Session, { tenant }: Ledger, sent: Sent): Promise<unknown> {
  if (sent.kind === 'setting') {
    const settings: Settings = { me: sent.me, fiscal: { period: 'quarter', yearStartMonth: 1 } };
    return session.fromPage('saveSettings', settings);
  }
  if (sent.kind === 'rate') {
    const rate: CurrencyRate = { from: 'EUR', to: 'DKK', on: sent.on, rate: sent.rate };
    return session.fromPage('saveRows', { table: 'rates', put: [rate] });
  }
  const at = sent.states[0]?.at ?? '';
  const batch: ReadBatch = {
    batchId: sent.name,
    crm,
    label: 'Invented CRM',
    tenant: { tenant, host: tenant },
    url: `http://${tenant}/`,
    view: { kind: 'list', name: 'Deals' },
    viewedAt: '2026-01-01T00:00:00.000Z',
    reads: sent.states.map((state) => dealRead(tenant, state)),
    problems: [],
    rendered: sent.states.length,
    at,
  };
  return session.fromReader('storeReads', batch);
}

/** A refusal is a sentence, or the list of the rows that were refused. */
function refusalOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) throw new Error('no acknowledgement');
  if (!('refused' in answer)) return undefined;
  const { refused } = answer;
  return Array.isArray(refused) && refused.length === 0 ? undefined : JSON.stringify(refused);
}
