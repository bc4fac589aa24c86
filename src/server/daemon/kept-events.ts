import type { Recorded } from '../../gateway/index.ts';

/** So many are kept for those who come back. */
const most = 1000;

/** Events of one run of the gateway, as they came, so that whoever lost his connection resumes. */
export class KeptEvents {
  #run = '';
  #events: Recorded[] = [];
  /** Of the last event before those that are kept. */
  #before = 0;

  get run(): string {
    return this.#run;
  }

  get latest(): number {
    return this.#events.at(-1)?.seq ?? this.#before;
  }

  /** Another run, or one of which something was missed: what was kept is worth nothing then. */
  begin(run: string, seq: number): void {
    this.#run = run;
    this.#events = [];
    this.#before = seq;
  }

  add(recorded: Recorded): void {
    if (this.#events.length === 0) this.#before = recorded.seq - 1;
    this.#events.push(recorded);
    if (this.#events.length <= most) return;
    this.#before = this.#events.shift()?.seq ?? this.#before;
  }

  /** Undefined: not all of them are known. */
  since(run: string, seq: number): readonly Recorded[] | undefined {
    if (run !== this.#run || seq < this.#before || seq > this.latest) return undefined;
    return this.#events.filter(one => one.seq > seq);
  }
}
