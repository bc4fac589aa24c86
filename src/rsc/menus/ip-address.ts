import { makeIpAddress } from '../../model/index.ts';
import { interfaceAddress, interfaceName, ipv4 } from '../types/index.ts';
import { list, optional, required } from './define.ts';

export const ipAddress = list({
  path: '/ip address',
  key: 'address',
  attributes: {
    address: required(interfaceAddress),
    network: optional(ipv4),
    interface: required(interfaceName),
  },
  others: 'netmask broadcast vrf',
  deprecated: {
    broadcast: {
      en: 'the router works it out from the mask, and v6 and v7 before 7.15 refuse it',
      id: 'router menghitungnya dari mask, dan v6 serta v7 sebelum 7.15 menolaknya',
    },
  },
  into: draft => draft.addresses,
  from: router => router.addresses,
  write: ({ address, network, interface: name, port = name }) => ({ address, network, interface: port }),
  read: ({ address, network, interface: name }, common) =>
    makeIpAddress({ address, network, interface: name, ...common }),
});
