import { prefixRange, privateNetworks } from '../../../net/index.ts';
import { type Element, isRange, type KeyKind } from './element.ts';

// A look-up among networks costs a packet ten times what one comparison does, and most packets go to the Internet. Where all the
// networks lie in one that is private, that one is asked for first.

interface Asked {
  readonly keys: readonly KeyKind[];
  /** Of each rule. */
  readonly elements: readonly (readonly Element[])[];
}

/** The network that packets of a run go to, where asking for it first saves a look-up; undefined for other runs. */
export function guardOf({ keys, elements }: Asked): string | undefined {
  const all = elements.flat();
  if (keys.length !== 1 || keys[0] !== 'dst-address' || !all.some(isRange)) return undefined;
  const values = all.flat();
  return privateNetworks.find(network => {
    const { from, to } = prefixRange(network);
    return values.every(value => Number(value.from) >= from && Number(value.to) <= to);
  });
}
