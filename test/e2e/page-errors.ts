import type { BrowserContext } from '@playwright/test';

/** Errors that pages reported: on CRM pages our content scripts are the newcomers, so each one counts. */
export interface PageErrors {
  readonly found: () => readonly string[];
  /** Lets errors pass whose text matches: for a test that provokes them. */
  readonly tolerate: (expected: RegExp) => void;
}

const HARMLESS: readonly RegExp[] = [/\/favicon\.ico/];

/** Listens to every page of a browser for console errors and uncaught exceptions. */
export function watchPageErrors(context: BrowserContext): PageErrors {
  const errors: string[] = [];
  const tolerated: RegExp[] = [...HARMLESS];
  context.on('console', (message) => {
    const at = message.location().url;
    if (message.type() === 'error' && !at.startsWith('chrome://')) errors.push(`${message.text()} (${at})`);
  });
  context.on('weberror', (error) =>
    errors.push(`${error.error().stack ?? error.error().message} (${error.page()?.url()})`),
  );
  return {
    found: () => errors.filter((error) => !tolerated.some((expected) => expected.test(error))),
    tolerate: (expected) => void tolerated.push(expected),
  };
}
