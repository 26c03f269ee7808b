import { bundlesOf } from '../../check/bundles';
import { sizeRow } from '../row';
import type { Measure } from './measure';

/** Every bundle after gzip. */
export const bytes: Measure = {
  name: 'bytes',
  in: 'nothing',
  run: async () =>
    bundlesOf('bench/chrome-mv3').map(({ name, KiB, budget }) =>
      sizeRow(`bytes/${name}`, { value: KiB, unit: 'KiB', budget: budget ?? null }),
    ),
};
