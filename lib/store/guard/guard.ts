import { logFault } from '../../log';
import type { StoreState } from '../rows';
import { faultKind, mayGoBetter } from '../store-error';
import { guardWrites, takeTurn, type WriteGuard } from '../write';
import { forgetFault, forgetOpening, noteFault } from './fault-note';
import { stayAwake, type Ground } from './ground';
import type { Mirror } from './mirror';
import { noteState, reconcile } from './reconcile';
import type { JournalRecord } from './record';
import { sayAlone, sayBoth } from './second-copy';
import { writeSentinel, type Counted } from './sentinel';
import { distrustLogs } from './sessions';
import { needSpace } from './space';
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
  #isReady = false;
  /** Whether the browser gave no answer the last time: it will hardly be for being busy. */
  #wasSilent = false;
  #mirror: Mirror | undefined;
  /** The epoch of writes that the mirror does not get. */
  #alone: string | undefined;
  /** Whether the surfaces know that both copies are there. */
  #saidBoth = false;
  #lookedAt = 0;
  #hadSpaceAt = 0;
  /** How often in a row the store could be opened and not be read. */
  #doubts = 0;
  #hasFault = true;
  /** What the store is, and what the sentinel says of it. */
  #state: StoreState | undefined;
  #noted: StoreState | undefined;
  #notedAt = 0;
  /** Present where the sentinel knows this store. */
  #counted: Counted | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busySince: number | undefined;

  constructor(ground: Ground) {
    this.#ground = ground;
    // Whoever closed it may have changed it: another page, or the browser.
    ground.database.on('close', () => {
      if (this.#isReconciling) return;
      this.#ready = undefined;
      this.#isReady = false;
      this.#tendSoon();
    });
    guardWrites(ground.database, this);
  }

  /** Settles when both copies agree, or when it is known that they cannot: for what only reads. */
  async whenReady(): Promise<void> {
    if (this.#isReady) return;
    await takeTurn(this.#ground.database, () => this.ready()).catch((error: unknown) => this.#note(error));
  }

  async ready(): Promise<void> {
    if (Date.now() - this.#hadSpaceAt > quietMs) {
      await needSpace(this.#ground);
      this.#hadSpaceAt = Date.now();
    }
    this.#ready ??= this.#reconcile();
    await within(readyMs, this.#ready, this.#wasSilent ? 'TimeoutError' : 'StoreBusyError');
  }

  async append(record: JournalRecord, epoch: string): Promise<string> {
    if (this.#mirror !== undefined) {
      try {
        await within(appendMs, this.#mirror.journal.put(record));
        return epoch;
      } catch (error) {
        // Where there is no space left, the store must not try either.
        await needSpace(this.#ground);
        await this.#loseMirror(error);
      }
    }
    return (this.#alone ??= crypto.randomUUID());
  }

  async retract(generation: number): Promise<void> {
    if (this.#mirror === undefined) return;
    // Where this fails as well, the write is done once more in the end: that harms nothing.
    await within(appendMs, this.#mirror.journal.delete(generation)).catch(() => {});
  }

  async committed(state: StoreState): Promise<void> {
    this.#doubts = 0;
    this.#state = state;
    try {
      // From its first write on, a store that is lost is told from one that never was.
      if (this.#counted === undefined) await this.#noteState(state);
      else this.#noteSometimes(state, this.#counted);
      if (this.#hasFault) await forgetFault(this.#ground.session);
      this.#hasFault = false;
    } catch (error) {
      // The write is done, whatever can be said of it.
      logFault('guard', error);
    }
    this.#tendSoon();
  }

  async recover(fault: unknown): Promise<boolean> {
    const kind = faultKind(fault);
    await this.#note(fault);
    if (kind === 'damaged') this.#doubts += 1;
    if (kind === 'damaged' || kind === 'full') {
      this.#hadSpaceAt = 0;
      this.#ready = undefined;
      await distrustLogs(this.#ground).catch(() => {});
    }
    // The next use opens it anew.
    if (mayGoBetter(fault) || kind === 'silent') this.#ground.database.close({ disableAutoOpen: false });
    return mayGoBetter(fault);
  }

  async wipe(): Promise<void> {
    const { database, local } = this.#ground;
    await takeTurn(database, async () => {
      await within(readyMs, this.#ready ?? Promise.resolve(), 'StoreBusyError').catch((error: unknown) => {
        if (faultKind(error) === 'busy') throw error;
      });
      // From here on it is done, if need be by the next worker.
      await writeSentinel(local, 'wiping');
      this.#state = this.#noted = this.#counted = this.#ready = undefined;
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
    await stayAwake(this.#ground);
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
    this.#isReady = false;
    this.#mirror?.close();
    this.#mirror = undefined;
    this.#lookedAt = Date.now();
    try {
      const { mirror, state, counted } = await reconcile(this.#ground, this.#doubts > 1);
      this.#mirror = mirror;
      this.#alone = undefined;
      this.#saidBoth = false;
      this.#counted = counted;
      if (counted !== undefined) {
        this.#state = state;
        this.#noted = counted.countOf === state.generation ? state : undefined;
      }
      if (mirror === undefined) await sayAlone(this.#ground.local, this.#ground.now());
      await forgetOpening(this.#ground.session);
      this.#isReady = true;
      this.#wasSilent = false;
      this.#tendSoon();
    } catch (error) {
      this.#ready = undefined;
      this.#wasSilent = faultKind(error) === 'silent';
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
    await sayAlone(this.#ground.local, this.#ground.now()).catch(() => {});
  }

  async #noteState(state: StoreState): Promise<void> {
    this.#counted = await noteState(this.#ground, state);
    this.#noted = state;
  }

  /** Without counting: that is for quiet moments. */
  #noteSometimes(state: StoreState, counted: Counted): void {
    if (Date.now() - this.#notedAt < quietMs) return;
    this.#notedAt = Date.now();
    void noteState(this.#ground, state, counted).catch(() => {});
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
