import { dayText } from '../../../lib/calendar/day-text';
import { monthNumber } from '../../../lib/calendar/month-number';
import { type Draw, drawFrom } from '../../demo/draw';
import type { Company, PastChange, PastDeal } from './company';
import type { Shape } from './shape';

/** 2021-01-01: day from which generated companies sell. */
const FIRST_DAY = 18_628;

interface Life {
  readonly deal: PastDeal;
  readonly changes: readonly PastChange[];
}

/** Draws a company's deals, day by day, from a truth that is known. The same shape gives the same company. */
export function generateCompany(shape: Shape): Company {
  const draw = drawFrom(shape.seed);
  const months = Math.ceil(shape.days / 28) + 14;
  const levels: number[] = [];
  for (let month = 0, level = 0; month < months; month += 1)
    levels.push(Math.exp((level = 0.8 * level + shape.wander * draw.normal())));
  const lives: Life[] = [];
  for (let day = 0; day < shape.days; day += 1) {
    const date = FIRST_DAY + day;
    const rate = shape.newPerDay * (1 + shape.growth) ** (day / 30) * (shape.weekdays[(date + 3) % 7] ?? 1);
    for (let one = poisson(rate, draw); one > 0; one -= 1)
      lives.push(lifeOf(`D${String(lives.length).padStart(6, '0')}`, date, { shape, draw, levels }));
  }
  const dataStart = FIRST_DAY + shape.unrecorded;
  const kept = lives.filter(({ deal }) => deal.closedAt === null || deal.closedAt >= dayText(dataStart));
  return {
    name: shape.name,
    deals: kept.map(({ deal }) => deal),
    history: kept.flatMap(({ changes }) => changes),
    stages: Array.from({ length: shape.stages }, (_, at) => ({
      id: `S${at + 1}`,
      order: at + 1,
      probability: (at + 1) / (shape.stages + 1),
    })),
    dataStart: dayText(dataStart),
    knownUntil: dayText(FIRST_DAY + shape.days),
  };
}

function poisson(mean: number, draw: Draw): number {
  let count = 0;
  for (let left = mean; ; count += 1) {
    left += Math.log(1 - draw.between(0, 1));
    if (left < 0) return count;
  }
}

interface World {
  readonly shape: Shape;
  readonly draw: Draw;
  readonly levels: readonly number[];
}

function lifeOf(id: string, born: number, { shape, draw, levels }: World): Life {
  const amount = Math.round(draw.logNormal(shape.amount, shape.spread));
  const changes: PastChange[] = [];
  const end = FIRST_DAY + shape.days;
  const owner = draw.whole(1, shape.owners);
  let stage = 1;
  let status: PastDeal['status'] = 'open';
  let day = born + 1;
  for (; day < end; day += 1) {
    const weekday = (day + 3) % 7;
    if (weekday >= 5 || !draw.chance(7 / 5 / shape.stageDays)) continue;
    const month = monthNumber(day);
    const level =
      (shape.quarter[month % 3] ?? 1) *
      (1 + shape.year * Math.sin((2 * Math.PI * (month % 12)) / 12)) *
      (levels[month - monthNumber(FIRST_DAY)] ?? 1);
    const onward = Math.min(0.95, shape.onward * (stage === shape.stages ? level : 1));
    const at = draw.between(0, 1);
    if (at < onward && stage === shape.stages) {
      status = 'won';
      break;
    }
    const next = at < onward ? stage + 1 : at < onward + shape.back && stage > 1 ? stage - 1 : 0;
    if (next === 0) {
      if (shape.lossesRecorded) status = 'lost';
      break;
    }
    changes.push({ id, at: dayText(day), field: 'stage', from: `S${stage}`, to: `S${next}` });
    stage = next;
  }
  return {
    changes,
    deal: {
      id,
      createdAt: dayText(born),
      owner: `Owner ${owner}`,
      team: `Team ${owner % 3}`,
      region: null,
      product: null,
      source: null,
      amount,
      stage0: 'S1',
      status,
      closedAt: status === 'open' ? null : dayText(day),
      closedAmount: status === 'won' ? Math.round(amount * draw.between(0.9, 1.08)) : null,
    },
  };
}
