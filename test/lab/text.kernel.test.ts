import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringUp } from '../../src/lab/build/bring-up.ts';
import type { Lab } from '../../src/lab/build/lab.ts';
import { type ExperimentName, experimentNamed } from '../../src/lab/experiments/index.ts';
import type { ExperimentResult } from '../../src/lab/experiments/result.ts';
import type { Trial } from '../../src/lab/experiments/trials/trial.ts';
import { readBench } from '../../src/lab/orchestrate/read-bench.ts';

/** Two DHCP lines, the second one with answers by itself; cameras on a VLAN that may not reach the office. RouterOS 7. */
const office = `# by RouterOS 7.14
/interface list add name=WAN
/interface list add name=LAN
/interface list member add list=WAN interface=ether1
/interface list member add list=WAN interface=ether2
/interface list member add list=LAN interface=ether3
/interface vlan add interface=ether3 name=cameras vlan-id=20
/ip address add address=192.168.1.1/24 interface=ether3
/ip address add address=192.168.20.1/24 interface=cameras
/ip pool add name=lan ranges=192.168.1.100-192.168.1.200
/ip pool add name=cam ranges=192.168.20.100-192.168.20.200
/ip dhcp-server add address-pool=lan interface=ether3 name=lan disabled=no
/ip dhcp-server add address-pool=cam interface=cameras name=cam disabled=no
/ip dhcp-server network add address=192.168.1.0/24 gateway=192.168.1.1 dns-server=192.168.1.1
/ip dhcp-server network add address=192.168.20.0/24 gateway=192.168.20.1 dns-server=192.168.20.1
/ip dns set allow-remote-requests=yes servers=8.8.8.8
/ip dhcp-client add interface=ether1 default-route-distance=1
/ip dhcp-client add interface=ether2 default-route-distance=2
/routing table add fib name=to_2
/ip firewall mangle
add chain=prerouting in-interface=ether2 connection-state=new action=mark-connection new-connection-mark=c2
add chain=prerouting in-interface-list=LAN connection-mark=c2 action=mark-routing new-routing-mark=to_2
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=to_2
/ip route add dst-address=0.0.0.0/0 gateway=20.20.20.1 routing-table=to_2
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input connection-state=invalid action=drop comment="bad state"
add chain=input protocol=icmp action=accept comment=ping
add chain=input in-interface-list=WAN protocol=tcp dst-port=22 src-address=1.2.3.0/24 action=accept comment=ssh
add chain=input in-interface-list=WAN action=drop comment="nothing else"
add chain=forward connection-state=established,related action=accept
add chain=forward in-interface=cameras out-interface=ether3 action=reject reject-with=icmp-admin-prohibited comment=apart
add chain=forward protocol=tcp dst-port=445 action=drop comment=smb
add chain=forward in-interface-list=WAN connection-nat-state=!dstnat connection-state=new action=drop comment="only forwards"
/ip firewall nat
add chain=srcnat out-interface-list=WAN action=masquerade
add chain=dstnat in-interface-list=WAN protocol=tcp dst-port=3389 action=dst-nat to-addresses=192.168.1.10 comment=desktop
add chain=dstnat in-interface=ether1 protocol=tcp dst-port=8080 action=dst-nat to-addresses=192.168.20.5 to-ports=80 comment=camera
add chain=dstnat in-interface-list=WAN protocol=udp dst-port=5060-5070 action=dst-nat to-addresses=192.168.1.11 comment=voip
add chain=dstnat in-interface-list=WAN protocol=tcp dst-port=445 action=dst-nat to-addresses=192.168.1.12 comment=closed
add chain=dstnat in-interface-list=WAN protocol=tcp dst-port=9000 action=dst-nat to-addresses=10.99.0.1 comment=elsewhere
`;

/** The same but for two rules that the text then lacks, and one that it has besides. */
const other = office
  .replace(/^add chain=forward protocol=tcp dst-port=445 .*$/m, '')
  .replace(/^add chain=forward in-interface=cameras .*$/m, '')
  .replace(
    'in-interface=ether1 protocol=tcp dst-port=8080',
    'in-interface-list=WAN protocol=tcp dst-port=8080',
  );

const folder = mkdtempSync(join(tmpdir(), 'text-trials-'));
let lab: Lab;

/** A bench that is derived from the text alone: no topology.yaml is beside it. */
function benchOf(name: string, text: string) {
  const config = join(folder, name);
  writeFileSync(config, text);
  const { bench, diagnostics } = readBench(config);
  if (!bench) throw new Error(diagnostics.map(({ what }) => what).join('\n'));
  return bench;
}

const bench = benchOf('office.rsc', office);

beforeAll(async () => {
  lab = await bringUp(bench.topology, bench.config, { prefix: `text${process.pid}-` });
});

afterAll(async () => {
  await lab?.down();
  rmSync(folder, { recursive: true });
});

/** One part of an experiment in the lab of the office, judged by the walk of the text at `config`. */
async function tried(name: ExperimentName, config = bench.config, part = 'all'): Promise<ExperimentResult> {
  const experiment = experimentNamed(name);
  if (!experiment) throw new Error(`no experiment ${name}`);
  const data: unknown = JSON.parse(
    JSON.stringify(await experiment.run({ lab, config, part, language: 'en', progress: () => {} })),
  );
  const topology = {
    ...bench.topology,
    isps: bench.topology.isps.filter(isp => part === 'all' || isp.name === part),
  };
  return experiment.conclude([{ part, data, durationMs: 1 }], topology, 'en');
}

const rows = ({ data }: ExperimentResult): string[] =>
  (data['trials'] as readonly Trial[]).map(
    ({ what, from, seen }) => `${what}, ${from}: ${seen.reached ? `arrives ${seen.by}` : 'does not arrive'}`,
  );

describe('what the text asks for, on a bench that is derived from it', () => {
  it('port forwards by each ISP → reached and answered by the same ISP, as the walk says', async () => {
    const result = await tried('forwards');
    expect(result.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(result.verdict).toBe('pass');
    expect(rows(result)).toEqual([
      'tcp 3389 "desktop", a host behind ISP1: arrives isp1',
      'tcp 8080 "camera", a host behind ISP1: arrives isp1',
      'udp 5060-5070 "voip", a host behind ISP1: arrives isp1',
      'tcp 445 "closed", a host behind ISP1: does not arrive',
      'tcp 3389 "desktop", a host behind ISP2: arrives isp2',
      'tcp 8080 "camera", a host behind ISP2: does not arrive',
      'udp 5060-5070 "voip", a host behind ISP2: arrives isp2',
      'tcp 445 "closed", a host behind ISP2: does not arrive',
    ]);
    expect(result.data['leftOut']).toEqual([
      {
        what: 'tcp 9000 "elsewhere"',
        place: 'office.rsc:41',
        why: 'no network of the bench holds 10.99.0.1',
      },
    ]);
  });

  it('calls to the router by each ISP → answered by the same ISP', async () => {
    const result = await tried('returns');
    expect(result.verdict).toBe('pass');
    expect(rows(result)).toEqual([
      'icmp to the router on ether1, default route of main, a host behind ISP1: arrives isp1',
      'icmp to the router on ether2, default route of to_2, a host behind ISP2: arrives isp2',
    ]);
  });

  it('rules of the filter → each has counted the packet for it, which arrived nowhere or was let in', async () => {
    const result = await tried('rules');
    expect(result.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(result.verdict).toBe('pass');
    const trials = result.data['trials'] as readonly Trial[];
    expect(trials.map(({ what, seen, counted }) => `${what}: ${seen.reached} ${counted}`).toSorted()).toEqual(
      [
        'accept in input "ping": true 1',
        'accept in input "ssh": true 1',
        'drop in forward "only forwards": false 1',
        'drop in forward "smb": false 1',
        'drop in input "bad state": false 1',
        'drop in input "nothing else": false 1',
        'reject in forward "apart": false 1',
      ],
    );
    expect(result.data['leftOut']).toMatchObject([{ what: 'accept in input', place: 'office.rsc:26' }]);
  });

  it('networks → addresses by DHCP, the Internet, and each other as the text allows', async () => {
    const result = await tried('networks');
    expect(result.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(rows(result).map(row => row.replace(/, [\d.]+:/, ':'))).toEqual([
      'DHCP on cameras, cameras: arrives ',
      'tcp 80 from ether3 to the Internet: arrives isp1',
      'tcp 80 from cameras to the Internet: arrives isp1',
      'tcp 80 from ether3 to cameras: arrives ',
      'tcp 80 from cameras to ether3: does not arrive',
    ]);
  });

  it('names while the first ISP is unplugged → answered again by the other one', async () => {
    const result = await tried('names', bench.config, 'isp1');
    expect(result.verdict).toBe('pass');
    const [cost] = result.data['names'] as readonly { restoreMs: number; asked: number }[];
    expect(cost).toMatchObject({ wan: 'isp1', resolver: '192.168.1.1', answeredBefore: true });
    expect(cost?.restoreMs).toBeLessThan(5000);
    expect(cost?.asked).toBeGreaterThan(100);
  });

  it('a kernel that runs another text than is walked → fails with what both say', async () => {
    const { config } = benchOf('other.rsc', other);
    const result = await tried('forwards', config);
    expect(result.verdict).toBe('fail');
    expect(result.checks.filter(({ holds }) => !holds).map(({ what }) => what)).toEqual([
      'tcp 445 "closed" (other.rsc:40), a host behind ISP1',
      'tcp 8080 "camera" (other.rsc:38), a host behind ISP2',
      'tcp 445 "closed" (other.rsc:40), a host behind ISP2',
    ]);
    expect(result.finding).toContain(
      'from a host behind ISP1: the walk of the text says that it arrives, answered by ISP1 (goes to 192.168.1.12:445 on ether3 → leaves by ether1 as 10.10.10.254), the kernel shows that it does not arrive.',
    );
  });
});
