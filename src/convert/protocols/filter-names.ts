/**
 * What conditions and settings of routing filters are called in RouterOS 6 and in 7, and between which values a
 * condition is where one end of it is open (docs/routeros.md#routing-filters).
 */
export interface NumberName {
  readonly v6: string;
  readonly v7: string;
  readonly most?: number;
}

export const numberNames: readonly NumberName[] = [
  { v6: 'distance', v7: 'distance', most: 255 },
  { v6: 'scope', v7: 'scope', most: 255 },
  { v6: 'target-scope', v7: 'scope-target', most: 255 },
  { v6: 'bgp-local-pref', v7: 'bgp-local-pref', most: 4_294_967_295 },
  { v6: 'bgp-med', v7: 'bgp-med', most: 4_294_967_295 },
  { v6: 'bgp-weight', v7: 'bgp-weight' },
  { v6: 'bgp-as-path-length', v7: 'bgp-path-len' },
];

/** Where routes are from. */
export const originNames: readonly (readonly [v6: string, v7: string])[] = [
  ['connect', 'connected'],
  ['static', 'static'],
  ['rip', 'rip'],
  ['ospf', 'ospf'],
  ['bgp', 'bgp'],
];

export const settingNames: readonly (readonly [v6: string, v7: string])[] = [
  ['set-distance', 'distance'],
  ['set-scope', 'scope'],
  ['set-target-scope', 'scope-target'],
  ['set-pref-src', 'pref-src'],
  ['set-bgp-weight', 'bgp-weight'],
  ['set-bgp-local-pref', 'bgp-local-pref'],
  ['set-bgp-med', 'bgp-med'],
  ['set-bgp-prepend', 'bgp-path-prepend'],
  ['set-bgp-communities', 'bgp-communities'],
];
