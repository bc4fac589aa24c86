import { hasRoom, type IpAddress, propertyPlace, type Router } from '../../../model/index.ts';
import { ipv4ToNumber, networkOf, prefixRange } from '../../../net/index.ts';
import type { Rule } from '../../rule.ts';

/** An address without a mask has no network (docs/routeros.md#point-to-point-addresses). */
export const noMask: Rule = {
  id: 'interfaces/no-mask',
  level: 'warning',
  title: { en: `An address without a mask`, id: `Alamat tanpa mask` },
  why: {
    en: `Without a mask it is /32: the router has no neighbours there, and neither gateways nor hosts of that network are reached.`,
    id: `Tanpa mask artinya /32: router tidak punya tetangga di sana, gateway maupun host jaringan itu tidak bisa dicapai.`,
  },
  check: ({ router }) =>
    router.addresses.flatMap(item => {
      if (item.disabled || hasRoom(item) || isFurther(router, item) || !isPort(router, item.interface))
        return [];
      return {
        at: propertyPlace(item, 'address')?.value ?? item.origin,
        what: {
          en: `${item.address.address} on ${item.interface} is /32: the router has no network there.`,
          id: `${item.address.address} di ${item.interface} adalah /32: router tidak punya jaringan di sana.`,
        },
        do: { en: 'Write the mask: /24.', id: 'Tulis mask-nya: /24.' },
      };
    }),
};

/** One more address in a network that the port has: for NAT it is written so. */
const isFurther = ({ addresses }: Router, { address, interface: port }: IpAddress): boolean =>
  addresses.some(
    one =>
      !one.disabled &&
      one.interface === port &&
      one.address.length < 32 &&
      holds(prefixRange(networkOf(one.address)), ipv4ToNumber(address.address)),
  );

const holds = ({ from, to }: { readonly from: number; readonly to: number }, address: number): boolean =>
  address >= from && address <= to;

/** Others than a loopback or a bridge without ports, which hold single addresses on purpose, and tunnels. */
const isPort = ({ interfaces, bridgePorts }: Router, name: string): boolean =>
  interfaces.some(
    item =>
      item.name === name &&
      (item.kind === 'ethernet' ||
        item.kind === 'vlan' ||
        (item.kind === 'bridge' && bridgePorts.some(port => port.bridge === name && !port.disabled))),
  );
