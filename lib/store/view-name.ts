import type { View } from '../crm/adapter';

/** A view's name in the store: `list:sale.opportunity:Leads`. Rows without id are kept per view kind and name. */
export function viewName(view: View): string {
  return [view.kind, view.name, view.scope].filter((part) => part !== undefined).join(':');
}
