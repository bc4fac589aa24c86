/** What BGP redistributes: in RouterOS 6 a property of the instance, in 7 a word of a connection (docs/routeros.md#bgp). */
export const redistributions: readonly (readonly [v6: string, v7: string])[] = [
  ['redistribute-connected', 'connected'],
  ['redistribute-static', 'static'],
  ['redistribute-rip', 'rip'],
  ['redistribute-ospf', 'ospf'],
  ['redistribute-other-bgp', 'bgp'],
];
