import { makeIpAddress } from '../../model/index.ts';
import { interfaceAddress, interfaceName } from '../types/index.ts';
import { list, required } from './define.ts';

export const ipAddress = list({
  path: '/ip address',
  key: 'address',
  attributes: { address: required(interfaceAddress), interface: required(interfaceName) },
  others: 'network netmask broadcast vrf',
  deprecated: { broadcast: 'the router works it out from the mask, and v6 and v7 before 7.15 refuse it' },
  into: draft => draft.addresses,
  from: router => router.addresses,
  write: ({ address, interface: name }) => ({ address, interface: name }),
  read: ({ address, interface: name }, common) => makeIpAddress({ address, interface: name, ...common }),
});
