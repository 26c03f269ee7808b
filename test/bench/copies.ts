import type { Builds } from './build';
import type { ExtensionCopy } from './browser/extension-copy';

/** Sizes of store that are measured, in deals. */
export const SIZES = { '1k': 1000, '10k': 10_000, '100k': 100_000 } as const;

export type Size = keyof typeof SIZES;

/** Names of the extensions in the measured browser. */
export const oursAt = (size: Size): string => `ours-${size}`;
/** The baseline. */
export const plainAt = (size: Size): string => `plain-${size}`;
/** The baseline's slow variant, which the self-test puts in Stafet's place. */
export const slowAt = (size: Size): string => `slow-${size}`;
export const BARE = 'bare';

/** The host whose deals Stafet's copy of that size reads. */
export const hostAt = (size: Size): string => `crm-${size}.test`;

/** The page that the button of that extension opens. */
export function popupOf(name: string): string {
  if (name === BARE) return 'bare.html';
  return name.startsWith('slow-') ? 'whole.html' : 'popup.html';
}

export interface CopiesOptions {
  readonly sizes: readonly Size[];
  /** With the slow variant instead of Stafet. */
  readonly selfTest: boolean;
}

/**
 * Everything that is compared, in one browser: Stafet and the baseline once for each size, each with a store of its
 * own, and a bare page. So every ratio is of one process, and its two sides can take turns.
 */
export function copiesOf(builds: Builds, { sizes, selfTest }: CopiesOptions): readonly ExtensionCopy[] {
  const baseline = (name: string): ExtensionCopy => ({
    name,
    from: builds.baseline,
    hosts: [],
    popup: popupOf(name),
  });
  const ours = (size: Size): ExtensionCopy => {
    const name = oursAt(size);
    return { name, from: builds.ours, hosts: [`http://${hostAt(size)}/*`], popup: popupOf(name) };
  };
  return [
    ...sizes.flatMap((size) => [selfTest ? baseline(slowAt(size)) : ours(size), baseline(plainAt(size))]),
    baseline(BARE),
  ];
}
