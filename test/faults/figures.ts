import type { Glance } from '../../lib/pipeline/glance';
import type { Stored } from './compare';
import type { Session } from './session';

/**
 * Compares the figures that the extension shows with the sum of the rows in its store, to the minor unit: after a
 * fault, what is computed ahead must still be what is there.
 * @returns Both, in words; `undefined` where they are the same.
 */
export async function figuresDiffer(session: Session, { deals }: Stored): Promise<string | undefined> {
  const today = new Date().toISOString().slice(0, 10);
  // Asked as its own pages ask; the answer is the extension's own type.
  const glance = (await session.fromPage('glance', { today })) as Glance;
  const shown = { minor: glance.open.minor, n: glance.open.n, deals: glance.completeness.openRead };
  const open = deals.filter(({ outcome }) => outcome === 'open');
  const there = {
    minor: open.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    n: open.length,
    deals: open.length,
  };
  return JSON.stringify(shown) === JSON.stringify(there)
    ? undefined
    : `shown ${JSON.stringify(shown)}, there ${JSON.stringify(there)}`;
}
