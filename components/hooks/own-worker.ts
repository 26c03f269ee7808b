import { browser } from 'wxt/browser';

/** The scripts that our pages may run as workers. */
const scripts = ['/forecast.js', '/handoffs.js', '/csv.js'] as const;
export type OwnScript = (typeof scripts)[number];

/** Starts one of our own scripts as a worker of the page. */
export function ownWorker(script: OwnScript): Worker {
  return new Worker(trusted(browser.runtime.getURL(script)));
}

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

let policy: ReturnType<Policies['createPolicy']> | undefined;

/** Our own script's address as the extension pages' policy wants it; a browser without trusted types takes the text. */
function trusted(url: string): string {
  const types = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  policy ??= types?.createPolicy('stafet-worker', {
    createScriptURL: (asked) => {
      if (!scripts.some((script) => asked === browser.runtime.getURL(script)))
        throw new TypeError('not our worker');
      return asked;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}
