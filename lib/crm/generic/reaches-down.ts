/** Whether a cell stands in the rows below as well. */
export function reachesDown(cell: Element): boolean {
  return cell.hasAttributes() && Number(cell.getAttribute('rowspan') ?? 1) > 1;
}
