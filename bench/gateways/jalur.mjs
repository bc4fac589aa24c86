// `jalur run` as users start it, and the same gateway where the lab has started it.
import { createInterface } from 'node:readline';
import { connectControl } from '../../dist/gateway/index.js';
import { end, packagePath, spawnIn } from '../../dist/sys/index.js';

/** What the gateway says: events with the time of CLOCK_MONOTONIC. */
export function heardEvents() {
  const events = [];
  const waiting = new Set();
  return {
    events,
    hear(event) {
      events.push(event);
      for (const one of [...waiting]) one(event);
    },
    /** The first event, past or coming, that fits; undefined after `timeoutMs`. */
    until(fits, timeoutMs) {
      const past = events.find(fits);
      if (past) return Promise.resolve(past);
      return new Promise(resolve => {
        const done = event => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(event);
        };
        const look = event => fits(event) && done(event);
        const timer = setTimeout(() => done(undefined), timeoutMs);
        waiting.add(look);
      });
    },
  };
}

/** When it knew of a line's death, whatever its pace: the event that says so. */
const saysDead = line => event =>
  (event.type === 'line' && event.line === line && event.status === 'down') ||
  (event.type === 'check' && event.interface === line && !event.reachable) ||
  (event.type === 'link' && event.interface === line && !event.running);

export const detection = (heard, line, sinceMs) =>
  heard.events.find(event => event.atMs >= sinceMs && saysDead(line)(event))?.atMs;

/**
 * Starts `jalur run` in the router's namespace; resolves when it is ready and has its leases, and knows its lines. `isAgain`:
 * another one was there before, and it may know all that from it.
 */
export async function startJalur(site, { file, pace = 'jalur', more = [], isAgain = false }) {
  await site.ready;
  const heard = heardEvents();
  const argv = [packagePath('bin/jalur'), 'run', file, '--json', '--pace', pace];
  const child = spawnIn(site.router, [...argv, '--state', `${site.folder}/state`, ...more]);
  let said = '';
  child.stderr.on('data', data => {
    said = `${said}${data}`.slice(-2000);
  });
  createInterface({ input: child.stdout }).on('line', line => heard.hear(JSON.parse(line)));
  const gone = new Promise((_, reject) => {
    child.once('exit', code => reject(new Error(`jalur run ended with ${code}: ${said}`)));
  });
  gone.catch(() => {});
  const each = fits => site.lines.map(({ name }) => heard.until(event => fits(event, name), 15_000));
  const isLeased = (event, name) => event.type === 'lease' && event.interface === name;
  // What was judged once is judged by what its line usually does.
  const isUp = (event, name) => event.type === 'line' && event.line === name && event.status === 'up';
  const isReady = heard.until(event => event.type === 'ready', 60_000);
  const lines = () => [...each(isLeased), ...(pace === 'jalur' ? each(isUp) : [])];
  const waited = [isReady, ...(isAgain ? [] : lines())];
  await Promise.race([Promise.all(waited), gone]);
  if (!isAgain) await settled(`${site.folder}/state`);
  return {
    name: pace === 'jalur' ? 'jalur' : 'jalur --pace routeros',
    pid: child.pid,
    detectedMs: (line, sinceMs) => detection(heard, line, sinceMs),
    events: heard.events,
    until: heard.until,
    stop: () => end(child, 8000),
    /** kill -9. */
    kill: () => killed(child),
  };
}

/** What the leases have changed is in the kernel: a table of thousands of rules is loaded anew for them. */
async function settled(stateDir) {
  const control = await connectControl(stateDir);
  await control.request('settled');
  control.close();
}

function killed(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGKILL');
  return gone;
}

/** The gateway of a lab that is up. */
export function labJalur({ lab }) {
  const { router } = lab;
  return {
    name: 'jalur',
    pid: router.pid,
    events: router.events,
    detectedMs: (line, sinceMs) => detection(router, line, sinceMs),
    stop: async () => {},
  };
}
