import { didYouMean } from '../../rsc/index.ts';
import { interfaceNamed, nameOf } from '../../walk/index.ts';
import type { GatewayState } from '../core/index.ts';
import { routerOf, wansOf } from './line.ts';

/** The line that a word means, or why there is none. */
export type FoundLine =
  | { readonly kind: 'found'; readonly line: string }
  | { readonly kind: 'unknown'; readonly what: string; readonly do: string };

/** By its name or by what people call it. */
export function findLine(state: GatewayState, word: string): FoundLine {
  const router = routerOf(state);
  const wans = wansOf(state);
  const line = interfaceNamed(router, wans, word) ?? byOtherName(state, wans, word);
  if (line !== undefined) return { kind: 'found', line };
  const all = wans.map(name => nameOf(router, name)).join(', ');
  const isOther = state.interfaces[word] !== undefined;
  const what = isOther ? `${word} is an interface, but no WAN.` : `There is no WAN ${word}.`;
  return { kind: 'unknown', what: `${what}${didYouMean(word, wans)}`, do: `WANs: ${all || 'none'}.` };
}

/** As the router calls it where Linux calls it otherwise, or as it left the factory. */
function byOtherName(state: GatewayState, wans: readonly string[], word: string): string | undefined {
  const wanted = word.toLowerCase();
  const found = routerOf(state).interfaces.find(({ routerName, defaultName }) =>
    [routerName, defaultName].some(name => name?.toLowerCase() === wanted),
  );
  return found && wans.includes(found.name) ? found.name : undefined;
}
