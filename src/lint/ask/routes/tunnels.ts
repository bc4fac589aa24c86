import type { Router } from '../../../model/index.ts';

/** Is it a tunnel to a far end of somebody's own, in which there is no next hop to be asked? */
export const isTunnel = ({ interfaces }: Router, name: string): boolean =>
  interfaces.some(
    item => item.name === name && /^\/interface (?:wireguard|gre|ipip|eoip)$/.test(item.origin.menu),
  );

/** The same, or a client that dials in somewhere: what is sent there shall go nowhere else. */
export const isPrivateWay = (router: Router, name: string): boolean =>
  isTunnel(router, name) ||
  router.interfaces.some(
    item => item.name === name && /^\/interface (?:l2tp|pptp|sstp|ovpn)-client$/.test(item.origin.menu),
  );
