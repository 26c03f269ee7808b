import { bytes } from './bytes';
import { heap } from './heap';
import type { Measure } from './measure';
import { live, popup } from './popup';
import { reading } from './reading';
import { records } from './records';
import { scan } from './scan';

/** In the order in which they run: what changes a store comes after what reads it. */
export const measures: readonly Measure[] = [bytes, popup, records, reading, live, heap, scan];
