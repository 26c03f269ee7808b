/**
 * Text as generated content: a page can search for rendered text even inside a closed shadow root (`window.find`),
 * but not for what `::after` shows.
 */
export function Said({ text, className = '' }: { readonly text: string; readonly className?: string }) {
  return <span className={`said ${className}`.trim()} data-said={text} />;
}
