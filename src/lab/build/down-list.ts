/** What has to be undone, in order: what makes traffic ends first, what carries it last. */
export class DownList {
  #first: (() => unknown)[] = [];
  #last: (() => unknown)[] = [];
  #done: Promise<void> | undefined;

  /** Undone at once with all others of its kind. */
  first(undo: () => unknown): void {
    this.#first.push(undo);
  }

  /** Undone afterwards, the youngest first. */
  last(undo: () => unknown): void {
    this.#last.unshift(undo);
  }

  /** Undoes everything, whatever fails; a second call waits for the first. Rejects with the first failure. */
  run(): Promise<void> {
    this.#done ??= this.#undo();
    return this.#done;
  }

  async #undo(): Promise<void> {
    const failures: unknown[] = [];
    const settled = await Promise.allSettled(this.#first.map(async undo => undo()));
    failures.push(...settled.flatMap(one => (one.status === 'rejected' ? [one.reason] : [])));
    for (const undo of this.#last) {
      try {
        await undo();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
