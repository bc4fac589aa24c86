import { makeInterface } from '../../model/index.ts';
import { mac, name } from '../types/index.ts';
import { list, optional } from './define.ts';
import { mtu } from './interface-kind.ts';

/** Factory items: an export only states what differs, addressed by `default-name`. */
export const interfaceEthernet = list({
  path: '/interface ethernet',
  factory: true,
  attributes: {
    name: optional(name),
    'default-name': optional(name),
    'mac-address': optional(mac),
    mtu: optional(mtu),
  },
  others: `advertise arp arp-timeout auto-negotiation bandwidth cable-settings combo-mode disable-running-check
    fec-mode full-duplex l2mtu loop-protect loop-protect-disable-time loop-protect-send-interval master-port
    mdix-enable orig-mac-address passthrough-interface poe-lldp-enabled poe-out poe-priority poe-voltage
    power-cycle-interval power-cycle-ping-address power-cycle-ping-enabled power-cycle-ping-timeout
    rx-flow-control sfp-ignore-rx-los sfp-rate-select sfp-shutdown-temperature speed switch tx-flow-control`,
  into: draft => draft.interfaces,
  from: ({ interfaces }) =>
    interfaces.filter(({ kind, factory }) => kind === 'ethernet' && factory !== undefined),
  write: ({ name: named, defaultName, macAddress, mtu: size }) => ({
    name: named === defaultName ? undefined : named,
    'mac-address': macAddress,
    mtu: size,
  }),
  read: (values, common) => {
    const named = values.name ?? values['default-name'];
    if (named === undefined) return undefined;
    const defaultName = values['default-name'] ?? named;
    return makeInterface({
      name: named,
      kind: 'ethernet',
      defaultName,
      macAddress: values['mac-address'],
      mtu: values.mtu,
      ...common,
    });
  },
});
