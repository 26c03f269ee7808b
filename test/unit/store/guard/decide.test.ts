import { describe, expect, test } from 'vitest';
import {
  decide,
  type Findings,
  type MirrorFinding,
  type PrimaryFinding,
} from '../../../../lib/store/guard/decide';
import type { Sentinel } from '../../../../lib/store/guard/sentinel';

const at = '2026-03-02T10:00:00.000Z';

const primary = (generation: number, uuid = 'A', epoch = 'A'): PrimaryFinding => ({
  kind: 'state',
  state: { scope: 'store', uuid, epoch, generation, at },
  restoring: false,
});

interface MirrorLike {
  readonly folded?: number;
  readonly uuid?: string;
  readonly epoch?: string;
  readonly past?: readonly string[];
  readonly version?: number;
  readonly isFilling?: boolean;
}

function mirror(last: number, about: MirrorLike = {}): MirrorFinding {
  const { folded = last, uuid = 'A', epoch = 'A', past = [], version = 1, isFilling } = about;
  const filling = isFilling ? { filling: { table: 'deals' } } : {};
  return { kind: 'state', last, state: { uuid, epoch, past, generation: folded, at, version, ...filling } };
}

const sentinel = (generation: number, uuid = 'A', epoch = 'A'): Sentinel => ({
  uuid,
  epoch,
  generation,
  at,
  count: 10,
  countOf: generation,
});

const empty = { kind: 'empty' } as const;
const unopenable = { kind: 'unopenable' } as const;
const newer = { kind: 'newer' } as const;

const plan = (primaryFound: PrimaryFinding, mirrorFound: MirrorFinding, more: Partial<Findings> = {}) =>
  decide({
    primary: primaryFound,
    mirror: mirrorFound,
    sentinel: undefined,
    version: 1,
    patienceEnded: false,
    ...more,
  });

describe('with a store', () => {
  test.each<[string, PrimaryFinding, MirrorFinding, Sentinel | undefined, string]>([
    ['both agree', primary(5), mirror(5, { folded: 3 }), sentinel(5), 'nothing'],
    ['the sentinel lags behind', primary(5), mirror(5), sentinel(2), 'nothing'],
    ['there is no sentinel', primary(5), mirror(5), undefined, 'nothing'],
    ['the mirror is still being filled', primary(5), mirror(5, { isFilling: true }), sentinel(5), 'fill'],
    ['the journal has more', primary(3), mirror(5, { folded: 2 }), sentinel(5), 'replay'],
    ['the journal has more from here on', primary(3), mirror(5, { folded: 3 }), sentinel(5), 'replay'],
    ['the mirror’s rows have more', primary(3), mirror(5, { folded: 4 }), sentinel(5), 'restore'],
    ['the mirror is gone', primary(5), empty, sentinel(5), 'seed'],
    ['the mirror was set back', primary(5), mirror(4), sentinel(5), 'seed'],
    ['the store went on alone', primary(6, 'A', 'B'), mirror(5), sentinel(6, 'A', 'B'), 'seed'],
    [
      'the store went on alone, less far than the mirror had come',
      primary(4, 'A', 'B'),
      mirror(5),
      sentinel(4),
      'seed',
    ],
    [
      'the store was set back to before it went on alone',
      primary(4),
      mirror(9, { epoch: 'B', past: ['A'] }),
      sentinel(9, 'A', 'B'),
      'restore',
    ],
    ['the mirror is another store’s', primary(5), mirror(9, { uuid: 'Z' }), sentinel(5), 'seed'],
    ['it is another store', primary(5, 'Z', 'Z'), mirror(9), sentinel(9), 'restore'],
    ['it is another store that has just begun', primary(0, 'Z', 'Z'), mirror(9), undefined, 'restore'],
    ['the mirror cannot be opened', primary(5), unopenable, sentinel(5), 'alone'],
    ['the mirror cannot be opened, and may have more', primary(4), unopenable, sentinel(5), 'hold'],
    ['the mirror’s rows are of an older version', primary(5), mirror(5, { version: 0 }), sentinel(5), 'seed'],
    [
      'the journal has more, of an older version',
      primary(3),
      mirror(5, { folded: 2, version: 0 }),
      sentinel(5),
      'restore',
    ],
    ['the mirror is of a newer version', primary(5), mirror(5, { version: 2 }), sentinel(5), 'newer'],
  ])('where %s', (_, primaryFound, mirrorFound, known, wanted) => {
    expect(plan(primaryFound, mirrorFound, { sentinel: known })).toBe(wanted);
  });

  test('a restoration that was broken off goes on, or ends where the mirror is gone', () => {
    const broken = { ...primary(5), restoring: true } as PrimaryFinding;
    expect(plan(broken, mirror(5))).toBe('restore');
    expect(plan(broken, unopenable)).toBe('hold');
    expect(plan(broken, empty)).toBe('seed');
  });
});

describe('without a store', () => {
  test.each<[string, PrimaryFinding, MirrorFinding, Sentinel | undefined, string]>([
    ['there never was one', empty, empty, undefined, 'begin'],
    ['there was one to which nothing was written', empty, mirror(0), undefined, 'begin'],
    ['neither copy is left', empty, empty, sentinel(5), 'lost'],
    ['the mirror has it', empty, mirror(5), sentinel(5), 'restore'],
    ['the mirror has it, and nobody remembers', empty, mirror(5), undefined, 'restore'],
    ['the mirror has a part of it', empty, mirror(3), sentinel(5), 'restore'],
    ['the mirror cannot be opened', empty, unopenable, sentinel(5), 'hold'],
    ['the mirror cannot be opened, and there never was one', empty, unopenable, undefined, 'begin'],
    ['it cannot be opened, and the mirror has it', unopenable, mirror(5), sentinel(5), 'restore'],
    ['it cannot be opened, and the mirror has a part of it', unopenable, mirror(3), sentinel(5), 'hold'],
    ['neither can be opened', unopenable, unopenable, sentinel(5), 'hold'],
    ['it cannot be opened, and there is no mirror', unopenable, empty, sentinel(5), 'hold'],
    ['its version is newer, and the mirror has it', newer, mirror(5), sentinel(5), 'restore'],
    ['its version is newer, and the mirror has a part of it', newer, mirror(3), sentinel(5), 'newer'],
    ['its version is newer, and there is no mirror', newer, empty, sentinel(5), 'newer'],
  ])('where %s', (_, primaryFound, mirrorFound, known, wanted) => {
    expect(plan(primaryFound, mirrorFound, { sentinel: known })).toBe(wanted);
  });

  test('what is held is given up where it was waited for in vain', () => {
    const ended = { sentinel: sentinel(5), patienceEnded: true };
    expect(plan(empty, unopenable, ended)).toBe('lost');
    expect(plan(unopenable, mirror(3), ended)).toBe('restore');
    expect(plan(unopenable, empty, ended)).toBe('lost');
    expect(plan(primary(4), unopenable, ended)).toBe('alone');
    expect(plan(unopenable, empty, { patienceEnded: true })).toBe('begin');
  });
});
