import type { Adapter } from '../../adapter';
import { generic } from '../adapter';
import { boxes } from './boxes';

/** The way of an unknown CRM with all that it can read. */
export const whole: Adapter = generic(boxes);
