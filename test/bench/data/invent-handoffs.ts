import { defaultProcess } from '../../../lib/deal/default-process';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import type { ProcessVersion } from '../../../lib/deal/process';
import type { Team } from '../../../lib/deal/settings';
import { type Draw, drawFrom } from '../../demo/draw';

const DAY = 86_400_000;
/** SDRs, and as many AEs. */
const PEOPLE = 100;
const TEAMS = 8;

/** An invented company's handoffs: each deal passed once or twice, with its changes. */
export interface InventedHandoffs {
  readonly deals: readonly (readonly [Deal, readonly DealChange[]])[];
  readonly version: ProcessVersion;
  readonly teams: readonly Team[];
}

const iso = (instant: number): string => new Date(instant).toISOString();
const sdr = (nth: number): string => `Sdr ${nth}`;
const ae = (nth: number): string => `Ae ${nth}`;

/** @param asOf Milliseconds; the deals are of the two years before it, with five changes each as far as they have come. */
export function inventHandoffs(size: number, asOf: number): InventedHandoffs {
  const draw = drawFrom(6);
  const people = Array.from({ length: PEOPLE }, (_, nth) => nth);
  return {
    deals: Array.from({ length: size }, (_, nth) => inventOne(nth, draw, asOf)),
    version: {
      ...defaultProcess('2020-01-01', 'Europe/Copenhagen'),
      people: people.flatMap((nth) => [
        { name: sdr(nth), roles: ['sdr'], aliases: [] },
        { name: ae(nth), roles: ['ae'], aliases: [] },
      ]),
      stages: [
        { name: 'Prospect', role: 'sdr', isQualified: false, isNurture: false },
        { name: 'New', role: 'ae', isQualified: false, isNurture: false },
        { name: 'Qualified', role: 'ae', isQualified: true, isNurture: false },
      ],
    },
    teams: Array.from({ length: TEAMS }, (_, team) => ({
      name: `Team ${team}`,
      members: people.filter((nth) => nth % TEAMS === team).flatMap((nth) => [sdr(nth), ae(nth)]),
    })),
  };
}

/** Passed from an SDR to an AE; of five, one comes back, and the others are qualified and closed. */
function inventOne(nth: number, draw: Draw, asOf: number): readonly [Deal, readonly DealChange[]] {
  const key = `x|t|${nth}`;
  const [from, to] = [sdr(draw.whole(0, PEOPLE - 1)), ae(draw.whole(0, PEOPLE - 1))];
  const created = asOf - draw.between(0, 700) * DAY;
  const passed = created + draw.between(0, 5) * DAY;
  const next = passed + draw.between(0, 35) * DAY;
  const closed = next + draw.between(0, 60) * DAY;
  const isReturned = draw.chance(0.2);
  const end = draw.chance(0.3) ? 'Lost' : 'Won';
  const change = (
    field: DealChange['field'],
    at: number,
    values: readonly [string | null, string],
  ): DealChange => {
    const since = draw.chance(0.2) ? at - draw.between(0, 1) * DAY : at;
    return {
      key,
      field,
      from: values[0],
      to: values[1],
      at: iso(at),
      notBefore: iso(since),
      source: 'history',
    };
  };
  const changes = [
    change('qualification.money', passed + draw.between(-1, 1) * DAY, [null, '10k']),
    change('owner', passed, [from, to]),
    change('stage', passed, ['Prospect', 'New']),
    ...(isReturned
      ? [change('owner', next, [to, from]), change('stage', next, ['New', 'Prospect'])]
      : [change('stage', next, ['New', 'Qualified']), change('stage', closed, ['Qualified', end])]),
  ].filter(({ at }) => at <= iso(asOf));
  const last = (field: string, first: string): string =>
    String(changes.findLast((one) => one.field === field)?.to ?? first);
  const stage = last('stage', 'Prospect');
  const isClosed = stage === end;
  const touched = passed + draw.between(0, 3) * DAY;
  const deal: Deal = {
    key,
    crm: 'x',
    tenant: 't',
    host: 'h',
    id: String(nth),
    name: `Deal ${nth}`,
    createdOn: iso(created).slice(0, 10),
    createdBy: from,
    owner: last('owner', from),
    sdr: from,
    stage,
    outcome: isClosed ? (end === 'Won' ? 'won' : 'lost') : 'open',
    ...(isClosed && { closedOn: iso(closed).slice(0, 10) }),
    amountMinor: draw.whole(1, 10_000_000),
    currency: draw.pick(['EUR', 'USD']),
    source: draw.pick(['Referral', 'Webinar', 'Cold call', 'Fair', 'Partner']),
    account: `Account ${draw.whole(0, 30_000)}`,
    lostReason: draw.pick(['Timing', 'No need', 'Not fit']),
    qualification: { authority: draw.pick(['CFO', null]), need: draw.pick(['growth', 'x']), money: '10k' },
    nextStep: draw.pick(['call', null]),
    ...(touched < asOf && { firstTouchAt: iso(touched), meetingHeld: draw.chance(0.75) }),
    sources: {},
    seenAt: iso(asOf),
    seenVia: 'api',
    contentHash: 'c',
  };
  return [deal, changes];
}
