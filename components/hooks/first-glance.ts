import { browser } from 'wxt/browser';
import { storedGlanceName, type StoredGlance } from '../../lib/messages/stored-glance';
import type { Glance } from '../../lib/pipeline/glance';

/**
 * The figures that the worker has left to be painted first, where they are of this day: on another, other deals are in
 * the period. What another version of the extension has left is not read.
 */
export async function firstGlance(today: string): Promise<Glance | undefined> {
  try {
    const held = await browser.storage.local.get<Record<string, StoredGlance | undefined>>(storedGlanceName);
    const left = held[storedGlanceName];
    const isOurs = left?.madeBy === browser.runtime.getManifest().version;
    return isOurs && left.day === today ? left.glance : undefined;
  } catch {
    // A storage that cannot be read holds up nothing: the store has the figures.
    return undefined;
  }
}
