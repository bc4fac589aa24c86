import type { BridgePort, Interface, IpAddress } from '../../model/index.ts';

interface Items {
  readonly addresses: IpAddress[];
  readonly bridgePorts: readonly BridgePort[];
  readonly interfaces: readonly Interface[];
}

/** Puts addresses of ports on the bridges that the ports are of (docs/routeros.md#addresses-of-bridge-ports). */
export function putOnBridges({ addresses, bridgePorts, interfaces }: Items): void {
  const bridges = new Set(
    interfaces.flatMap(({ kind, name, disabled }) => (kind === 'bridge' && !disabled ? [name] : [])),
  );
  const bridgeOf = new Map(
    bridgePorts.flatMap(port =>
      port.disabled || !bridges.has(port.bridge) ? [] : [[port.interface, port.bridge] as const],
    ),
  );
  for (const [i, item] of addresses.entries()) {
    const { port, ...rest } = item;
    const stated = port ?? item.interface;
    const bridge = bridgeOf.get(stated);
    if (bridge !== undefined) addresses[i] = { ...rest, interface: bridge, port: stated };
    else if (port !== undefined) addresses[i] = { ...rest, interface: port };
  }
}
