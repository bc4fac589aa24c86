import { type Ipv4, prefixContains, printIpv4 } from '../../../net/index.ts';
import { type RunOptions, run } from '../../../sys/index.ts';
import type { Lab, LabIsp } from '../../build/lab.ts';
import { upstreamAddresses } from '../../topology/fill.ts';
import { addressesOf } from '../wan-addresses.ts';

/** Routing tables of our own in the namespaces around the router. */
const ours = { internet: 901, isp: 902 } as const;

const batch = (ns: RunOptions['ns'], lines: readonly string[], allowFailure = false): void => {
  if (lines.length > 0) run(['ip', '-force', '-batch', '-'], { ns, input: lines.join('\n'), allowFailure });
};

/**
 * Lets hosts of the Internet with these addresses call the router by one ISP: what they send goes to that ISP's router,
 * which knows all addresses that the router has on the line. The function that it returns ends that.
 */
export function comeInBy(
  lab: Lab,
  isp: LabIsp,
  sources: readonly Ipv4[],
  targets: readonly Ipv4[],
): () => void {
  const { internet } = lab;
  const hosts = [...new Set(sources)];
  const way = `default via ${upstreamAddresses(isp.topology).isp} dev ${isp.internetPort}`;
  batch(internet.ns, [
    `route replace ${way} table ${ours.internet}`,
    ...hosts.flatMap(host => [
      `route replace local ${host}/32 dev lo`,
      `rule add pref 10 from ${host} lookup ${ours.internet}`,
    ]),
  ]);
  const forget = knowTargets(lab, isp, targets);
  return () => {
    batch(
      internet.ns,
      hosts.flatMap(host => [
        `rule del pref 10 from ${host} lookup ${ours.internet}`,
        `route del local ${host}/32 dev lo`,
      ]),
      true,
    );
    forget();
  };
}

/** Addresses of the router beside the line's own network: a provider routes them to the router's address on it. */
function knowTargets(lab: Lab, { ns, ports, topology }: LabIsp, targets: readonly Ipv4[]): () => void {
  const router = addressesOf(lab, topology.interface)[0]?.address;
  const beside = targets.filter(one => one !== router && !prefixContains(topology.network, one));
  if (router === undefined) return () => {};
  batch(
    ns,
    beside.map(one => `route replace ${one}/32 via ${router} dev ${ports.lan} onlink`),
  );
  return () =>
    batch(
      ns,
      beside.map(one => `route del ${one}/32 dev ${ports.lan}`),
      true,
    );
}

/** Lets raw packets of whatever addresses leave an ISP's router for the router under test. */
export function throwAtRouter(lab: Lab, { ns, ports, topology }: LabIsp): () => void {
  const router = addressesOf(lab, topology.interface)[0]?.address;
  if (router === undefined) return () => {};
  batch(ns, [
    `route replace default via ${router} dev ${ports.lan} table ${ours.isp} onlink`,
    `rule add pref 10 oif ${ports.lan} lookup ${ours.isp}`,
  ]);
  return () => batch(ns, [`rule del pref 10 oif ${ports.lan} lookup ${ours.isp}`], true);
}

/** Gives a machine a further address for as long as a trial lasts; nothing where it has it already. */
export function alsoAt(ns: RunOptions['ns'], address: number): () => void {
  const text = `${printIpv4(address)}/32`;
  batch(ns, ['link set lo up', `addr replace ${text} dev lo`]);
  return () => batch(ns, [`addr del ${text} dev lo`], true);
}
