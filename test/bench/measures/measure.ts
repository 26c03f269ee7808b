import type { Chromium } from '../browser/start';
import type { Size } from '../copies';
import type { Row } from '../row';

/** What a measure is given of the browser that all of them share. */
export interface Bench {
  readonly chromium: Chromium;
  /** Smallest first. */
  readonly sizes: readonly Size[];
  /** Name of the copy that is judged at a size: Stafet's, and in the self-test the slow variant's. */
  readonly subjectAt: (size: Size) => string;
  /** How many pairs of a time are taken. */
  readonly pairs: number;
  readonly say: (text: string) => void;
}

/** What a measure is given that needs no shared browser. */
export interface Alone {
  /** Fewer pairs, and shorter. */
  readonly quick: boolean;
  readonly say: (text: string) => void;
}

/** One thing that is measured, by the name that `--only` knows. */
export type Measure =
  | { readonly name: string; readonly in: 'browser'; readonly run: (bench: Bench) => Promise<readonly Row[]> }
  /** Needs no more than the builds, or has a browser of its own. */
  | {
      readonly name: string;
      readonly in: 'nothing';
      readonly run: (options: Alone) => Promise<readonly Row[]>;
    };

/** A measure that runs in the shared browser. */
export type BrowserMeasure = Extract<Measure, { in: 'browser' }>;
