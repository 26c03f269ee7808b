import { benchPage } from '../page/bench-page';
import type { Measure } from './measure';

/** What the extension costs a page with a long list, in a browser of its own. */
export const page: Measure = {
  name: 'page',
  in: 'nothing',
  run: ({ quick, say }) => benchPage({ extension: '.output/bench/chrome-mv3', quick, say }),
};
