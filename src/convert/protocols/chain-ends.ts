import type { OutlineStatement } from '../../rsc/index.ts';
import type { Work } from '../work.ts';

interface ChainEnding {
  /** What becomes of a route that no rule of a chain decided. */
  readonly outcome: 'accept' | 'reject';
  /** A rule that does that with every route. */
  readonly line: (chain: string, action: string) => string;
}

/** Chains of routing filters, whose end means the opposite in the other version (docs/routeros.md#routing-filters). */
export class ChainEnds {
  readonly #work: Work;
  readonly #ending: ChainEnding;
  readonly #last = new Map<string, { readonly one: OutlineStatement; readonly decides: boolean }>();
  readonly #targets = new Set<string>();

  constructor(work: Work, ending: ChainEnding) {
    this.#work = work;
    this.#ending = ending;
  }

  get chains(): ReadonlySet<string> {
    return new Set(this.#last.keys());
  }

  /** `decides`: no route gets behind that rule. */
  note(chain: string, one: OutlineStatement, decides: boolean): void {
    this.#last.set(chain, { one, decides });
  }

  jumpsTo(chain: string | undefined): void {
    if (chain !== undefined) this.#targets.add(chain);
  }

  close(): void {
    for (const [chain, { one, decides }] of this.#last) {
      if (decides) continue;
      const isTarget = this.#targets.has(chain);
      if (isTarget) sayTarget(this.#work, one, chain);
      const action = isTarget ? 'return' : this.#ending.outcome;
      this.#work.insert('after', one, [this.#ending.line(chain, action)]);
    }
  }
}

function sayTarget(work: Work, one: OutlineStatement, chain: string): void {
  const what = {
    en: `Rules jump to the chain ${chain}, and its last rule does not decide. What becomes of a route at the end of a chain that was jumped to is not established; here it returns.`,
    id: `Ada aturan yang jump ke chain ${chain}, dan aturan terakhirnya tidak memutuskan. Nasib rute di akhir chain yang dituju jump tidak pasti; di sini ia kembali.`,
  };
  work.say(one, 'warning', 'filter-jump', what, {
    en: `End ${chain} with a rule that accepts, rejects or returns.`,
    id: `Akhiri ${chain} dengan aturan accept, reject, atau return.`,
  });
}
