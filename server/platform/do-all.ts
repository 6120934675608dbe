/**
 * Does one after the other: what fails keeps nothing behind it from being done, and is thrown once all is. A fault that
 * all of them have, such as a database out of reach, is one.
 */
export async function doAll(tasks: Iterable<() => Promise<unknown>>): Promise<void> {
  const faults = new Map<string, unknown>();
  for (const task of tasks)
    try {
      await task();
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      if (!faults.has(words)) faults.set(words, error);
    }
  const different = [...faults.values()];
  if (different.length === 1) throw different[0];
  if (different.length > 1) throw new AggregateError(different, [...faults.keys()].join('; '));
}
