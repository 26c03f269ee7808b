/** What became of one batch. */
export type Delivery<Ack> =
  | { readonly kind: 'acked'; readonly ack: Ack }
  /** The worker understood and refused: sending it again would not help. */
  | { readonly kind: 'refused'; readonly why: string }
  /** This script's extension is gone (updated, removed): nothing can be sent any more. */
  | { readonly kind: 'orphaned' };

export interface OutboxOptions<Batch, Ack> {
  readonly send: (batch: Batch) => Promise<Ack | { readonly refused: string }>;
  readonly signal: AbortSignal;
  /** How long silence lasts until it means "unknown, send again", in milliseconds. */
  readonly patienceMs?: number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Sends batches one at a time, in order, and keeps each until it is acknowledged. An error and silence mean the
 * same: it is not known whether the batch was stored, so it is sent again; storing twice is a no-op.
 */
export function createOutbox<Batch, Ack extends object>(options: OutboxOptions<Batch, Ack>) {
  const { send, signal, patienceMs = 10_000, wait = sleep } = options;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function deliver(batch: Batch): Promise<Delivery<Ack>> {
    for (let attempt = 0; ; attempt += 1) {
      if (signal.aborted) return { kind: 'orphaned' };
      const answer = await withPatience(send(batch), patienceMs, signal);
      if (answer.kind === 'orphaned') return answer;
      if (answer.kind === 'answered') {
        return 'refused' in answer.value && typeof answer.value.refused === 'string'
          ? { kind: 'refused', why: answer.value.refused }
          : // A refusal has been told apart above; an acknowledgement's own `refused` is a list.
            { kind: 'acked', ack: answer.value as Ack };
      }
      await wait(Math.min(250 * 2 ** attempt, 10_000), signal).catch(() => {});
    }
  }

  return {
    /** Resolves once the batch was acknowledged, refused, or can never be delivered. Never rejects. */
    deliver(batch: Batch): Promise<Delivery<Ack>> {
      waiting += 1;
      const delivery = queue.then(() => deliver(batch)).finally(() => (waiting -= 1));
      queue = delivery;
      return delivery;
    },
    /** Batches that are not acknowledged yet. */
    waiting: () => waiting,
  };
}

type Answer<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'orphaned' };

async function withPatience<Value>(
  sent: Promise<Value>,
  ms: number,
  signal: AbortSignal,
): Promise<Answer<Value>> {
  const late = new AbortController();
  try {
    return await Promise.race([
      sent.then((value): Answer<Value> =>
        value === undefined ? { kind: 'unknown' } : { kind: 'answered', value },
      ),
      sleep(ms, late.signal).then((): Answer<Value> => ({ kind: 'unknown' })),
    ]);
  } catch (error) {
    const orphaned =
      signal.aborted || /context invalidated/i.test(error instanceof Error ? error.message : '');
    return { kind: orphaned ? 'orphaned' : 'unknown' };
  } finally {
    late.abort();
  }
}

/** Waits; rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
