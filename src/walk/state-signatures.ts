import type { Prepared } from './prepare.ts';

/** Texts that are the same for states between which no walk can tell. */
export class StateSignatures {
  readonly #ofObjects = new WeakMap<object, number>();
  readonly #ofTexts = new Map<string, number>();

  /** Of one state, or of those between which a router goes. */
  of(prepared: readonly Prepared[]): string {
    return JSON.stringify(prepared.map(one => this.#contentOf(one)));
  }

  #contentOf({ options: { dead }, world: { interfaces }, rib, router }: Prepared): unknown {
    return [
      dead,
      Object.values(interfaces).map(({ running, addresses }) => [running, addresses]),
      rib.routes.map(({ active, gateways }) => [
        active,
        gateways.map(({ nextHops, state }) => [nextHops, state]),
      ]),
      this.#numberOf(router.firewall),
      this.#numberOf(router.routingRules),
    ];
  }

  /** A number for each content: thousands of rules are written out once, not for every state that has them. */
  #numberOf(content: object): number {
    const known = this.#ofObjects.get(content);
    if (known !== undefined) return known;
    const text = JSON.stringify(content);
    const number = this.#ofTexts.get(text) ?? this.#ofTexts.size;
    this.#ofTexts.set(text, number);
    this.#ofObjects.set(content, number);
    return number;
  }
}
