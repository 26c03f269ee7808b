import type { Locator, Page } from '@playwright/test';

/** Names that the extension's pages give to what they show; fixed, other tools rely on them. */
export type Handle =
  | 'won'
  | 'target'
  | 'open'
  | 'weighted'
  | 'landing'
  | 'chance'
  | 'gap'
  | 'coverage'
  | 'completeness'
  | 'top-deals'
  | 'changed'
  | 'grant'
  | 'site-off'
  | 'sync'
  | 'sync-progress'
  | 'sync-cancel'
  | 'problems'
  | 'stale'
  | 'error'
  | 'view-deals'
  | 'view-settings';

/** Part of an extension page by its name. */
export function part(page: Page, handle: Handle): Locator {
  return page.getByTestId(handle);
}

/** A piece of the overlay: a marker beside one deal, or the page's pill. */
export interface OverlayPiece {
  readonly name: 'stafet-marker' | 'stafet-pill';
  readonly attributes: Readonly<Record<string, string>>;
  /** What assistive technology is told inside: the figures themselves are generated content. */
  readonly labels: readonly string[];
}

/** The overlay of a CRM page. Its shadow roots are closed to the page, so it is read through the debugger. */
export async function readOverlay(page: Page): Promise<readonly OverlayPiece[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    return inside(root).flatMap((node) => {
      const name = node.nodeName.toLowerCase();
      if (name !== 'stafet-marker' && name !== 'stafet-pill') return [];
      const labels = inside(node).flatMap((child) => attributesOf(child)['aria-label'] ?? []);
      return [{ name, attributes: attributesOf(node), labels }];
    });
  } finally {
    await cdp.detach();
  }
}

/** The debugger's node, as far as it is needed. */
interface DebuggerNode {
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DebuggerNode[];
  readonly shadowRoots?: readonly DebuggerNode[];
}

function inside(node: DebuggerNode): readonly DebuggerNode[] {
  return [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(inside)];
}

/** The debugger lists names and values in turn. */
function attributesOf({ attributes = [] }: DebuggerNode): Readonly<Record<string, string>> {
  const pairs = attributes.flatMap((name, at) =>
    at % 2 === 0 ? [[name, attributes[at + 1] ?? ''] as const] : [],
  );
  return Object.fromEntries(pairs);
}
