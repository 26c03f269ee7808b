import type { Session } from './devtools';

/**
 * Runs an expression in a page or worker, waits for its promise and returns the plain data that it gives.
 * What is *measured* in there has to begin with a timer: an expression of the debugger is not bound by the page's rules.
 */
export async function evaluate<T>(session: Session, expression: string, contextId?: number): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
    ...(contextId === undefined ? {} : { contextId }),
  });
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  // The caller knows what its expression gives.
  return result.value as T;
}

/** Calls a function of a driver by name with plain data. */
export function call<T>(
  session: Session,
  name: string,
  args: readonly unknown[],
  contextId?: number,
): Promise<T> {
  const list = args.map((arg) => JSON.stringify(arg)).join(', ');
  return evaluate<T>(session, `stafetBench.${name}(${list})`, contextId);
}

/** Asks again until there is an answer; throws the complaint when patience ends. */
export async function until<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  complaint: string,
  patienceMs = 120_000,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${complaint} (waited ${patienceMs / 1000} s).`);
    await pause(50);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
