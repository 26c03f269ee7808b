/** Attributes that state which deal an element is of. */
export const dealIdNames: readonly string[] = ['data-deal-id', 'data-opportunity-id', 'data-record-id'];
/** Attributes that state which thing it is: a deal, or a position that some script counts. */
export const thingIdNames: readonly string[] = [
  'data-id',
  'data-item-id',
  'data-entity-id',
  'data-row-key',
  'data-key',
  'data-pk',
  'data-card-id',
  'data-object-id',
  'data-modelid',
  'data-row-id',
  'data-rowid',
  'row-id',
];
/** The same of what can be dragged. */
export const dragIdNames: readonly string[] = [
  'data-rbd-draggable-id',
  'data-rfd-draggable-id',
  'data-draggable-id',
];
