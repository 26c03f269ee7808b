import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../bench/page/record-trace';
import { tasksOf } from '../../bench/page/tasks-of';

const ours = 'chrome-extension://abc/overlay.js';

/** A stretch of work, in milliseconds from the beginning of the trace. */
function stretch(name: string, from: number, ms: number, url?: string): TraceEvent {
  const args = url === undefined ? {} : { args: { data: { url } } };
  return { name, ph: 'X', pid: 1, tid: 1, ts: from * 1000, dur: ms * 1000, tdur: ms * 1000, ...args };
}

const mark: TraceEvent = { name: 'long:here', ph: 'R', pid: 1, tid: 1, ts: 0 };

describe('the tasks of a trace', () => {
  test('say what scripts of the extension took, and what promises of theirs went on with', () => {
    const [task] = tasksOf(
      [
        mark,
        stretch('RunTask', 0, 100),
        stretch('FunctionCall', 1, 50, 'http://127.0.0.1/page.js'),
        stretch('BlinkScheduler_PerformMicrotaskCheckpoint', 52, 5),
        stretch('FunctionCall', 60, 4, ours),
        stretch('FunctionCall', 61, 2, ours),
        stretch('BlinkScheduler_PerformMicrotaskCheckpoint', 65, 3),
        stretch('FunctionCall', 66, 1, ours),
      ],
      'long:here',
    );
    expect(task).toMatchObject({ cpuMs: 100, ownMs: 7, ownCollectionMs: 0, collectionMs: 0 });
  });

  test('tell collections of garbage from work, those in calls of the extension by themselves', () => {
    const [task] = tasksOf(
      [
        mark,
        stretch('RunTask', 0, 500),
        stretch('V8.GCIncrementalMarking', 10, 4),
        stretch('FunctionCall', 100, 31, ours),
        stretch('V8.GCHandleGCRequest', 100.5, 30),
        stretch('MajorGC', 100.6, 29),
        stretch('V8.GC_MARK_COMPACTOR', 101, 28),
      ],
      'long:here',
    );
    expect(task).toMatchObject({ ownMs: 31, ownCollectionMs: 30, collectionMs: 34 });
  });

  test('are those of the marked thread', () => {
    const other = { ...stretch('RunTask', 0, 9), tid: 2 };
    const marked = { ...mark, ts: 1000 };
    expect(tasksOf([other, stretch('RunTask', 0, 5), marked], 'long:here')).toHaveLength(1);
    expect(() => tasksOf([other], 'long:here')).toThrow('long:here');
  });
});
