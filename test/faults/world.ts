import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Draw } from '../demo/draw';
import { placeExtension } from '../e2e/place-extension';
import { atExit } from './at-exit';
import { compare, type Comparison } from './compare';
import { type Composer, createComposer } from './compose';
import type { CrmPage } from './crm-page';
import { deliver } from './deliver';
import { drawsOf } from './draws';
import { figuresDiffer } from './figures';
import { Ledger, type Sent } from './ledger';
import { readStore } from './read-store';
import { readRestored } from './restored';
import { mountSmallDisk, type Room } from './room';
import { type Session, startSession } from './session';
import { folderOf, type Places, type StoreName } from './stores';
import { type Writing, writeOn } from './write-on';

export interface WorldOptions {
  /** Folder of the built extension. */
  readonly build: string;
  readonly page: CrmPage;
  readonly seed: number;
  /** Permissions that the extension has to do without. */
  readonly without?: readonly string[];
  /** Copies what each session finds on disk before it begins. */
  readonly keepsEvidence?: boolean;
}

/** How long the first session after a fault may take to acknowledge something. */
const firstPatienceMs = 30_000;

/** What a look at the store found. */
export interface Look extends Comparison {
  /** Rows that the extension says it has brought back. */
  readonly restored: number;
  /** What else it says of that. */
  readonly note?: object;
  /** Sessions in which it took no writes at all. */
  readonly heldSessions?: number;
  /** Where the extension's own figures are not those of its rows: both, in words. */
  readonly figures?: string;
}

/** One browser profile with everything that was ever written into it, and the ledger of it outside. */
export class World {
  readonly base: string;
  /** Where the profile lies; a disk of its own can be mounted here before the first session. */
  readonly home: string;
  readonly ledger: Ledger;
  readonly #options: WorldOptions;
  readonly #draw: Draw;
  readonly #composer: Composer;
  readonly #remove: () => void;
  #extension: string | undefined;
  #session: Session | undefined;
  #places: Places | undefined;
  #sessions = 0;
  #isKept = false;
  #unmount: (() => void) | undefined;

  constructor(options: WorldOptions) {
    this.#options = options;
    this.base = mkdtempSync(join(tmpdir(), 'stafet-faults-'));
    this.home = join(this.base, 'home');
    this.#remove = atExit(() => {
      if (!this.#isKept) rmSync(this.base, { recursive: true, force: true, maxRetries: 5 });
    });
    mkdirSync(this.home);
    this.ledger = new Ledger({ tenant: options.page.host, file: join(this.base, 'acknowledged.jsonl') });
    this.#draw = drawsOf(options.seed);
    this.#composer = createComposer(this.ledger, this.#draw);
  }

  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  get session(): Session {
    if (this.#session === undefined) throw new Error('No browser is open.');
    return this.#session;
  }

  /** The LevelDB folder of a store, as the last look found it; `undefined` where there is none. */
  folderOf(store: StoreName): string | undefined {
    return this.#places && folderOf(this.#places, store);
  }

  /**
   * Opens a session, where none is, and looks at the store. An extension that takes no writes is given one more
   * session: a store that cannot be opened may be waited for, for the rest of a session.
   */
  async open(): Promise<Look> {
    if (this.#session !== undefined) return this.look();
    await this.#start();
    try {
      await this.#acknowledged(this.#composer.other('rate'), firstPatienceMs);
    } catch (error) {
      if (!(error instanceof Stuck)) throw error;
      await this.close();
      await this.#start();
      return { ...(await this.look()), heldSessions: 1 };
    }
    return this.look();
  }

  /**
   * Looks at the store of the open session, after a first write was acknowledged: whatever had to be repaired is
   * repaired by then. Afterwards nothing is under way, and what is lost is owed no more.
   */
  async look(): Promise<Look> {
    const { session, ledger } = this;
    const waiting = ledger.pending;
    await this.#acknowledged(this.#composer.other('rate'));
    const comparison = compare(ledger, await readStore(session));
    const bad = [...comparison.lost, ...comparison.partial, ...comparison.wrong];
    if (bad.length > 0) ledger.settle(bad.map(({ name }) => name));
    for (const sent of waiting) if (ledger.pending.includes(sent)) await this.#acknowledged(sent);
    const stored = await readStore(session);
    const { id, buckets } = session;
    this.#places = { profile: join(this.home, 'profile'), id, buckets, movedTo: stored.movedTo };
    const figures = await figuresDiffer(session, stored);
    const { rows, note } = await readRestored(session);
    return {
      ...comparison,
      restored: rows,
      ...(note === undefined ? {} : { note }),
      ...(figures === undefined ? {} : { figures }),
    };
  }

  write(): Writing {
    return writeOn({
      session: this.session,
      ledger: this.ledger,
      composer: this.#composer,
      draw: this.#draw,
    });
  }

  async kill(): Promise<void> {
    await this.session.browser.kill();
    this.#session = undefined;
  }

  async close(): Promise<void> {
    await this.#session?.browser.close();
    this.#session = undefined;
  }

  /** Puts a small disk under the profile, before the first session; `undefined` where that cannot be done here. */
  mountDisk(megabytes: number): Room | undefined {
    const disk = mountSmallDisk(this.home, megabytes);
    this.#unmount = disk?.unmount;
    return disk;
  }

  /** Ends the browser and removes everything, unless it is to be looked at. */
  async end({ keep = false } = {}): Promise<void> {
    await this.#session?.browser.kill();
    this.#session = undefined;
    // What lies on a disk in memory is gone with it.
    if (keep && this.#unmount !== undefined) this.#copyStores();
    this.#unmount?.();
    this.#isKept = keep;
    this.#remove();
  }

  async #start(): Promise<void> {
    const { build, page, without } = this.#options;
    this.#extension ??= placeExtension(this.home, {
      extension: build,
      hosts: ['http://127.0.0.1/*'],
      ...(without === undefined ? {} : { without }),
    });
    if (this.#options.keepsEvidence) this.#copyStores();
    this.#session = await startSession({ home: this.home, extension: this.#extension, page: page.url });
  }

  /** What the last two sessions found on disk, for whoever has to say why something was lost. */
  #copyStores(): void {
    this.#sessions += 1;
    const copy = join(this.base, `found-by-session-${this.#sessions}`);
    for (const name of ['IndexedDB', 'WebStorage', 'Local Extension Settings']) {
      const from = join(this.home, 'profile', 'Default', name);
      if (existsSync(from)) cpSync(from, join(copy, name), { recursive: true });
    }
    rmSync(join(this.base, `found-by-session-${this.#sessions - 3}`), { recursive: true, force: true });
  }

  async #acknowledged(sent: Sent, ms = 60_000): Promise<void> {
    this.ledger.send(sent);
    const signal = AbortSignal.timeout(ms);
    if (await deliver(this.session, this.ledger, sent, { signal })) return;
    throw new Stuck(`Nothing was acknowledged for ${ms / 1000} seconds.`);
  }
}

/** The extension takes no writes: what it has acknowledged cannot be had from it. */
export class Stuck extends Error {}
