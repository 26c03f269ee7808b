import { useState } from 'react';

/** The last value that was known: what is on the screen stays until there is something to put in its place. */
export function useKept<T>(value: T | undefined): T | undefined {
  const [kept, setKept] = useState(value);
  if (value !== undefined && value !== kept) setKept(value);
  return value ?? kept;
}
