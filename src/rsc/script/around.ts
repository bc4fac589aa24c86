/** What a running router shows beside its configuration. */
export interface RouterState {
  /** Addresses that leases and dialled lines gave. */
  readonly addresses: readonly {
    readonly address: string;
    readonly network: string;
    readonly interface: string;
  }[];
  /** By DHCP client's interface: `address`, `gateway`, `dhcp-server`, `status`. */
  readonly leases: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Interfaces that run, and those that do not. */
  readonly running: Readonly<Record<string, boolean>>;
  /** Ids of the routes that are active; undefined: nobody knows. */
  readonly active?: ReadonlySet<string> | undefined;
}

/** What a run can learn that neither its router, its script nor variables say. */
export interface Around {
  readonly state: RouterState;
  /** What a user says of a condition that nobody knows, by its line. */
  readonly answer?: ((line: number) => boolean | undefined) | undefined;
}

type Answer = boolean | string | undefined;
type Question = (around: Around) => Answer;

/** A question of a run, and what it learned. */
export interface Learned {
  readonly question: Question;
  readonly found: Answer;
}

/** Would the run have learned the same there? Then it would be the same run. */
export const learnsTheSame = (learned: readonly Learned[], around: Around): boolean =>
  learned.every(({ question, found }) => question(around) === found);

/** The questions of one run. */
export class Questions {
  readonly #around: Around;
  readonly #asked = new Map<string, Learned>();

  constructor(around: Around) {
    this.#around = around;
  }

  addresses(): RouterState['addresses'] {
    this.#ask('addresses', ({ state }) => JSON.stringify(state.addresses));
    return this.#around.state.addresses;
  }

  lease(name: string, property: string): string | undefined {
    return this.#text(`lease ${property} ${name}`, ({ state }) => state.leases[name]?.[property]);
  }

  running(name: string): string | undefined {
    return this.#text(`running ${name}`, ({ state }) => {
      const running = state.running[name];
      return running === undefined ? undefined : `${running}`;
    });
  }

  /** Undefined: nobody knows which routes are active. */
  isActive(id: string): boolean | undefined {
    const found = this.#ask(`active ${id}`, ({ state }) => state.active?.has(id));
    return typeof found === 'boolean' ? found : undefined;
  }

  answer(line: number): boolean | undefined {
    const found = this.#ask(`answer ${line}`, ({ answer }) => answer?.(line));
    return typeof found === 'boolean' ? found : undefined;
  }

  learned(): readonly Learned[] {
    return [...this.#asked.values()];
  }

  #ask(key: string, question: Question): Answer {
    const known = this.#asked.get(key);
    const found = known ? known.found : question(this.#around);
    if (!known) this.#asked.set(key, { question, found });
    return found;
  }

  #text(key: string, question: Question): string | undefined {
    const found = this.#ask(key, question);
    return typeof found === 'string' ? found : undefined;
  }
}
