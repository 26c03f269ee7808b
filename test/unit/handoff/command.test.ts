import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../lib/handoff/parse-request';
import { base } from '../../values/handoff/requests';
import { deal } from './ask';

const line = (change: object): string => JSON.stringify({ ...base, deals: [deal()], ...change });
const errorOf = (text: string): string => {
  const parsed = parseRequest(text);
  return parsed.kind === 'error' ? parsed.error : 'none';
};

describe('a malformed line', () => {
  it.each([
    ['{', 'the line is not JSON'],
    ['[]', 'the line is not an object'],
    [line({ v: 2 }), 'v is not 1'],
    [line({ id: null }), 'id is neither text nor a number'],
    [line({ asOf: null }), 'asOf is not text'],
    [line({ asOf: 'today' }), 'asOf is no instant: today'],
    [line({ asOf: '2026-02-30' }), 'asOf is no instant: 2026-02-30'],
    [line({ people: {} }), 'people is not a list'],
    [line({ people: [{ id: 'ana', role: 'boss' }] }), 'people[0].role is none of sdr, ae, csm, manager'],
    [
      line({ process: { ...base.process, qualifiedStage: 'X' } }),
      'process.qualifiedStage is none of process.stages',
    ],
    [line({ calendar: { timeZone: 'Mars/Base' } }), 'calendar.timeZone is no time zone: Mars/Base'],
    [line({ calendar: { weekdays: [0] } }), 'calendar.weekdays are not all within 1 (Monday) and 7'],
    [line({ calendar: { from: '17:00', to: '09:00' } }), 'calendar.to is not after its from'],
    [line({ calendar: { holidays: ['Easter'] } }), 'calendar.holidays are not all days'],
    [line({ deals: [deal(), deal()] }), 'deals has the id A twice'],
    [line({ deals: [deal({ amountMinor: 1.5 })] }), 'deals[0].amountMinor is no whole number'],
    [
      line({ deals: [deal({ qualification: { need: [] } })] }),
      'deals[0].qualification.need is neither text, a number, true, false nor null',
    ],
    [
      line({ verdicts: [{ deal: 'A', decision: 'maybe', at: '2026-01-01' }] }),
      'verdicts[0].decision is none of accepted, rejected, recycled',
    ],
    [line({ changes: [{ deal: 'A', field: 'owner' }] }), 'changes[0].at is not text'],
  ])('%.60s is told as: %s', (text, error) => {
    expect(errorOf(text)).toBe(error);
  });
});

describe('a line of the form', () => {
  it('may leave out what may be unknown', () => {
    expect(parseRequest('{"v":1,"id":"r","asOf":"2026-03-31"}').kind).toBe('request');
    expect(parseRequest('{"v":1,"id":7,"asOf":"2026-03-31","deals":[{"id":"A"}]}').kind).toBe('request');
  });

  it('with names of the language itself does no harm', () => {
    const text = line({}).replace(
      '"owner":"ben"',
      '"owner":"__proto__","qualification":{"__proto__":"x","constructor":"y"}',
    );
    expect(parseRequest(text).kind).toBe('request');
    expect(({} as Record<string, unknown>)['authority']).toBeUndefined();
  });
});

describe('the command', () => {
  it('answers each line, tells the malformed ones, and goes on', () => {
    const tool = fileURLToPath(new URL('../../tools/handoff.mjs', import.meta.url));
    const input = `${line({ id: 'one' })}\nnonsense\n\n${line({ id: 'two', v: 3 })}\n${line({ id: 'three' })}\n`;
    const out = execFileSync(process.execPath, [tool], { input, encoding: 'utf8' });
    const answers = out
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(answers.map(({ id, error }) => [id, error])).toEqual([
      ['one', undefined],
      [null, 'the line is not JSON'],
      ['two', 'v is not 1'],
      ['three', undefined],
    ]);
    expect(Object.keys(answers[0])).toEqual([
      'id',
      'handoffs',
      'measures',
      'byPerson',
      'byPair',
      'byTeam',
      'bySource',
      'cohorts',
    ]);
  });
});
