import type { Protocol } from '../../lib/messages/protocol';

/** Whether a site is read on although the user took it back: the package, or a wider permission, grants it. */
export function isStillGranted(answer: ReturnType<Protocol['revokeSite']>): boolean {
  return !('revoked' in answer) || !answer.revoked;
}
