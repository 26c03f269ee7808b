import { test as base, expect } from '@playwright/test';
import { type RunningDemo, startDemo } from '../demo/serve';
import { controlExtension, type Extension } from './extension';
import { launch, type Launched, type LaunchOptions } from './launch';
import { type PageErrors, watchPageErrors } from './page-errors';

/** A browser with the extension in it, and the two promises that are kept for it at the end of the test. */
export interface Stafet extends Launched, Extension {
  readonly errors: PageErrors;
}

interface TestFixtures {
  /**
   * Starts a browser with the extension. When the test ends it is closed, and the test fails if any request
   * went to neither an allowed origin nor the extension, or if any page reported an error.
   */
  readonly launchWithExtension: (options?: LaunchOptions) => Promise<Stafet>;
}

interface WorkerFixtures {
  /** The sample CRM, one for each worker. A test that edits deals should start one of its own. */
  readonly demo: RunningDemo;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  launchWithExtension: async ({}, use) => {
    const launched: Stafet[] = [];
    await use(async (options) => {
      const started = await launch(options);
      const stafet = { ...started, ...controlExtension(started), errors: watchPageErrors(started.context) };
      launched.push(stafet);
      return stafet;
    });
    for (const stafet of launched) {
      await stafet.close();
      expect
        .soft(stafet.outbound.strangers(), 'requests to others than the CRM and the extension')
        .toEqual([]);
      expect.soft(stafet.errors.found(), 'errors reported by pages').toEqual([]);
    }
  },
  demo: [
    async ({}, use) => {
      const demo = await startDemo({ port: 0 });
      await use(demo);
      await demo.close();
    },
    { scope: 'worker' },
  ],
});

export { expect };
