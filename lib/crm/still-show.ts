import type { AnchoredRead } from './adapter';
import type { Steps } from './dom/in-slices';

/** Whether rows still show the text that was read from them: frameworks give a row to another deal by its texts alone. */
export function* stillShow(deals: readonly AnchoredRead[]): Steps<boolean> {
  for (const { anchor, text } of deals) {
    yield;
    if (text !== undefined && anchor !== undefined && anchor.textContent !== text) return false;
  }
  return true;
}
