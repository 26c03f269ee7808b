/** Names of attributes that say which thing a row is of: `data-uid`, `row-id`, `data-recordid`, `data-key`. A component's (`comp-id`) is each part's own. */
export const idName =
  /^(?!(?:comp-)?id$|aria-|.*(?:index|test))(?:.*[-_])?(?:deal|opportunity|record|row|item|entity)?(?:u|gu|uu|o)?(?:id|key|pk)(?:-value)?$/;
/** Those of a row's position, which never join two lists of their own. */
export const placeName = /^(?:aria-|data-)?row-?index$|^data-index$/;
