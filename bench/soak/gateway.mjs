// `jalur run` in the lab's router, killed and started again as often as one likes.
import { startJalur } from '../gateways/jalur.mjs';

/** `site`: where it runs. Resolves when the first one is ready. */
export async function keepGateway(site, file) {
  let now = await startJalur(site, { file });
  const start = () => startJalur(site, { file, isAgain: true });
  const refusals = [];
  return {
    stateDir: `${site.folder}/state`,
    refusals,
    get pid() {
      return now.pid;
    },
    until: (fits, timeoutMs) => now.until(fits, timeoutMs),
    kill: () => now.kill(),
    /** What it said of lines and routes in that time, a line each. */
    said: (fromMs, toMs) =>
      now.events
        .filter(
          ({ type, atMs }) =>
            ['line', 'routes-changed', 'link'].includes(type) && atMs >= fromMs && atMs <= toMs,
        )
        .map(event => `at ${Math.round(event.atMs - fromMs)} ms: ${sentenceOf(event)}`),
    async start() {
      const started = await start().catch(error => error);
      if (started instanceof Error) refusals.push(started.message);
      else now = started;
    },
    /** One more: has to be refused as long as another runs. */
    async second() {
      const before = refusals.length;
      const started = await start().catch(error => error);
      if (started instanceof Error) refusals.push(started.message);
      else now = started;
      return refusals.length > before;
    },
    stop: () => now.stop(),
  };
}

const sentenceOf = event =>
  event.type === 'line'
    ? `${event.line} is ${event.status} ${event.cause ?? ''}`
    : event.type === 'link'
      ? `${event.interface} ${event.running ? 'is running' : 'is not running'}`
      : `routes changed (${event.reason})`;
