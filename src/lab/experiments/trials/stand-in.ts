import type { Socket as DatagramSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import type { Router } from '../../../model/index.ts';
import { ipv4ToNumber, maskOf, printIpv4, toIpv4 } from '../../../net/index.ts';
import { type Namespace, tcpListen, udpSocket } from '../../../sys/index.ts';
import type { Lab } from '../../build/lab.ts';
import { drop } from '../../traffic/index.ts';
import { alsoAt } from './outside.ts';

/** The machine of the bench that is on the network of an address; undefined: no network of the bench holds it. */
export function machineFor(lab: Lab, router: Router, address: number): Namespace | undefined {
  const holds = router.addresses.find(
    ({ disabled, address: own }) =>
      !disabled && ((ipv4ToNumber(own.address) ^ address) & maskOf(own.length)) === 0,
  );
  if (!holds || ipv4ToNumber(holds.address.address) === address) return undefined;
  if (holds.interface !== lab.topology.router.lan) {
    return lab.machines.find(({ on }) => on === holds.interface)?.ns;
  }
  const client = lab.clients.find(one => ipv4ToNumber(one.address) === address) ?? lab.clients[0];
  return client?.ns;
}

/** A server that is reached or not. */
export interface StandIn {
  /** Addresses (unsigned numbers) and ports of those who reached it. */
  callers(): readonly string[];
  close(): Promise<void>;
}

/** Its caller, as a trial names it. */
export const callerName = (address: number, port: number): string => `${printIpv4(address)}:${port}`;

/** Listens at an address of a LAN, which `ns` gets for as long: greets by TCP, sends back by UDP. */
export async function standIn(
  ns: Namespace,
  protocol: 'tcp' | 'udp',
  address: number,
  port: number,
): Promise<StandIn> {
  const leave = alsoAt(ns, address);
  const place = { ns, address: printIpv4(address), port };
  const server = protocol === 'tcp' ? await listenTcp(tcpListen(place)) : listenUdp(udpSocket(place));
  return {
    callers: server.callers,
    close: async () => {
      await server.close();
      leave();
    },
  };
}

async function listenTcp(server: Server): Promise<StandIn> {
  const open = new Set<Socket>();
  const callers: string[] = [];
  server.on('connection', socket => {
    open.add(socket);
    socket.on('error', () => {}); // the caller ends it by a reset
    const { remoteAddress = '0.0.0.0', remotePort = 0 } = socket;
    callers.push(callerName(ipv4ToNumber(toIpv4(remoteAddress)), remotePort));
    socket.resume();
    socket.write(`${remoteAddress}\n`);
  });
  await once(server, 'listening');
  const close = () => {
    for (const socket of open) drop(socket);
    return new Promise<void>(resolve => server.close(() => resolve()));
  };
  return { callers: () => callers, close };
}

function listenUdp(socket: DatagramSocket): StandIn {
  const callers: string[] = [];
  socket.on('message', (data, { address, port }) => {
    callers.push(callerName(ipv4ToNumber(toIpv4(address)), port));
    socket.send(data, port, address, () => {}); // no route back: the answer is then not seen either
  });
  return { callers: () => callers, close: async () => void socket.close() };
}
