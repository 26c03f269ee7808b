import { closestDeep } from '../dom/deep-query';
import { isHidden } from '../dom/is-hidden';
import { textOf } from '../dom/text-of';
import { areAlike } from './alike';
import { fieldOfHeading } from './field-of-heading';
import { aside, type Pair } from './pairs';
import { isStageName } from './words/is-stage-name';

const current = '[aria-current=step],[aria-current=true],[role=radio][aria-checked=true]';
const fewestSteps = 3;

/**
 * The stage of a record as a bar of all stages shows it: the step that is marked as the current one. Only where the bar
 * says that it is of stages, or most of its steps are called like some: assistants have steps, too.
 */
export function stageBars(root: Element): Pair[] {
  return [...root.querySelectorAll(current)].flatMap((step) => {
    if (isHidden(step) || closestDeep(step, aside) !== null) return [];
    const steps = stepsAround(step, root);
    const isOnly =
      steps.filter((one) => one.matches(current) || one.querySelector(current) !== null).length === 1;
    if (!isOnly || !areStages(steps)) return [];
    return { heading: '', machineName: 'stage', label: step, value: step };
  });
}

/** The steps side by side, of which this one is current: itself, or what it lies in. */
function stepsAround(step: Element, root: Element): readonly Element[] {
  for (let at = step; at !== root && at.parentElement !== null; at = at.parentElement) {
    const alike = [...at.parentElement.children].filter(
      (one) => areAlike(one, at) || one.tagName === at.tagName,
    );
    if (alike.length >= fewestSteps) return alike;
    if (alike.length > 1) return [];
  }
  return [];
}

function areStages(steps: readonly Element[]): boolean {
  const names = steps.map(textOf);
  if (names.length < fewestSteps || names.includes('') || new Set(names).size < names.length) return false;
  const label = steps[0]?.parentElement?.getAttribute('aria-label') ?? '';
  return fieldOfHeading(label)?.field === 'stage' || names.filter(isStageName).length * 2 >= names.length;
}
