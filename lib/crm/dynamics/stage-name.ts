/**
 * A stage as deals of a flow name it: without the number that its field on the opportunity carries (facts.md 4.4:
 * `stepname` is "1-Qualify"). So the page's column and the flow's own stage are one name.
 *
 * @example stageName('3-Propose') // 'Propose'
 */
export function stageName(step: string): string {
  return step.replace(/^\d{1,2}\s*-\s*(?=\S)/, '');
}
