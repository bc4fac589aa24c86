import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError, monotonicMs } from '../../sys/index.ts';
import { bringUp } from '../build/bring-up.ts';
import type { Lab } from '../build/lab.ts';
import { experimentNamed } from '../experiments/index.ts';
import type { RunnerPort } from '../runner/inside.ts';
import type { KeptNamespace, LabOrder, RunnerFailure, RunnerMessage, RunnerOrder } from './messages.ts';
import { survey } from './survey.ts';

/** Orders come one at a time, each with a fresh lab of its own in a fresh folder. */
class Orders {
  readonly #port: RunnerPort;
  #count = 0;
  #lab: Lab | undefined;

  constructor(port: RunnerPort) {
    this.#port = port;
  }

  async serve(order: RunnerOrder): Promise<void> {
    try {
      this.#tell(await this.#obey(order));
    } catch (error) {
      if (!this.#port.stop.aborted) this.#tell({ type: 'failed', failure: failureOf(error) });
    }
  }

  /** Takes down the lab that an order is using. */
  async down(): Promise<void> {
    await this.#lab?.down();
  }

  async #obey(order: RunnerOrder): Promise<RunnerMessage> {
    switch (order.type) {
      case 'part':
        return this.#measure(order);
      case 'survey':
        return this.#withLab(order.lab, async lab => ({ type: 'surveyed', survey: await survey(lab) }));
      case 'keep':
        return { type: 'kept', namespaces: namespacesOf(await this.#up(order.lab)) };
    }
  }

  #measure({
    lab: order,
    experiment: name,
    part,
  }: Extract<RunnerOrder, { type: 'part' }>): Promise<RunnerMessage> {
    const experiment = experimentNamed(name);
    if (!experiment) throw new Error(`there is no experiment ${name}`);
    const progress = (fraction: number, line: string): void =>
      this.#tell({ type: 'progress', fraction, line });
    return this.#withLab(order, async lab => {
      const begin = monotonicMs();
      const data = await experiment.run({ lab, config: order.config, part, progress });
      return { type: 'outcome', outcome: { part, data, durationMs: Math.round(monotonicMs() - begin) } };
    });
  }

  /** The answer goes out when the lab is gone: then the next order finds an empty machine. */
  async #withLab(order: LabOrder, use: (lab: Lab) => Promise<RunnerMessage>): Promise<RunnerMessage> {
    const lab = await this.#up(order);
    try {
      return await use(lab);
    } finally {
      this.#lab = undefined;
      await lab.down();
    }
  }

  async #up({ topology, config }: LabOrder): Promise<Lab> {
    this.#count += 1;
    const folder = join(this.#port.folder, `lab-${this.#count}`);
    mkdirSync(folder);
    this.#lab = await bringUp(topology, config, { folder });
    return this.#lab;
  }

  #tell(message: RunnerMessage): void {
    this.#port.tell(message);
  }
}

function failureOf(error: unknown): RunnerFailure {
  if (error instanceof EnvironmentError) {
    return { message: error.message, environment: { code: error.code, next: error.next } };
  }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function namespacesOf({ router, internet, isps, clients }: Lab): readonly KeptNamespace[] {
  return [
    { name: router.ns.name, role: 'router under test' },
    ...clients.map(({ ns, name }) => ({ name: ns.name, role: `client ${name}` })),
    ...isps.map(({ ns, name }) => ({ name: ns.name, role: `box of ${name.toUpperCase()}` })),
    { name: internet.ns.name, role: 'internet' },
  ];
}

/** The work of a runner: obeys orders until it is to stop; then takes down what is up. Returns its exit code. */
export async function serveOrders(port: RunnerPort): Promise<number> {
  const orders = new Orders(port);
  let last = Promise.resolve();
  port.onMessage(message => {
    last = last.then(() => orders.serve(message as RunnerOrder));
  });
  await new Promise<void>(resolve => {
    if (port.stop.aborted) resolve();
    else port.stop.addEventListener('abort', () => resolve(), { once: true });
  });
  await orders.down();
  return 0;
}
