import { parentPort, workerData } from 'node:worker_threads';
import { type LineTarget, lateMs } from '../health/index.ts';
import { family, openNetlink, readCounters } from '../kernel/index.ts';
import { nftTable } from '../linux/index.ts';
import { EnvironmentError, preferThisThread } from '../sys/index.ts';
import { arpLink } from './arp.ts';
import { runChecks } from './checks.ts';
import { dnsLink } from './dns.ts';
import { echoLink } from './echo.ts';
import { runHostChecks } from './host-checks.ts';
import { httpLink } from './http.ts';
import { runLines } from './lines.ts';
import type { Link, LinkOptions } from './link.ts';
import type { ProbeOrder, ProbePlan, ProbeSaying } from './prober.ts';
import { tcpLink } from './tcp.ts';

// A verdict must not come late, or wrong, because the machine is busy.
preferThisThread();

const { ns, mark } = workerData as ProbePlan;
const report = (one: ProbeSaying): void => parentPort?.postMessage(one);
const here = ns && { ...ns, close: () => {} };
const place = (device: string): LinkOptions => ({ mark, device, ns: here });
const said = (error: EnvironmentError | undefined) => error && { what: error.message, do: error.next };

const checks = runChecks(
  ({ method, interface: device }) => (method === 'arp' ? arpLink(place(device)) : echoLink(place(device))),
  {
    onVerdict: verdict => report({ kind: 'verdict', verdict }),
    onSendError: ({ key }, error) => report({ kind: 'send-error', key, error: said(error) }),
  },
);

const hosts = runHostChecks(here, verdict => report({ kind: 'host', verdict }));

/** The smallest ping that anybody answers: 36 bytes of IP. */
const pingBytes = 16;

const opened: Readonly<Record<LineTarget['method'], (at: LinkOptions, port: number | undefined) => Link>> = {
  ping: at => echoLink(at, pingBytes),
  arp: arpLink,
  dns: dnsLink,
  tcp: (at, port = 80) => tcpLink(at, port, { isRefusalAnswer: true, longestMs: lateMs }),
  http: (at, port = 80) => httpLink({ ...at, port, isSecure: false, longestMs: lateMs }),
  https: (at, port = 443) => httpLink({ ...at, port, isSecure: true, longestMs: lateMs }),
};

let counters: ReturnType<typeof openNetlink> | undefined;

/** Undefined while the table is being loaded anew. */
function packets(): ReadonlyMap<string, number> | undefined {
  try {
    counters ??= openNetlink(family.NETFILTER, here);
    return readCounters(counters, nftTable);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return undefined;
  }
}

const lines = runLines(
  { openLink: (line, { method, port }) => opened[method](place(line), port), readCounters: packets },
  {
    onVerdict: one => report({ kind: 'line', ...one }),
    onSendError: (line, target, error) =>
      report({ kind: 'send-error', key: `${target}%${line}`, error: said(error) }),
  },
);

parentPort?.on('message', (order: ProbeOrder) => {
  if (order.kind === 'set') {
    checks.set(order.checks);
    hosts.set(order.hosts);
    lines.set(order.lines);
    return;
  }
  if (order.kind === 'measure') return report({ kind: 'measured', id: order.id, lines: lines.measured() });
  checks.close();
  hosts.close();
  lines.close();
  counters?.close();
  parentPort?.close();
});
