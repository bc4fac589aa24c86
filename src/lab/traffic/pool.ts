/**
 * Runs `work` over all items, at most `atOnce` at the same time, and gives back the results in the items' order.
 * As soon as `mayBegin` says no, items not yet begun stay undefined in the result.
 */
export async function inPool<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
  mayBegin: () => boolean = () => true,
): Promise<(R | undefined)[]> {
  const results = new Array<R | undefined>(items.length).fill(undefined);
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (!mayBegin()) return;
      results[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
