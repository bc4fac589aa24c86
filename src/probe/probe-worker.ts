import { parentPort, workerData } from 'node:worker_threads';
import { arpLink } from './arp.ts';
import { runChecks } from './checks.ts';
import { echoLink } from './echo.ts';
import type { LinkOptions } from './link.ts';
import type { ProbeOrder, ProbePlan, ProbeReport } from './prober.ts';

const { ns, mark } = workerData as ProbePlan;
const report = (one: ProbeReport): void => parentPort?.postMessage(one);
const place = (device: string): LinkOptions => ({ mark, device, ns: ns && { ...ns, close: () => {} } });

const checks = runChecks(
  ({ method, interface: device }) => (method === 'arp' ? arpLink(place(device)) : echoLink(place(device))),
  {
    onVerdict: verdict => report({ kind: 'verdict', verdict }),
    onSendError: (check, error) =>
      report({ kind: 'send-error', check, error: error && { what: error.message, do: error.next } }),
  },
);

parentPort?.on('message', (order: ProbeOrder) => {
  if (order.kind === 'set') return checks.set(order.checks);
  checks.close();
  parentPort?.close();
});
