export function pause(ms: number): Promise<void> {
  return new Promise((later) => setTimeout(later, ms));
}
