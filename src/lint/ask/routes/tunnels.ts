import type { Router } from '../../../model/index.ts';

/** Is it a tunnel to a far end of somebody's own, in which there is no next hop to be asked? */
export const isTunnel = ({ interfaces }: Router, name: string): boolean =>
  interfaces.some(
    item => item.name === name && /^\/interface (?:wireguard|gre|ipip|eoip)$/.test(item.origin.menu),
  );
