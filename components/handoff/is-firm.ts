/** Under this many passes or leads a share stands there in grey. */
const FIRM = 5;

/** Whether a share of so many stands there as firmly as any. */
export function isFirm(n: number): boolean {
  return n >= FIRM;
}
