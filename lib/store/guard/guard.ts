import { logFault } from '../../log';
import type { StoreState } from '../rows';
import { faultKind, mayGoBetter } from '../store-error';
import { guardWrites, takeTurn, type WriteGuard } from '../write';
import { forgetFault, forgetOpening, noteFault } from './fault-note';
import type { Ground } from './ground';
import type { Mirror } from './mirror';
import { noteState, reconcile } from './reconcile';
import type { JournalRecord } from './record';
import { sayAlone, sayBoth } from './second-copy';
import { writeSentinel } from './sentinel';
import { tendMirror } from './tend-mirror';
import { within } from './within';

/** A sender resends after ten seconds without an answer; it is told a little earlier. */
const readyMs = 8000;
const appendMs = 5000;
/** The mirror is tended to after a second without writes, or every five where they never end. */
const quietMs = 1000;
const busyMs = 5000;
/** A mirror that could not be written is looked for again after so long. */
const againMs = 30_000;

/** Keeps a store's second copy, and lets nothing be written before both copies agree. One for each worker. */
export class StoreGuard implements WriteGuard {
  readonly #ground: Ground;
  #ready: Promise<void> | undefined;
  #isReconciling = false;
  #mirror: Mirror | undefined;
  /** The epoch of writes that the mirror does not get. */
  #alone: string | undefined;
  /** Whether the surfaces know that both copies are there. */
  #saidBoth = false;
  #lookedAt = 0;
  /** How often in a row the store could be opened and not be read. */
  #doubts = 0;
  #hasFault = true;
  /** What the store is, and what the sentinel says of it. */
  #state: StoreState | undefined;
  #noted: StoreState | undefined;
  /** Which store the sentinel knows. */
  #known: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busySince: number | undefined;

  constructor(ground: Ground) {
    this.#ground = ground;
    // Whoever closed it may have changed it: another page, or the browser.
    ground.database.on('close', () => {
      if (!this.#isReconciling) this.#ready = undefined;
    });
    guardWrites(ground.database, this);
  }

  /** Settles when both copies agree, or when it is known that they cannot: for what only reads. */
  async whenReady(): Promise<void> {
    await takeTurn(this.#ground.database, () => this.ready()).catch((error: unknown) => this.#note(error));
  }

  ready(): Promise<void> {
    this.#ready ??= this.#reconcile();
    return within(readyMs, this.#ready, 'StoreBusyError');
  }

  async append(record: JournalRecord, epoch: string): Promise<string> {
    if (this.#mirror !== undefined) {
      try {
        await within(appendMs, this.#mirror.journal.put(record));
        return epoch;
      } catch (error) {
        await this.#loseMirror(error);
      }
    }
    return (this.#alone ??= crypto.randomUUID());
  }

  retract(generation: number): void {
    // Where this fails as well, the next worker does the write once more: that harms nothing.
    void this.#mirror?.journal.delete(generation).catch(() => {});
  }

  async committed(state: StoreState): Promise<void> {
    this.#doubts = 0;
    this.#state = state;
    try {
      // From its first write on, a store that is lost is told from one that never was.
      if (this.#known !== state.uuid) await this.#noteState(state);
      if (this.#hasFault) await forgetFault(this.#ground.session);
      this.#hasFault = false;
    } catch (error) {
      // The write is done, whatever can be said of it.
      logFault('guard', error);
    }
    this.#tendSoon();
  }

  recover(fault: unknown): boolean {
    void this.#note(fault);
    if (!mayGoBetter(fault)) return false;
    if (faultKind(fault) === 'damaged') this.#doubts += 1;
    // The next use opens it anew.
    this.#ground.database.close({ disableAutoOpen: false });
    return true;
  }

  async wipe(): Promise<void> {
    const { database, local } = this.#ground;
    await takeTurn(database, async () => {
      await within(readyMs, this.#ready ?? Promise.resolve(), 'StoreBusyError').catch((error: unknown) => {
        if (faultKind(error) === 'busy') throw error;
      });
      // From here on it is done, if need be by the next worker.
      await writeSentinel(local, 'wiping');
      this.#state = this.#noted = this.#known = this.#ready = undefined;
      await this.ready();
    });
  }

  /** Work for quiet moments, a turn for each step. Leaves off where writes come again. */
  async tend(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = this.#busySince = undefined;
    const { database } = this.#ground;
    const before = this.#state;
    try {
      let hasMore = true;
      while (hasMore && this.#state === before) hasMore = await takeTurn(database, () => this.#tendOnce());
      await takeTurn(database, async () => {
        if (this.#state !== undefined && this.#state !== this.#noted) await this.#noteState(this.#state);
      });
    } catch (error) {
      logFault('guard', error);
    }
  }

  async #tendOnce(): Promise<boolean> {
    if (this.#mirror === undefined && Date.now() - this.#lookedAt > againMs) this.#ready = undefined;
    await this.ready();
    const mirror = this.#mirror;
    if (mirror === undefined) return false;
    try {
      const { isWhole, hasMore } = await tendMirror(this.#ground.database, mirror);
      if (isWhole && !this.#saidBoth) {
        await sayBoth(this.#ground.local);
        this.#saidBoth = true;
      }
      return hasMore;
    } catch (error) {
      await this.#loseMirror(error);
      return false;
    }
  }

  async #reconcile(): Promise<void> {
    this.#isReconciling = true;
    this.#mirror?.close();
    this.#mirror = undefined;
    this.#lookedAt = Date.now();
    try {
      const { mirror, state, isNoted } = await reconcile(this.#ground, this.#doubts > 1);
      this.#mirror = mirror;
      this.#alone = undefined;
      this.#saidBoth = false;
      if (state.generation > 0) {
        this.#known = state.uuid;
        this.#state = state;
        this.#noted = isNoted ? state : undefined;
      }
      if (mirror === undefined) await sayAlone(this.#ground.local, this.#ground.now());
      await forgetOpening(this.#ground.session);
      this.#tendSoon();
    } catch (error) {
      this.#ready = undefined;
      throw error;
    } finally {
      this.#isReconciling = false;
    }
  }

  /** From the next commit on the store goes on alone, in an epoch that the mirror does not know. */
  async #loseMirror(error: unknown): Promise<void> {
    logFault('mirror', error);
    this.#mirror?.close();
    this.#mirror = undefined;
    this.#lookedAt = Date.now();
    await sayAlone(this.#ground.local, this.#ground.now()).catch(() => {});
  }

  async #noteState(state: StoreState): Promise<void> {
    await noteState(this.#ground, state);
    this.#noted = state;
    this.#known = state.uuid;
  }

  async #note(fault: unknown): Promise<void> {
    this.#hasFault = true;
    logFault('store', fault);
    await noteFault(this.#ground.session, fault).catch(() => {});
  }

  #tendSoon(): void {
    const now = Date.now();
    this.#busySince ??= now;
    clearTimeout(this.#timer);
    const wait = Math.min(quietMs, this.#busySince + busyMs - now);
    this.#timer = setTimeout(() => void this.tend(), Math.max(0, wait));
  }
}
