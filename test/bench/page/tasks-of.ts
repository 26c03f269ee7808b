import type { TraceEvent } from './record-trace';

/** One task of a page's main thread. Milliseconds of the processor, which do not grow on a busy machine. */
export interface Task {
  readonly cpuMs: number;
  /** Of that, what scripts of the extension took, with the layouts and collections that they brought about. */
  readonly ownMs: number;
  /** Names of the page's marks that fall into it. */
  readonly marks: readonly string[];
}

/**
 * The tasks of the thread on which the page set that mark, in order.
 * @throws where no thread did.
 */
export function tasksOf(events: readonly TraceEvent[], mark: string): readonly Task[] {
  const marked = events.find(({ name }) => name === mark);
  if (marked === undefined) throw new Error(`The trace does not show ${mark}.`);
  const thread = events
    .filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid)
    .toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const tasks: { readonly end: number; readonly cpuMs: number; ownMs: number; marks: string[] }[] = [];
  let ownUntil = -1;
  let isOwn = false;
  for (const event of thread) {
    const task = tasks.at(-1);
    const isInTask = task !== undefined && event.ts <= task.end;
    if (event.name === 'RunTask') {
      if (event.ph === 'X' && !isInTask) {
        tasks.push({ end: endOf(event), cpuMs: msOf(event), ownMs: 0, marks: [] });
        isOwn = false;
      }
    } else if (!isInTask) continue;
    else if (event.name.startsWith('long:')) task.marks.push(event.name);
    else if (event.name === 'FunctionCall' || event.name === 'EvaluateScript') {
      if (event.ts < ownUntil) continue;
      isOwn = event.args?.data?.url?.startsWith('chrome-extension://') ?? false;
      if (isOwn) {
        task.ownMs += msOf(event);
        ownUntil = endOf(event);
      }
    }
    // What a promise goes on with comes after the call that it was made in.
    else if (isOwn && event.ts >= ownUntil) task.ownMs += msOf(event);
  }
  return tasks;
}

function msOf({ tdur, dur }: TraceEvent): number {
  return (tdur ?? dur ?? 0) / 1000;
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}
