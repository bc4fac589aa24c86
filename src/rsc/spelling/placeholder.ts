import type { Interface } from '../../model/index.ts';
import { type Problem, type Range, refused } from '../syntax/index.ts';

/** Brackets and signs in which templates and pages put what their reader fills in. */
const framed = /^(?:<.*>|\{\{?.*\}\}?|%\w+%|\[.*\]|__.*__|\?+|\.\.\.)(?:\/\d+)?$/;

/** `YOUR_IP`, `CHANGE-ME`, `IP_GATEWAY_HERE`. */
const addressed = /(?:^|[_\-. ])(?:your|replace|changeme|change|insert|example|here)(?:[_\-. ]|$)/i;

/** What names an address and no port: `ISP1_GW`, `GATEWAY-WAN2`, `wan1-ip`. */
const ofAddress =
  /(?:^|[_\-. ])(?:gw\w*|\w*gw\d*|gateway\w*|ip|ipv4|ipaddr|addr|address|next-?hop)(?:[_\-. ]|$)/i;

/** Does a text stand for a value that its reader is to put in? */
export const isPlaceholder = (text: string): boolean => framed.test(text) || addressed.test(text);

/** `WAN_IP`, `MAC_OF_PRINTER`, `x.x.x.x/24`, `192.168.XX.1`: where letters are no value, they tell what to put in. */
const shouted = /^!?[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+(?:\/\d+)?$/;
const crossedOut = /^!?(?=[^xX]*[xX])(?:\d+|[xX]+)(?:\.(?:\d+|[xX]+)){3}(?:\/(?:\d+|[xX]+))?$/;

/** Does a text that is no value of its property tell its reader what to put there? */
export const tellsWhatToPut = (text: string): boolean =>
  isPlaceholder(text) || shouted.test(text) || crossedOut.test(text) || ofAddress.test(text);

const standsForAddress = (name: string): boolean => isPlaceholder(name) || ofAddress.test(name);

interface Place {
  readonly property: string;
  readonly menu: string;
  readonly range: Range;
  /** How such a value looks. */
  readonly example: string;
}

/** A router refuses such a line. */
export const placeholderIn = (text: string, { property, menu, range, example }: Place): Problem => ({
  id: 'rsc/placeholder',
  severity: 'error',
  what: {
    en: `'${text}' for '${property}' of ${menu} stands for a value that is left to the reader.`,
    id: `'${text}' untuk '${property}' di ${menu} hanya contoh yang harus diganti pembaca.`,
  },
  why: refused,
  do: {
    en: `Put in your own, like ${property}=${example}.`,
    id: `Isi dengan nilai Anda, misalnya ${property}=${example}.`,
  },
  range,
});

/** Gateways by names that stand for an address, as far as nothing else of the text is called so. */
export class Placeholders {
  readonly #gateways = new Map<string, Problem[]>();
  readonly #named = new Set<string>();

  /** A property names an interface. */
  note(name: string, property: string, menu: string, range: Range): void {
    if (property !== 'gateway') this.#named.add(name);
    else if (standsForAddress(name)) {
      const problem = placeholderIn(name, { property, menu, range, example: '10.0.0.1' });
      this.#gateways.set(name, [...(this.#gateways.get(name) ?? []), problem]);
    }
  }

  found(stated: readonly Interface[]): readonly Problem[] {
    for (const { name } of stated) this.#named.add(name);
    return [...this.#gateways].flatMap(([name, problems]) => (this.#named.has(name) ? [] : problems));
  }
}
