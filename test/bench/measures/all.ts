import { bytes } from './bytes';
import { forecastSpeed } from './forecast';
import { handoffSpeed } from './handoffs';
import { heap } from './heap';
import type { Measure } from './measure';
import { page } from './page';
import { live, popup } from './popup';
import { reading } from './reading';
import { records } from './records';
import { scan } from './scan';
import { views } from './views';

/**
 * In the order in which they run: what changes a store comes after what reads it. A part of the benchmark with a browser
 * of its own is one more line here, `in: 'nothing'`.
 */
export const measures: readonly Measure[] = [
  bytes,
  forecastSpeed,
  handoffSpeed,
  popup,
  records,
  reading,
  live,
  heap,
  views,
  scan,
  page,
];
