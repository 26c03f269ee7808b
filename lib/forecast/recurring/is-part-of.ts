import { isItsOwn } from './is-its-own';
import { isShort } from './is-short';
import { minorOf } from './minor-of';
import { renewalFit } from './renewal-fit';
import type { Group, Renewing } from './renewal-group';

/** Whether a renewal is of what a group's renewals have left of its contract. */
export function isPartOf(group: Group, renewal: Renewing): boolean {
  const [contract] = group.contracts;
  const [own] = group.renewals;
  if (contract === undefined || own === undefined || !isShort(group)) return false;
  if (contract.from >= renewal.closes || renewal.closes > (contract.window?.until ?? Infinity)) return false;
  const [fit, ownFit] = [renewalFit(contract, renewal), renewalFit(contract, own)];
  if (fit.isFar !== ownFit.isFar) return false;
  const old = contract.annualMinor;
  const alone = minorOf(group.renewals);
  const together = alone + renewal.annualMinor;
  return old === together || (ownFit.stated >= fit.stated && !isItsOwn(old, { alone, together }));
}
