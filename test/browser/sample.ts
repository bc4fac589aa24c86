import type { ExperimentResult, Figure } from '../../src/lab/experiments/result.ts';
import type { LabReport } from '../../src/lab/report/report.ts';
import { fillTopology } from '../../src/lab/topology/fill.ts';
import { topologySchema } from '../../src/lab/topology/schema.ts';

// Shapes as a real run has them, values made up: these tests are about drawing, not about measuring.

const wave = (at: number, level: number): number => level * (1 + 0.04 * Math.sin(at / 700));

function throughput(): Figure {
  const series = (name: string, before: number, after: number) => ({
    name,
    points: Array.from({ length: 160 }, (_, index) => {
      const at = index * 200;
      return [at, wave(at, at < 12_000 ? before : after)] as const;
    }),
  });
  return {
    kind: 'timeline',
    quantity: 'rate',
    measure: { name: 'restored after', unit: 'ms', value: 41 },
    limits: [{ name: 'limit of ISP1', value: 512_000 }],
    title: 'Throughput of each interface while ISP2 is unplugged',
    unit: 'bit/s',
    series: [
      series('ether1 (ISP1) rx', 512_000, 511_000),
      series('ether2 (ISP2) rx', 256_000, 0),
      series('ether4 (LAN) tx', 768_000, 512_000),
    ],
    marks: [
      { atMs: 12_000, label: 'ISP2 unplugged' },
      { atMs: 24_500, label: 'ISP2 back' },
    ],
  };
}

function pings(): Figure {
  const points = Array.from({ length: 150 }, (_, index) => {
    const at = index * 200;
    const lost = at >= 10_000 && at < 16_400;
    return [at, lost ? null : 20 + ((index * 7) % 5)] as const;
  });
  return {
    kind: 'timeline',
    quantity: 'round trip',
    measure: { name: 'pings lost', value: 32 },
    title: 'Pings to 203.0.113.9 without failover',
    unit: 'ms',
    series: [{ name: 'client c1', points }],
    marks: ['up', 'down', 'up again', 'slow', 'fast'].map((label, index) => ({
      atMs: 2000 + index * 6000,
      label,
    })),
  };
}

const shares: Figure = {
  kind: 'bars',
  quantity: 'share of the connections',
  title: 'Connections by ISP',
  unit: '%',
  bars: [
    { name: 'ISP1', value: 66.9, expected: 66.7 },
    { name: 'ISP2', value: 33.1, expected: 33.3 },
  ],
};

/** A failing experiment that uses every part of a section, with text that tries to break out of the page. */
export const failover: ExperimentResult = {
  name: 'failover',
  title: 'Failover',
  verdict: 'fail',
  judged: true,
  expectation: 'Both faults are noticed within 25 s & users keep their connection.',
  finding: 'ISP2 <unplugged>: restored in 41 ms. ISP1 silent: "never" restored.',
  checks: [
    { what: 'ISP2 unplugged is restored', expected: 'within 1 s', measured: '41 ms', holds: true },
    { what: 'ISP1 silent is restored', expected: 'within 25 s', measured: 'not within 60 s', holds: false },
  ],
  data: {
    faults: [
      { wan: 'isp2', fault: 'unplug', detectMs: 4, restoreMs: 41, pingsLost: 1, tcpBroken: 3, tcpHung: 0 },
      {
        wan: 'isp1',
        fault: 'blackhole',
        detectMs: null,
        restoreMs: null,
        pingsLost: 300,
        tcpBroken: 0,
        tcpHung: 12,
      },
    ],
  },
  tables: [
    {
      title: 'Interfaces before ISP2 is cut',
      repeats: 'Gambar 10',
      columns: ['', 'Name', 'Type', 'Actual MTU', 'L2 MTU', 'Tx', 'Rx', 'Tx Packet (p/s)', 'Rx Packet (p/s)'],
      rows: [
        ['R', 'ether1', 'Ethernet', '1500', '', '18.7 kbps', '512.0 kbps', '44', '43'],
        ['R', 'ether2', 'Ethernet', '1500', '', '9.1 kbps', '255.8 kbps', '21', '22'],
        ['R', 'ether4', 'Ethernet', '1500', '', '767.8 kbps', '27.8 kbps', '65', '65'],
      ],
      note: 'Rates of whole frames, averaged over 5 s.',
    },
    {
      title: 'Routes',
      columns: ['', 'Dst. Address', 'Gateway', 'Distance', 'Table', 'Why not active'],
      rows: [
        ['AS', '0.0.0.0/0', '10.10.10.1 reachable ether1', '1', 'main', ''],
        [
          'S',
          '0.0.0.0/0',
          '172.16.0.1 unreachable',
          '1',
          'to_ISP2',
          '172.16.0.1 lies on no connected network, so the route never becomes active.',
        ],
      ],
    },
  ],
  figures: [throughput(), pings(), shares],
  notes: ['<script>document.title = "owned"</script> must stay text.'],
  durationMs: 61_234,
};

const balance: ExperimentResult = {
  ...failover,
  name: 'balance',
  title: 'Load balancing',
  verdict: 'pass',
  judged: true,
  expectation: 'Two of three connections leave by ISP1.',
  finding: '66.9 % of 3 200 connections to 280 destinations left by ISP1.',
  checks: [{ what: 'share of ISP1', expected: '66.7 % ± 3', measured: '66.9 %', holds: true }],
  data: {
    perWan: { isp1: { connections: 2141, bytes: 1_900_000 }, isp2: { connections: 1059, bytes: 940_000 } },
  },
  tables: [],
  figures: [shares],
  notes: [],
  durationMs: 8_400,
};

/** A report with one passing and one failing experiment. */
export const sample: LabReport = {
  language: 'en',
  headline: '1 of 2 experiments on examples/sample does not show the expected result: failover.',
  verdict: 'fail',
  pace: 'routeros',
  balance: 'pcc',
  spill: false,
  configuration: 'examples/sample/sample.rsc',
  startedAt: '2026-01-02T03:04:05.000Z',
  durationMs: 83_000,
  repeat: 1,
  standIns: [
    {
      interface: 'pppoe-a',
      kind: 'pppoe-client',
      text: 'pppoe-a (pppoe-client): a veth stands in for it, MTU 1492.',
    },
  ],
  notRun: [],
  environment: {
    jalur: '0.1.0',
    node: '20.20.2',
    kernel: '6.12.48-amd64',
    os: 'Debian GNU/Linux 13 (trixie)',
    architecture: 'x64',
    cpus: 2,
    cpuModel: 'Some Processor @ 3 GHz',
    memory: 2 ** 33,
    tools: { nft: '1.1.3', iproute2: '6.15.0', dnsmasq: '2.91', busybox: '1.37.0' },
    congestion: 'cubic',
    privileges: 'root',
    parallel: 4,
    missing: [{ feature: 'sch_netem', effect: 'Delay and jitter are emulated by a relay in user space.' }],
    emulation: [{ what: 'isp1 round trip', unit: 'ms', asked: 20, measured: 20.05 }],
  },
  topology: fillTopology(
    topologySchema.parse({
      title: 'two ISPs, four clients',
      isps: [
        { interface: 'ether1', network: '10.10.10.0/24', rate: { download: '512k', upload: '512k' } },
        {
          interface: 'ether2',
          network: '20.20.20.0/24',
          rate: { download: '256k', upload: '256k' },
          jitter: 3,
        },
      ],
    }),
    'sample.rsc',
  ),
  experiments: [balance, failover],
};
