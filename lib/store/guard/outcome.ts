import type { RestoreOutcome } from '../../messages/views';
import type { Area } from '../home';
import { outcomeKey } from './keys';

export async function readOutcome(local: Area): Promise<RestoreOutcome | undefined> {
  // Written by the function below alone.
  return (await local.get(outcomeKey))[outcomeKey] as RestoreOutcome | undefined;
}

/** Tells the user. What an earlier outcome says is missing, and nobody has taken note of, is missing still. */
export async function tellOutcome(local: Area, outcome: RestoreOutcome): Promise<void> {
  const gone = [await readOutcome(local), outcome].flatMap((one) => one?.missing ?? []);
  const since = gone.map((one) => one.since ?? '').toSorted()[0];
  const missing = since === undefined ? {} : { missing: since === '' ? {} : { since } };
  await local.set({ [outcomeKey]: { ...outcome, ...missing } });
}
