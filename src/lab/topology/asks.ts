import { type Router, rulesOf, tablesInUse } from '../../model/index.ts';
import { type TextExperimentName, textExperimentNames } from './text-experiments.ts';
import type { Topology } from './topology.ts';

/** Has the configuration something to try? By the experiment that tries it. */
const asks: Readonly<Record<TextExperimentName, (router: Router, topology: Topology) => boolean>> = {
  forwards: ({ firewall }) =>
    firewall.ipv4.nat.some(
      ({ disabled, action: { kind } }) => !disabled && (kind === 'dst-nat' || kind === 'netmap'),
    ),
  networks: (_, { router: { ports } }) => ports.some(({ end }) => end.kind === 'machine'),
  names: ({ dns, dhcpNetworks }, { isps, router }) =>
    isps.length > 1 &&
    !router.namesFromPeers &&
    (dns.allowRemoteRequests || dns.servers.length > 0 || dhcpNetworks.some(one => one.dnsServer.length > 0)),
  returns: router => tablesInUse(router).length > 0,
  rules: router =>
    rulesOf(router, 'ipv4').some(
      ({ table, disabled, chain, action: { kind } }) =>
        table === 'filter' && !disabled && chain !== 'output' && triable.has(kind),
    ),
};

const triable: ReadonlySet<string> = new Set(['accept', 'drop', 'reject', 'tarpit']);

/** Experiments for which the configuration has something to try. */
export const asksOf = (router: Router, topology: Topology): readonly TextExperimentName[] =>
  textExperimentNames.filter(name => asks[name](router, topology));
