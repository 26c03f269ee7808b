import type { AdapterScript } from './reader-channel';

const mostTries = 3;
/** How long a script that did not come is not asked for again, in milliseconds: the longer the more often it did not. */
const pauseMs = 1500;

export interface BringerOptions {
  /** Has a script put into the tab. Resolves once that was tried, never rejects. */
  readonly load: (script: AdapterScript) => Promise<void>;
  /** Whether what it brings is there. */
  readonly hasCome: (script: AdapterScript) => boolean;
  readonly wait: (ms: number) => Promise<void>;
  /** A script has come, or will not: the page is to be looked at again. */
  readonly onSettled: () => void;
  readonly signal: AbortSignal;
}

export interface Bringer {
  /** Asks for a script, once. Resolves when it has come or is given up. */
  readonly bring: (script: AdapterScript) => Promise<void>;
  /** Whether it was asked for three times and did not come: from then on this tab does without it. */
  readonly isVain: (script: AdapterScript) => boolean;
}

/** Brings scripts into the tab where a page needs them: each once, one that does not come after three tries not at all. */
export function createBringer({ load, hasCome, wait, onSettled, signal }: BringerOptions): Bringer {
  const asked = new Map<AdapterScript, Promise<void>>();
  const vain = new Set<AdapterScript>();

  async function ask(script: AdapterScript): Promise<void> {
    for (let tries = 1; tries <= mostTries; tries += 1) {
      await load(script);
      if (signal.aborted) return;
      if (hasCome(script)) return onSettled();
      if (tries < mostTries) await wait(tries * pauseMs);
    }
    vain.add(script);
    onSettled();
  }

  return {
    bring(script) {
      const coming = asked.get(script) ?? ask(script);
      asked.set(script, coming);
      return coming;
    },
    isVain: (script) => vain.has(script),
  };
}
