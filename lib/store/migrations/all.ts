import { v1 } from './v1';

/** Every version of the store in order; each has a frozen example in `test/values/store/`. */
export const migrations = [v1] as const;
