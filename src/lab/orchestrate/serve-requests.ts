import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { controlSocket } from '../../gateway/index.ts';
import { EnvironmentError, monotonicMs } from '../../sys/index.ts';
import type { Language } from '../../text/index.ts';
import { bringUp, gatewayFolder } from '../build/bring-up.ts';
import type { Lab } from '../build/lab.ts';
import { experimentNamed } from '../experiments/index.ts';
import type { Fault } from '../faults/fault.ts';
import { flapLasts } from '../faults/index.ts';
import type { RunnerPort } from '../runner/inside.ts';
import { startBrowsing, startServers } from '../traffic/index.ts';
import { checkMachine } from './check-machine.ts';
import type {
  FaultRequest,
  KeptNamespace,
  LabSpec,
  PartRequest,
  RunnerFailure,
  RunnerMessage,
  RunnerRequest,
} from './messages.ts';

/** A line without a limit, bit/s. */
const unlimited = 20e6;

/** `endsAtMs`: it ends by itself then. */
interface KeptFault {
  readonly made: Fault;
  readonly endsAtMs?: number | undefined;
}

/** Requests come one at a time, each with a fresh lab of its own in a fresh folder. */
class Requests {
  readonly #port: RunnerPort;
  #count = 0;
  #lab: Lab | undefined;
  /** Of the lab that is kept, the oldest first. */
  #faults: KeptFault[] = [];
  /** Ends what the clients of the lab that is kept do. */
  #stopTraffic: (() => Promise<void>) | undefined;

  constructor(port: RunnerPort) {
    this.#port = port;
  }

  async serve(request: RunnerRequest): Promise<void> {
    try {
      this.#send(await this.#handle(request));
    } catch (error) {
      if (!this.#port.stop.aborted) this.#send({ type: 'failed', failure: failureOf(error) });
    }
  }

  /** Of the newest lab. */
  get #folder(): string {
    return join(this.#port.folder, `lab-${this.#count}`);
  }

  /** Takes down the lab that a request is using. */
  async down(): Promise<void> {
    await this.#stopTraffic?.();
    await this.#lab?.down();
  }

  async #handle(request: RunnerRequest): Promise<RunnerMessage> {
    switch (request.type) {
      case 'part':
        return this.#measure(request);
      case 'check-machine':
        return this.#check(request.lab, request.language);
      case 'fault':
        return this.#fault(request);
      case 'repair':
        return this.#repair(request.isp);
      case 'traffic':
        return this.#traffic(request.on);
      case 'keep':
        return {
          ...{ type: 'kept', namespaces: namespacesOf(await this.#up(request.lab, true)) },
          control: join(gatewayFolder(this.#folder), controlSocket),
        };
    }
  }

  async #fault({ fault, isp: stated, options }: FaultRequest): Promise<RunnerMessage> {
    const isp = stated ?? this.#lab?.isps[0]?.name ?? '';
    if (!this.#lab) throw new Error('no lab is kept');
    this.#faults = this.#faults.filter(({ endsAtMs = Infinity }) => endsAtMs > monotonicMs());
    if (this.#faults.some(({ made }) => made.kind === fault && made.isp === isp)) {
      throw new RangeError(`${isp} has this fault already: ${fault}`);
    }
    const made = await this.#lab.fault(fault, isp, options);
    this.#faults.push({ made, ...(fault === 'flap' && { endsAtMs: made.atMs + flapLasts(options) }) });
    return this.#active();
  }

  async #traffic(on: boolean): Promise<RunnerMessage> {
    if (!this.#lab) throw new Error('no lab is kept');
    if (!on) await this.#stopTraffic?.();
    if (!on) this.#stopTraffic = undefined;
    else this.#stopTraffic ??= await this.#startTraffic(this.#lab);
    return { type: 'traffic', on };
  }

  async #startTraffic({ topology, internet, clients }: Lab): Promise<() => Promise<void>> {
    const servers = await startServers(internet.ns);
    const browsing = startBrowsing(
      clients.map(({ ns }) => ns),
      internet.servers,
      topology.isps.reduce((sum, { rate }) => sum + (rate.download ?? unlimited), 0),
    );
    return async () => {
      browsing.stop();
      await servers.close();
    };
  }

  async #repair(isp: string | undefined): Promise<RunnerMessage> {
    if (isp !== undefined) this.#lab?.isp(isp);
    // The youngest first: each gives back what it found.
    for (const { made } of this.#faults.toReversed())
      if (isp === undefined || made.isp === isp) await made.repair();
    this.#faults = this.#faults.filter(({ made }) => isp !== undefined && made.isp !== isp);
    return this.#active();
  }

  #active(): RunnerMessage {
    return {
      type: 'faults',
      active: this.#faults.map(({ made, endsAtMs }) => ({ fault: made.kind, isp: made.isp, endsAtMs })),
    };
  }

  #check(spec: LabSpec, language: Language): Promise<RunnerMessage> {
    return this.#withLab(spec, async lab => ({
      type: 'machine',
      findings: await checkMachine(lab, language),
    }));
  }

  #measure({ lab: spec, experiment: name, part, language }: PartRequest): Promise<RunnerMessage> {
    const experiment = experimentNamed(name);
    if (!experiment) throw new Error(`there is no experiment ${name}`);
    const progress = (fraction: number, line: string): void =>
      this.#send({ type: 'progress', fraction, line });
    return this.#withLab(spec, async lab => {
      const begin = monotonicMs();
      const data = await experiment.run({ lab, config: spec.config, part, language, progress });
      return { type: 'outcome', outcome: { part, data, durationMs: Math.round(monotonicMs() - begin) } };
    });
  }

  /** The answer goes out when the lab is gone: then the next request finds an empty machine. */
  async #withLab(spec: LabSpec, use: (lab: Lab) => Promise<RunnerMessage>): Promise<RunnerMessage> {
    const lab = await this.#up(spec);
    try {
      return await use(lab);
    } finally {
      this.#lab = undefined;
      await lab.down();
    }
  }

  async #up({ topology, config, ...options }: LabSpec, journal = false): Promise<Lab> {
    this.#count += 1;
    const folder = this.#folder;
    mkdirSync(folder);
    try {
      this.#lab = await bringUp(topology, config, { ...options, folder, journal });
    } catch (error) {
      throw error instanceof EnvironmentError ? error : new NotUp(error);
    }
    return this.#lab;
  }

  #send(message: RunnerMessage): void {
    this.#port.send(message);
  }
}

/** Why a lab did not come up. */
class NotUp extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'NotUp';
  }
}

function failureOf(error: unknown): RunnerFailure {
  if (error instanceof RangeError) return { message: error.message };
  if (error instanceof NotUp) return { message: error.message, notUp: true };
  if (error instanceof EnvironmentError) {
    return { message: error.message, environment: { code: error.code, next: error.next } };
  }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function namespacesOf({ router, internet, isps, clients, machines }: Lab): readonly KeptNamespace[] {
  return [
    { name: router.ns.name, role: 'router under test' },
    ...clients.map(({ ns, name }) => ({ name: ns.name, role: `client ${name}` })),
    ...machines.map(({ ns, on }) => ({ name: ns.name, role: `machine on ${on}` })),
    ...isps.map(({ ns, name }) => ({ name: ns.name, role: `router of ${name.toUpperCase()}` })),
    { name: internet.ns.name, role: 'internet' },
  ];
}

/** The work of a runner: serves requests until it is to stop; then takes down what is up. Returns its exit code. */
export async function serveRequests(port: RunnerPort): Promise<number> {
  const requests = new Requests(port);
  let last = Promise.resolve();
  port.onMessage(message => {
    last = last.then(() => requests.serve(message as RunnerRequest));
  });
  await new Promise<void>(resolve => {
    if (port.stop.aborted) resolve();
    else port.stop.addEventListener('abort', () => resolve(), { once: true });
  });
  await requests.down();
  return 0;
}
