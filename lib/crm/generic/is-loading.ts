import { showsText } from '../dom/text-of';

/** Whether a part of a page says that it is still being filled, or shows nothing yet. */
export function isLoading(root: Element): boolean {
  return (
    root.closest('[aria-busy=true]') !== null ||
    root.querySelector('[aria-busy=true],[role=progressbar]') !== null ||
    !showsText(root)
  );
}
