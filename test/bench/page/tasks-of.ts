import type { TraceEvent } from './record-trace';

/** One task of a page's main thread. Milliseconds of the processor, which do not grow on a busy machine. */
export interface Task {
  readonly cpuMs: number;
  /** Of that, what scripts of the extension took, with the layouts that they brought about. */
  readonly ownMs: number;
  /** Of that, collections of garbage: the browser does them for all scripts of a tab in whichever runs next. */
  readonly ownCollectionMs: number;
  /** What all collections in it took, whoever ran. */
  readonly collectionMs: number;
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
  const tasks: (Mutable<Omit<Task, 'marks'>> & { readonly end: number; readonly marks: string[] })[] = [];
  let ownUntil = -1;
  let collectedUntil = -1;
  let isOwn = false;
  for (const event of thread) {
    const task = tasks.at(-1);
    const isInTask = task !== undefined && event.ts <= task.end;
    if (event.name === 'RunTask') {
      if (event.ph === 'X' && !isInTask) {
        const nothing = { ownMs: 0, ownCollectionMs: 0, collectionMs: 0 };
        tasks.push({ end: endOf(event), cpuMs: msOf(event), ...nothing, marks: [] });
        isOwn = false;
      }
    } else if (!isInTask) continue;
    else if (event.name.startsWith('long:')) task.marks.push(event.name);
    else if (isCollection(event)) {
      // Of a collection and its parts the whole counts.
      if (event.ph !== 'X' || event.ts < collectedUntil) continue;
      collectedUntil = endOf(event);
      task.collectionMs += msOf(event);
      if (event.ts < ownUntil) task.ownCollectionMs += msOf(event);
    } else if (event.ts < ownUntil) continue;
    else {
      if (event.name === 'FunctionCall' || event.name === 'EvaluateScript')
        isOwn = event.args?.data?.url?.startsWith('chrome-extension://') ?? false;
      // What a promise goes on with comes after the call that it was made in.
      if (!isOwn) continue;
      task.ownMs += msOf(event);
      ownUntil = endOf(event);
    }
  }
  return tasks;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function isCollection({ name }: TraceEvent): boolean {
  return /^(?:MinorGC|MajorGC|V8\.GC)/.test(name);
}

function msOf({ tdur, dur }: TraceEvent): number {
  return (tdur ?? dur ?? 0) / 1000;
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}
