import { makeBridgePort, makeInterfaceList, makeInterfaceListMember } from '../../model/index.ts';
import { interfaceName, listOf, name } from '../types/index.ts';
import { list, losable, required, withDefault } from './define.ts';

export const interfaceList = list({
  path: '/interface list',
  names: 'list',
  attributes: {
    name: required(name),
    include: withDefault(listOf(name), []),
    exclude: withDefault(listOf(name), []),
  },
  into: draft => draft.interfaceLists,
  from: router => router.interfaceLists,
  write: ({ name: named, include, exclude }) => ({ name: named, include, exclude }),
  read: (values, common) =>
    makeInterfaceList({
      name: values.name,
      include: values.include,
      exclude: values.exclude,
      ...common,
    }),
});

export const interfaceListMember = list({
  path: '/interface list member',
  key: 'interface',
  attributes: { list: required(name), interface: required(interfaceName) },
  into: draft => draft.interfaceListMembers,
  from: router => router.interfaceListMembers,
  write: ({ list: of, interface: member }) => ({ list: of, interface: member }),
  read: (values, common) =>
    makeInterfaceListMember({ list: values.list, interface: values.interface, ...common }),
});

export const interfaceBridgePort = list({
  path: '/interface bridge port',
  key: 'interface',
  attributes: { bridge: losable(interfaceName), interface: losable(interfaceName) },
  others: `auto-isolate bpdu-guard broadcast-flood edge fast-leave frame-types horizon hw ingress-filtering
    internal-path-cost learn multicast-router mvrp-applicant-state mvrp-registrar-state path-cost point-to-point
    priority pvid restricted-role restricted-tcn tag-stacking trusted trusted-dhcpv6 trusted-ra
    unknown-multicast-flood unknown-unicast-flood`,
  into: draft => draft.bridgePorts,
  from: router => router.bridgePorts,
  write: ({ bridge, interface: port }) => ({ bridge, interface: port }),
  read: ({ bridge, interface: port }, common) => makeBridgePort({ bridge, interface: port, ...common }),
});
