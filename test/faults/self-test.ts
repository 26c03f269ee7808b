import { compare } from './compare';
import { dealRow } from './invented-deals';
import { readStore } from './read-store';
import type { World } from './world';

const edited = ({ ledger }: World) => [...ledger.deals].filter(([, states]) => states.length > 1);

/** Whether enough was written for {@link selfTest}. */
export function canBeTamperedWith(world: World): boolean {
  return edited(world).length >= 4 && world.ledger.rates.size > 0;
}

/**
 * Proves that the comparison can fail: takes one acknowledged deal, one change and one rate out of the store, and puts
 * another deal back to an older state, all behind the extension's back. The world is spoilt by it.
 * @returns Why the proof failed; `undefined`: each was found, and nothing else.
 */
export async function selfTest(world: World): Promise<string | undefined> {
  const { ledger, session } = world;
  const clean = compare(ledger, await readStore(session));
  const found = clean.lost.length + clean.partial.length + clean.wrong.length;
  if (found > 0) return `${found} findings before anything was tampered with`;

  const [[gone] = [], , [older, states = []] = [], [forgetful] = []] = edited(world);
  const before = states.at(-2);
  if (gone === undefined || older === undefined || before === undefined || forgetful === undefined)
    return 'too few deals were edited to tamper with';
  const key = (id: string) => dealRow(ledger.tenant, { id, version: 1, at: '' }).key;
  await session.inPage(tamper, {
    gone: key(gone),
    older: dealRow(ledger.tenant, before),
    forgetful: key(forgetful),
  });

  const { lost, partial, wrong } = compare(ledger, await readStore(session));
  const told = {
    lost: lost.map(({ kind, name }) => `${kind} ${name}`).sort(),
    partial: partial.map(({ kind, name }) => `${kind} ${name}`),
    wrong: wrong.length,
  };
  const wanted = {
    lost: [`change ${forgetful}`, `deal ${gone}`, `rate ${[...ledger.rates.keys()].sort()[0]}`].sort(),
    partial: [`deal ${older}`],
    wrong: 0,
  };
  return JSON.stringify(told) === JSON.stringify(wanted)
    ? undefined
    : `wanted ${JSON.stringify(wanted)}, told ${JSON.stringify(told)}`;
}

interface Tampering {
  /** Key of the deal that is deleted; its changes stay. */
  readonly gone: string;
  /** Values of an earlier state of a deal. */
  readonly older: { readonly key: string };
  /** Key of the deal whose first change is deleted. */
  readonly forgetful: string;
}

/** Runs in the browser. */
async function tamper({ gone, older, forgetful }: Tampering): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('stafet');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const writing = database.transaction(['deals', 'changes', 'rates'], 'readwrite');
  const deals = writing.objectStore('deals');
  deals.delete(gone);
  const old = deals.get(older.key);
  old.onsuccess = () => deals.put({ ...old.result, ...older });
  for (const request of [
    writing.objectStore('changes').index('key').openCursor(forgetful),
    writing.objectStore('rates').openCursor(),
  ])
    request.onsuccess = () => void request.result?.delete();
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onabort = () => reject(writing.error);
  });
  database.close();
}
