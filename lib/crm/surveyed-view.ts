import type { Survey } from '../deal/mapping';

/** What was understood of a view, with the places of each column's values, by its key, for whoever draws over them. */
export interface SurveyedView {
  readonly survey: Survey;
  readonly places: ReadonlyMap<string, readonly Element[]>;
}
