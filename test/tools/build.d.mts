export function build(
  browser: 'chrome' | 'firefox',
  options?: { readonly hosts?: string; readonly out?: string; readonly guards?: boolean },
): Promise<string>;
