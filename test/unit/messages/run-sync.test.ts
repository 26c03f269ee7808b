import { describe, expect, it } from 'vitest';
import { freshDatabase, read, tenant } from '../store/open';
import { SyncStopped, type SyncPage } from '../../../lib/crm/adapter';
import { runSync, type SyncDesk } from '../../../lib/messages/run-sync';
import { beginSync, finishSync, touchSync } from '../../../lib/store/syncs';
import { writeSync } from '../../../lib/store/write-sync';

type Handlers = { -readonly [Name in keyof SyncDesk]: SyncDesk[Name] };

/** A worker with its store, a clock that the test moves, and tabs whose scripts run syncs. */
function aWorld() {
  const database = freshDatabase();
  let seconds = 0;
  let held: (() => void)[] = [];
  const now = () => new Date(Date.parse('2026-03-03T10:00:00.000Z') + seconds * 1000).toISOString();

  const desk: Handlers = {
    async beginSync({ tenant: of, ...begin }) {
      const sync = await working(beginSync(database, { ...of, ...begin }));
      if (sync === undefined) return { go: false };
      return sync.cursor === undefined ? { go: true } : { go: true, cursor: sync.cursor };
    },
    storeSync: (step) => working(writeSync(database, step)),
    async syncAlive({ tenant: of, runId }) {
      const isRunning = await working(touchSync(database, { tenant: of.tenant, runId, at: now() }));
      if (isRunning) await new Promise<void>((resolve) => held.push(resolve));
      return { stop: !isRunning };
    },
    async endSync({ tenant: of, ...end }) {
      await working(finishSync(database, { tenant: of.tenant, ...end }));
      return { ended: true };
    },
  };

  return {
    database,
    desk,
    sync: () => database.syncs.get(tenant.tenant),
    /** Time goes by; the worker answers the signs of life that wait for it. */
    async elapse(by: number) {
      seconds += by;
      const waiting = held;
      held = [];
      for (const answer of waiting) answer();
      await settle();
    },
    /** Time goes by while nothing runs in the tabs. */
    async freeze(by: number) {
      seconds += by;
      await settle();
    },
    tab(runId: string, pages: (cursor: string | undefined) => AsyncIterable<SyncPage>) {
      const stop = new AbortController();
      const about = { crm: 'tryton', label: 'Tryton', tenant, url: 'https://crm.example.com/#sales', runId };
      return { stop, ended: runSync({ about, desk, pages, now, stop }) };
    },
  };
}

let underWay = 0;

/** Work of the store that {@link settle} waits for. */
function working<Value>(work: Promise<Value>): Promise<Value> {
  underWay += 1;
  return work.finally(() => (underWay -= 1));
}

/** Waits until every message and transaction has come to its end, and what they set off has, too. */
async function settle(): Promise<void> {
  for (let calm = 0; calm < 4; calm = underWay === 0 ? calm + 1 : 0)
    await new Promise((resolve) => setTimeout(resolve, 2));
}

const page = (done: number, total: number): SyncPage => ({
  phase: 'deals',
  deals: [read(String(done), { stage: 'lead' })],
  done,
  total,
  seenAs: 'ida',
  cursor: `after ${done}`,
});

/** All pages of a listing, from where the cursor says. Before the `held` one it waits until the gate opens. */
async function* pagesFrom(
  cursor: string | undefined,
  total: number,
  held?: { at: number; gate: Promise<void> },
) {
  for (let done = Number(cursor?.split(' ').at(-1) ?? 0) + 1; done <= total; done += 1) {
    if (held?.at === done) await held.gate;
    yield page(done, total);
  }
}

function aGate() {
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  return { gate, open };
}

describe('runSync', () => {
  it('is complete when the adapter has no more pages', async () => {
    const world = aWorld();
    await world.tab('r-1', (cursor) => pagesFrom(cursor, 3)).ended;
    expect(await world.sync()).toMatchObject({ status: 'done', runId: 'r-1', deals: { done: 3 } });
    expect(await world.database.deals.count()).toBe(3);
  });

  it.each([
    [new SyncStopped('signed-out'), 'signed-out'],
    [new SyncStopped('access-changed'), 'access-changed'],
    [new TypeError('Failed to fetch'), 'offline'],
    [new Error('unexpected'), 'layout-unknown'],
  ])('says why it stopped: %s', async (error, reason) => {
    const world = aWorld();
    await world.tab('r-1', async function* () {
      yield page(1, 3);
      throw error;
    }).ended;
    expect(await world.sync()).toMatchObject({ status: 'stopped', stop: reason, cursor: 'after 1' });
  });

  it('lets no second run begin while a step takes ten minutes, and tells it nothing else', async () => {
    const world = aWorld();
    const { gate, open } = aGate();
    const first = world.tab('r-1', (cursor) => pagesFrom(cursor, 3, { at: 3, gate }));
    await settle();
    for (let beat = 0; beat < 30; beat += 1) await world.elapse(20);
    let asked = false;
    await world.tab('r-2', (cursor) => {
      asked = true;
      return pagesFrom(cursor, 3);
    }).ended;
    expect(asked).toBe(false);
    expect(first.stop.signal.aborted).toBe(false);
    open();
    await first.ended;
    expect(await world.sync()).toMatchObject({ status: 'done', runId: 'r-1' });
  });

  it('is one run where its script is put into a tab twice', async () => {
    const world = aWorld();
    const asked: string[] = [];
    const runs = ['r-1', 'r-2'].map((runId) =>
      world.tab(runId, (cursor) => {
        asked.push(runId);
        return pagesFrom(cursor, 3);
      }),
    );
    await Promise.all(runs.map(({ ended }) => ended));
    expect(asked).toEqual(['r-1']);
    expect(await world.sync()).toMatchObject({ status: 'done', runId: 'r-1' });
  });

  it('goes on in another tab after its own was frozen, and ends unheard where that one thaws', async () => {
    const world = aWorld();
    const { gate, open } = aGate();
    const frozen = world.tab('r-1', (cursor) => pagesFrom(cursor, 3, { at: 2, gate }));
    await settle();
    await world.freeze(120);
    const from: (string | undefined)[] = [];
    const second = aGate();
    const other = world.tab('r-2', (cursor) => {
      from.push(cursor);
      return pagesFrom(cursor, 3, { at: 3, gate: second.gate });
    });
    await settle();
    expect(from).toEqual(['after 1']);
    expect(await world.sync()).toMatchObject({ runId: 'r-2', deals: { done: 2 } });

    open();
    await frozen.ended;
    expect(frozen.stop.signal.aborted).toBe(true);
    expect(await world.sync()).toMatchObject({ status: 'running', runId: 'r-2', deals: { done: 2 } });
    second.open();
    await other.ended;
    expect(await world.sync()).toMatchObject({ status: 'done', runId: 'r-2' });
    expect(await world.sync()).not.toHaveProperty('hasGaps');
  });

  it('hears of its end by the next sign of life, however long the CRM asks it to wait', async () => {
    const world = aWorld();
    const run = world.tab('r-1', async function* () {
      yield page(1, 3);
      await new Promise((_, reject) => run.stop.signal.addEventListener('abort', reject, { once: true }));
    });
    await settle();
    await finishSync(world.database, {
      tenant: tenant.tenant,
      stop: 'cancelled',
      at: '2026-03-03T10:01:00.000Z',
    });
    expect(run.stop.signal.aborted).toBe(false);
    await world.elapse(20);
    expect(run.stop.signal.aborted).toBe(true);
    await run.ended;
    expect(await world.sync()).toMatchObject({ status: 'stopped', stop: 'cancelled', cursor: 'after 1' });
  });

  it('is whole although the worker dies after every message, before it can answer', async () => {
    const world = aWorld();
    const lost: string[] = [];
    const losing =
      <Data, Answer>(name: string, handle: (data: Data) => Promise<Answer>) =>
      async (data: Data) => {
        const answer = await handle(data);
        const message = `${name} ${JSON.stringify(data)}`;
        if (lost.includes(message)) return answer;
        lost.push(message);
        throw new Error('The message channel closed before a response was received');
      };
    const { desk } = world;
    desk.beginSync = losing('begin', desk.beginSync);
    desk.storeSync = losing('store', desk.storeSync);
    desk.endSync = losing('end', desk.endSync);
    await world.tab('r-1', (cursor) => pagesFrom(cursor, 2)).ended;
    expect(lost.map((message) => message.split(' ')[0])).toEqual(['begin', 'store', 'store', 'end']);
    expect(await world.sync()).toMatchObject({ status: 'done', deals: { done: 2 } });
    expect(await world.sync()).not.toHaveProperty('hasGaps');
    expect(await world.database.deals.count()).toBe(2);
  });

  it('reads nothing where the worker refuses it, and stops where it refuses a step', async () => {
    const world = aWorld();
    world.desk.storeSync = async () => ({ refused: 'url: not the page that sent it' });
    await world.tab('r-1', (cursor) => pagesFrom(cursor, 2)).ended;
    expect(await world.sync()).toMatchObject({ status: 'stopped', stop: 'refused', deals: { done: 0 } });
    world.desk.beginSync = async () => ({ refused: 'sender: not the main frame' });
    let asked = false;
    await world.tab('r-2', (cursor) => {
      asked = true;
      return pagesFrom(cursor, 2);
    }).ended;
    expect(asked).toBe(false);
  });
});
