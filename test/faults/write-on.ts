import type { Draw } from '../demo/draw';
import { type Composer, lanes } from './compose';
import { deliver } from './deliver';
import type { Ledger, Sent } from './ledger';
import type { Session } from './session';
import { pause } from './pause';

/** Writes that go on by themselves. */
export interface Writing {
  /** Begins no more writes and waits until all are acknowledged. */
  readonly finish: () => Promise<void>;
  /** Gives up what is under way; it stays among the ledger's pending writes. Waits until nothing is sent any more. */
  readonly stop: () => Promise<void>;
}

export interface WriteOptions {
  readonly session: Session;
  readonly ledger: Ledger;
  readonly composer: Composer;
  readonly draw: Draw;
}

/** Starts the senders: each sends one write after the other, so that as many as there are senders are under way. */
export function writeOn({ session, ledger, composer, draw }: WriteOptions): Writing {
  const given = new AbortController();
  let goesOn = true;
  const send = async (next: () => Sent, pauseMs: () => number): Promise<void> => {
    while (goesOn) {
      const sent = next();
      ledger.send(sent);
      if (!(await deliver(session, ledger, sent, { signal: given.signal }))) return;
      const ms = pauseMs();
      if (ms > 0) await pause(ms);
    }
  };
  const senders = [
    ...Array.from({ length: lanes }, (_, lane) =>
      send(
        () => composer.reads(lane),
        () => 0,
      ),
    ),
    send(composer.other, () => draw.whole(20, 120)),
  ];
  const all = Promise.all(senders);
  // Whoever waits for the end is told of a failure; until then it is nobody's.
  all.catch(() => {});
  const end = async (): Promise<void> => {
    goesOn = false;
    await all;
  };
  return {
    finish: end,
    stop: () => {
      given.abort();
      return end();
    },
  };
}
