import { parentPort, workerData } from 'node:worker_threads';
import { arpLink } from './arp.ts';
import { runChecks } from './checks.ts';
import { echoLink } from './echo.ts';
import { runHostChecks } from './host-checks.ts';
import type { LinkOptions } from './link.ts';
import type { ProbeOrder, ProbePlan, ProbeReport } from './prober.ts';

const { ns, mark } = workerData as ProbePlan;
const report = (one: ProbeReport): void => parentPort?.postMessage(one);
const here = ns && { ...ns, close: () => {} };
const place = (device: string): LinkOptions => ({ mark, device, ns: here });

const checks = runChecks(
  ({ method, interface: device }) => (method === 'arp' ? arpLink(place(device)) : echoLink(place(device))),
  {
    onVerdict: verdict => report({ kind: 'verdict', verdict }),
    onSendError: (check, error) =>
      report({ kind: 'send-error', check, error: error && { what: error.message, do: error.next } }),
  },
);

const hosts = runHostChecks(here, verdict => report({ kind: 'host', verdict }));

parentPort?.on('message', (order: ProbeOrder) => {
  if (order.kind === 'set') {
    checks.set(order.checks);
    hosts.set(order.hosts);
    return;
  }
  checks.close();
  hosts.close();
  parentPort?.close();
});
