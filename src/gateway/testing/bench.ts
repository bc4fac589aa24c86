import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dnsmasqServices, type ServiceSet, serviceSet } from '../../dhcp/index.ts';
import type { DhcpServerService } from '../../linux/index.ts';
import { noOrigin } from '../../model/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import { createNamespace, deleteNamespace, killProcessesIn, type Namespace, run } from '../../sys/index.ts';
import { guardBench } from './bench-guard.ts';
import { answerDhcp, type DhcpAnswers } from './dhcp-answers.ts';

/** A router namespace with two ISPs (DHCP servers with a host behind them) and a LAN, for tests of the gateway. */
export interface GatewayBench {
  readonly router: Namespace;
  /** Behind the router's ether4, by `eth0`, without an address. */
  readonly lan: Namespace;
  readonly isps: readonly Namespace[];
  readonly stateDir: string;
  /** Writes a configuration and returns its path. */
  config(text: string): string;
  /** Everything about the router's namespace that a gateway could have changed, as text; without counters. */
  dump(): string;
  /** `ip …` in the router's namespace; its output. */
  ip(...args: string[]): string;
  /** Takes the ISP's end of the cable out, or puts it in again. */
  plug(isp: number, plugged: boolean): void;
  /** The ISP's box answers nothing any more (or again) while its link stays up. */
  mute(isp: number, muted: boolean): void;
  /** Nothing passes the ISP's box any more (or again), which itself answers on. */
  blackhole(isp: number, dead: boolean): void;
  /** Lets the ISP's DHCP server hand out another gateway from now on. */
  gateway(isp: number, address: Ipv4): Promise<void>;
  /** Ends the ISP's own DHCP server: the test answers. */
  answers(isp: number): Promise<DhcpAnswers>;
  down(): Promise<void>;
}

const networks = ['10.10.10', '20.20.20'] as const;
/** Addresses behind each ISP that answer pings. */
const canaries = [
  ['8.8.4.4', '208.67.220.220'],
  ['9.9.9.9', '1.0.0.1'],
] as const;

const muteTable =
  'table netdev mute { chain in { type filter hook ingress device "cpe" priority 0; ip protocol icmp drop; }; }';

const blackholeTable =
  'table netdev hole { chain in { type filter hook ingress device "cpe" priority 0; ip daddr != { 10.10.10.1, 20.20.20.1 } udp dport != 67 drop; ip daddr != { 10.10.10.1, 20.20.20.1 } meta l4proto != udp drop; }; }';

export async function gatewayBench(): Promise<GatewayBench> {
  const name = (role: string): string => `gateway-${role}-${process.pid}`;
  const stateDir = mkdtempSync(join(tmpdir(), 'gateway-'));
  // As /run/jalur is: services of other users get there.
  chmodSync(stateDir, 0o755);
  const router = createNamespace(name('r'));
  const lan = createNamespace(name('l'));
  const isps = networks.map((_, index) => createNamespace(name(`i${index}`)));
  const guard = guardBench(
    [router, lan, ...isps].map(ns => ns.name),
    stateDir,
  );
  const ip = (ns: Namespace, ...args: string[]): string => run(['ip', ...args], { ns }).stdout;
  // Both ends with equal index make carrier events late (docs/lab-notes.md#carrier-events).
  const cable = (port: string, index: number, peer: string, ns: string): void => {
    const ends = ['peer', 'name', peer, 'index', `${index + 100}`, 'netns', ns];
    ip(router, 'link', 'add', port, 'index', `${index}`, 'type', 'veth', ...ends);
    // A port that was up once shows another queueing discipline than a new one: as found means as on a machine.
    for (const state of ['up', 'down']) ip(router, 'link', 'set', 'dev', port, state);
  };
  cable('ether4', 14, 'eth0', lan.name);
  ip(lan, 'link', 'set', 'dev', 'eth0', 'up');
  const servers: ServiceSet[] = [];
  const answering: DhcpAnswers[] = [];
  const serve = (isp: number, gateway: Ipv4): Promise<unknown> | undefined =>
    servers[isp]?.set(dnsmasqServices(dhcpServer(isp, gateway), mkdtempSync(join(stateDir, 'isp-'))));
  for (const [index, isp] of isps.entries()) {
    cable(`ether${index + 1}`, 11 + index, 'cpe', isp.name);
    ip(isp, 'addr', 'add', `${networks[index]}.1/24`, 'dev', 'cpe');
    ip(isp, 'addr', 'add', `${networks[index]}.9/24`, 'dev', 'cpe');
    for (const host of canaries[index] ?? []) ip(isp, 'addr', 'add', `${host}/32`, 'dev', 'lo');
    for (const port of ['lo', 'cpe']) ip(isp, 'link', 'set', 'dev', port, 'up');
    servers.push(serviceSet({ ns: isp }));
    await serve(index, `${networks[index] ?? '0.0.0'}.1`);
  }
  return {
    router,
    lan,
    isps,
    stateDir,
    config(text) {
      const file = join(stateDir, 'gateway.rsc');
      writeFileSync(file, text);
      return file;
    },
    dump: () => dump(router),
    ip: (...args) => ip(router, ...args),
    plug(isp, plugged) {
      const ns = isps[isp];
      if (ns) ip(ns, 'link', 'set', 'dev', 'cpe', plugged ? 'up' : 'down');
    },
    mute(isp, muted) {
      run(['nft', '-f', '-'], { ns: isps[isp], input: muted ? muteTable : 'delete table netdev mute' });
    },
    blackhole(isp, dead) {
      run(['nft', '-f', '-'], { ns: isps[isp], input: dead ? blackholeTable : 'delete table netdev hole' });
    },
    async gateway(isp, address) {
      await serve(isp, address);
    },
    async answers(isp) {
      await servers[isp]?.set([]);
      const answers = answerDhcp(isps[isp]);
      answering.push(answers);
      return answers;
    },
    async down() {
      for (const one of answering) one.close();
      await Promise.all(servers.map(set => set.set([])));
      // What a gateway leaves running outlives the test as well.
      killProcessesIn([router]);
      for (const ns of [router, lan, ...isps]) {
        ns.close();
        deleteNamespace(ns.name);
      }
      rmSync(stateDir, { recursive: true });
      guard.dismiss();
    },
  };
}

function dhcpServer(isp: number, gateway: Ipv4) {
  const network = networks[isp] ?? '0.0.0';
  const server: DhcpServerService = {
    ...{ origin: noOrigin, interface: 'cpe', leaseTime: 3_600_000, authoritative: true },
    network: `${network}.0/24`,
    ranges: [{ from: `${network}.254`, to: `${network}.254` }],
    gateway: [gateway],
    ...{ dns: [], ntp: [], leases: [] },
  };
  return { dhcpServers: [server] };
}

const settings = ['net.ipv4.ip_forward', 'net.ipv4.ping_group_range', 'net.ipv4.conf.ether1.rp_filter'];

function dump(ns: Namespace): string {
  const parts = [
    ['ip', '-4', 'addr'],
    ['ip', '-4', 'route', 'show', 'table', 'all'],
    ['ip', 'rule'],
    ['nft', 'list', 'ruleset'],
    ['tc', 'qdisc'],
    ['sysctl', ...settings],
  ];
  const text = parts.map(argv => run(argv, { ns }).stdout).join('\n');
  // Probes are counted whenever they happen to be sent, and what rules have collected grows older.
  return text.replace(/packets \d+ bytes \d+/g, 'counted').replace(/expires \w+/g, 'expires');
}
