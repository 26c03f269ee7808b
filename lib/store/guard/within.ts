/**
 * What `work` comes to, or after `ms` an error of this name: a browser whose store is damaged may not answer at all.
 * The work itself goes on.
 */
export async function within<Value>(
  ms: number,
  work: PromiseLike<Value>,
  late = 'TimeoutError',
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('No answer', late)), ms);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
