import { browser } from 'wxt/browser';
import { storedGlanceName, type StoredGlance } from '../messages/stored-glance';
import type { Database } from './database';
import { readProblems, readSyncs } from './page-queries';
import { glanceTables, readGlance } from './read-glance';
import { readState } from './read-state';

const mostBytes = 10_000;
const mostLetters = { text: 100, url: 300 };
const problemsAtFirst = 3;

/**
 * Leaves what a surface paints first in `storage.local`. One that would be too large is not left there: the surface
 * then waits for the store.
 * @returns What was left; `undefined` while there are no columns.
 */
export async function storeGlance(
  database: Database,
  { today, now }: { readonly today: string; readonly now: string },
): Promise<StoredGlance | undefined> {
  const stored = await read(database, today, now);
  if (stored === undefined) return undefined;
  const short = shortened(stored);
  const bytes = new TextEncoder().encode(JSON.stringify(short)).length;
  if (bytes > mostBytes) await browser.storage.local.remove(storedGlanceName);
  else await browser.storage.local.set({ [storedGlanceName]: short });
  return stored;
}

/** All of it as of one instant of the store. */
function read(database: Database, today: string, now: string): Promise<StoredGlance | undefined> {
  return database.transaction('r', glanceTables(database), async () => {
    const glance = await readGlance(database, today);
    const state = await readState(database);
    if (glance === undefined || state === undefined) return undefined;
    const problems = await readProblems(database);
    const syncs = await readSyncs(database, now);
    return {
      madeBy: browser.runtime.getManifest().version,
      uuid: state.uuid,
      generation: state.generation,
      day: today,
      glance,
      problems: { n: problems.length, first: problems.slice(0, problemsAtFirst) },
      syncs: syncs.filter(({ status, problemCount }) => status !== 'done' || problemCount),
    };
  });
}

/** The same without what no first paint shows: long texts are cut; a cut address or unit would be another one. */
function shortened(stored: StoredGlance): StoredGlance {
  const text = JSON.stringify(stored, (name, value: unknown) => {
    if (name === 'cursor' || (name === 'problems' && Array.isArray(value))) return undefined;
    if (typeof value !== 'string' || name === 'unit') return value;
    if (name === 'url') return value.length > mostLetters.url ? '' : value;
    return value.length > mostLetters.text ? `${value.slice(0, mostLetters.text - 1)}…` : value;
  });
  // What was left out is optional, or no part of it.
  return JSON.parse(text) as StoredGlance;
}
