import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../config/index.ts';
import { writeRouterOs } from '../../../rsc/index.ts';
import { sleep } from '../../../sys/index.ts';
import type { Lab } from '../../build/lab.ts';
import {
  goodput,
  greeting,
  inPool,
  startDownloads,
  startServers,
  startSessions,
} from '../../traffic/index.ts';
import { tally } from '../checks.ts';
import { throughAny } from '../cuts.ts';
import { defineExperiment, type Measuring } from '../define.ts';
import { type MethodsExpectation, methodsExpectation } from '../expect.ts';
import { type Pair, pairs } from '../pairs.ts';
import { judgedPings, startFlowPings } from '../speed/quality.ts';
import { viaOfGreeting } from '../via.ts';
import { heldCount, type MethodRun, sessionCount } from './data.ts';
import { judgeMethods } from './judge.ts';
import { methodsRequirements } from './requirements.ts';
import { methods as all, balancers, type Method } from './rewrite/index.ts';
import { type MethodsWords, methodsWords } from './say.ts';

const connections = 1000;
const connectionsPerSession = 4;
const settleMs = 2500;
const windowMs = 6000;

/** Methods: the same traffic balanced by PCC with three classifiers, Nth, ECMP and address lists. */
export const methods = defineExperiment<MethodsExpectation, MethodRun, MethodsWords>({
  name: 'methods',
  repeats: [],
  expectation: methodsExpectation,
  say: methodsWords,
  parts: () => all.map(({ name, title }) => ({ name, title, seconds: 20 })),
  measure,
  judge: judgeMethods,
  requirements: methodsRequirements,
});

type Context = Measuring<MethodsExpectation, MethodsWords>;

async function measure(context: Context): Promise<MethodRun> {
  const { lab, part, progress, say } = context;
  const method = all.find(({ name }) => name === part);
  if (!method) throw new Error(`methods has no part ${part}`);
  const inapplicable = await reconfigure(context, method);
  if (inapplicable) return nothing(part, inapplicable);
  const servers = await startServers(lab.internet.ns);
  try {
    const [first] = pairs(lab, 1);
    if (first) await throughAny(lab, first, 5000);
    progress(0.1, say.connecting(connections));
    const spread = await spreadOf(lab);
    progress(0.4, say.sessions);
    const sessions = await sessionsOf(lab);
    progress(0.5, say.fullLines);
    return { method: part, inapplicable, ...spread, ...sessions, ...(await underLoad(lab)) };
  } finally {
    await servers.close();
  }
}

/** Has the gateway run the configuration with this method; says why not where it does not fit. */
async function reconfigure({ lab, config, say }: Context, method: Method): Promise<string> {
  const { router } = readConfig(config, { onLinux: true });
  if (balancers(router).length === 0) return say.noPcc;
  const place = { topology: lab.topology, clients: lab.clients.map(({ address }) => address) };
  const folder = mkdtempSync(join(tmpdir(), 'jalur-method-'));
  try {
    const file = join(folder, `${method.name}.rsc`);
    writeFileSync(file, writeRouterOs(method.apply(router, place)));
    const { accepted, diagnostics } = await lab.router.request('config', { file });
    return accepted ? '' : say.rejected(diagnostics.map(({ what }) => what).join(' '));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function spreadOf(lab: Lab): Promise<Pick<MethodRun, 'tried' | 'viaIsp'>> {
  const via = await viasOf(lab, pairs(lab, connections), 40);
  const names = lab.topology.isps.map(({ name }) => name);
  return {
    tried: connections,
    viaIsp: tally(
      names,
      via.filter(isp => isp !== undefined),
    ),
  };
}

async function viasOf(lab: Lab, chosen: readonly Pair[], atOnce: number): Promise<(string | undefined)[]> {
  const results = await inPool(chosen, atOnce, ({ client, address }) => greeting({ ns: client.ns, address }));
  return results.map(result => viaOfGreeting(lab.topology, result));
}

/** As after a login: several connections of one user to one server, which wants to see one address. */
async function sessionsOf(lab: Lab): Promise<Pick<MethodRun, 'sessions' | 'splitSessions'>> {
  const users = pairs(lab, sessionCount);
  const seen = await inPool(users, 8, user =>
    viasOf(
      lab,
      Array.from({ length: connectionsPerSession }, () => user),
      1,
    ),
  );
  const split = seen.filter(via => new Set(via?.filter(isp => isp !== undefined)).size > 1).length;
  return { sessions: users.length, splitSessions: split };
}

async function underLoad(lab: Lab) {
  const flows = pairs(lab, 16).map(({ client, address }) => ({ ns: client.ns, address }));
  const held = startSessions(flows.slice(0, heldCount).map(flow => ({ ...flow, kind: 'echo' })));
  const downloads = startDownloads(flows);
  try {
    await sleep(settleMs);
    const pings = startFlowPings(flows, { everyMs: 150, bytes: 16, timeoutMs: 3000 });
    const downloadBps = await goodput(downloads, 0, windowMs);
    const loaded = await pings.stop();
    const broken = held.report().filter(({ state }) => state !== 'alive').length;
    return { downloadBps, loaded, held: flows.slice(0, heldCount).length, heldBroken: broken };
  } finally {
    held.stop();
    downloads.stop();
  }
}

const nothing = (method: string, inapplicable: string): MethodRun => ({
  method,
  inapplicable,
  tried: 0,
  viaIsp: {},
  sessions: 0,
  splitSessions: 0,
  held: 0,
  heldBroken: 0,
  downloadBps: 0,
  loaded: judgedPings([]),
});
