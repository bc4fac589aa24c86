import { placeOf, type Router } from '../../../model/index.ts';
import { type Ipv4, ipv4ToNumber } from '../../../net/index.ts';
import { type Conversation, spreadOver } from '../../../prove/index.ts';
import { leavingOf, makePacket, type Packet } from '../../../walk/index.ts';
import type { Lab } from '../../build/lab.ts';
import { greeting, inPool, servicePort, startServers } from '../../traffic/index.ts';
import { defineExperiment, type Measuring, onlyPiece } from '../define.ts';
import { type TrialExpectation, trialExpectation } from '../expect.ts';
import { call, waitFor } from '../trials/call.ts';
import { expectedOf, ispOf } from '../trials/expected.ts';
import { judgeTrials } from '../trials/judge.ts';
import { placeOn } from '../trials/machines.ts';
import { type Reading, readConfiguration } from '../trials/reading.ts';
import { callerName, standIn } from '../trials/stand-in.ts';
import type { Fate, LeftOut, Trial, Trials } from '../trials/trial.ts';
import { viaOfGreeting } from '../via.ts';
import { type Host, hostsOf } from './hosts.ts';
import { type NetworkWords, networkWords } from './say.ts';

/** Networks: each VLAN and LAN gets its addresses, the Internet, and the networks that the text lets it reach. */
export const networks = defineExperiment<TrialExpectation, Trials, NetworkWords>({
  name: 'networks',
  repeats: [],
  expectation: trialExpectation,
  say: networkWords,
  parts: ({ router }, { part }) =>
    router.asks.includes('networks') ? [{ name: 'all', title: part, seconds: 8 }] : [],
  nothing: ({ none }) => none,
  measure,
  judge: ({ pieces, say }) => judgeTrials(onlyPiece(pieces), say),
  requirements: () => [],
});

type Context = Measuring<TrialExpectation, NetworkWords>;

/** So many pairs of networks are connected; of more, a sample from all over. */
const mostPairs = 60;

async function measure(context: Context): Promise<Trials> {
  const { lab, config, progress, say } = context;
  const reading = readConfiguration(config, lab.topology);
  progress(0.1, say.addressing);
  const hosts = await hostsOf(lab, reading.router);
  progress(0.4, say.connecting);
  const pairs = hosts.flatMap(from => hosts.filter(to => to !== from).map(to => ({ from, to })));
  const sample = spreadOver(pairs, mostPairs);
  const outward = await toInternet(hosts, reading, context);
  const inward = await toEachOther(sample, reading, context);
  const left = pairs.length - sample.length;
  const leftOut: LeftOut[] = [
    ...hosts
      .filter(({ lease, on }) => lease === 'static' && on !== lab.topology.router.lan)
      .map(({ on }) => ({ what: say.dhcp(on), place: '', why: say.noServer })),
    ...(left > 0 ? [{ what: say.pairs(left), place: '', why: say.notInSample }] : []),
  ];
  return { trials: [...leasesOf(hosts, reading, say), ...outward, ...inward], leftOut };
}

/** Who is served by DHCP must get an address of the network, and the router as its gateway. */
function leasesOf(hosts: readonly Host[], { router, shown }: Reading, say: NetworkWords): Trial[] {
  return hosts.flatMap(({ on, lease }): Trial[] => {
    const gateway = placeOn(router, on)?.gateway;
    const server = router.dhcpServers.find(({ disabled, interface: port }) => !disabled && port === on);
    if (lease === 'static' || !server || gateway === undefined) return [];
    return [
      {
        what: say.dhcp(on),
        place: shown(placeOf(server.origin)),
        from: say.host(on),
        packet: '',
        expected: [{ reached: true, by: '', says: say.serves(on, gatewayOf(router, gateway)) }],
        onRouteros: '',
        seen: { reached: lease?.gateway !== undefined, by: '' },
      },
    ];
  });
}

/** What the text gives as gateway on the network of the router's address; that address where it says none. */
function gatewayOf({ dhcpNetworks }: Router, own: Ipv4): string {
  const network = dhcpNetworks.find(({ gateway }) => gateway.includes(own));
  return network?.gateway[0] ?? own;
}

/** Ports of their own tell the trials apart. */
const firstPort = 41_000;

async function toInternet(
  hosts: readonly Host[],
  reading: Reading,
  { lab, say, language }: Context,
): Promise<Trial[]> {
  const [address] = lab.internet.servers;
  if (address === undefined) return [];
  const servers = await startServers(lab.internet.ns);
  try {
    const results = await inPool(hosts, 8, ({ ns }) => greeting({ ns, address, timeoutMs: 3000 }));
    return hosts.map((host, index): Trial => {
      const via = viaOfGreeting(lab.topology, results[index]);
      return {
        what: say.internet(host.on),
        place: '',
        from: say.host(host.address),
        ...expectedOf(reading, packetFrom(host, address, firstPort), one => outFate(one, lab), language),
        seen: { reached: via !== undefined, by: via ?? '' },
      };
    });
  } finally {
    await servers.close();
  }
}

function outFate({ first, answer }: Conversation, { topology }: Lab): Fate {
  const by = ispOf(topology, first);
  const reached = by !== '' && answer !== undefined && leavingOf(answer) !== undefined;
  return { reached, by: reached ? by : '' };
}

interface Pair {
  readonly from: Host;
  readonly to: Host;
}

async function toEachOther(
  pairs: readonly Pair[],
  reading: Reading,
  { say, language }: Context,
): Promise<Trial[]> {
  const targets = [...new Set(pairs.map(({ to }) => to))];
  const servers = await Promise.all(
    targets.map(({ ns, address }) => standIn(ns, 'tcp', ipv4ToNumber(address), servicePort.greet)),
  );
  const calls = pairs.map((pair, index) => {
    const packet = packetFrom(pair.from, pair.to.address, firstPort + 1 + index);
    const server = servers[targets.indexOf(pair.to)];
    const isReached = () => server?.callers().includes(callerName(packet.src, packet.srcPort)) ?? false;
    return { ...pair, packet, isReached, end: call(pair.from.ns, packet) };
  });
  try {
    await waitFor(() => calls.every(({ isReached }) => isReached()));
    return calls.map(
      ({ from, to, packet, isReached }): Trial => ({
        what: say.between(from.on, to.on),
        place: '',
        from: say.host(from.address),
        ...expectedOf(reading, packet, one => pairFate(one, packet), language),
        seen: { reached: isReached(), by: '' },
      }),
    );
  } finally {
    for (const { end } of calls) end();
    for (const server of servers) await server.close();
  }
}

function pairFate({ first, answer }: Conversation, { dst }: Packet): Fate {
  const there = leavingOf(first)?.dst.address === dst;
  return { reached: there && answer !== undefined && leavingOf(answer) !== undefined, by: '' };
}

const packetFrom = ({ on, address }: Host, to: Ipv4, srcPort: number): Packet =>
  makePacket({ in: on, src: address, dst: to, srcPort, dstPort: servicePort.greet });
