import type { ControlClient, Recorded } from '../../gateway/index.ts';
import { type Language, visibleJson } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { inAsked } from '../options/language.ts';
import { coloursFor } from '../output/colour.ts';
import { openScreen } from '../output/screen.ts';
import { watchFrame, watchLine } from './watch-frame.ts';

const everyMs = 1000;
const keptEvents = 100;

/** Shows how the gateway is, once a second, until somebody ends it or the gateway does. */
export function watchGateway(client: ControlClient, json: boolean, language: Language): Promise<number> {
  return process.stdout.isTTY && !json
    ? watchOnScreen(client, language)
    : watchInLines(client, json, language);
}

async function watchInLines(client: ControlClient, json: boolean, language: Language): Promise<number> {
  const end = ending(client);
  while (!end.isOver) {
    const status = await client.request('status').catch(() => undefined);
    if (!status) break;
    const text = json ? visibleJson(JSON.stringify(status)) : watchLine({ status, language }, new Date());
    process.stdout.write(`${text}\n`);
    await Promise.race([end.over, sleep(everyMs)]);
  }
  return end.isAsked ? exitCode.ok : gone();
}

async function watchOnScreen(client: ControlClient, language: Language): Promise<number> {
  const events: Recorded[] = [];
  const keep = (one: Recorded): void => {
    events.push(one);
    if (events.length > keptEvents) events.shift();
  };
  client.on((_, { seq, time, event }) => keep({ seq, time, event }));
  await client.request('subscribe');
  for (const one of (await client.request('events')).events.slice(-keptEvents)) events.unshift(one);
  events.sort((a, b) => a.seq - b.seq);
  const screen = openScreen(process.stdout);
  // Whatever ends us gives the terminal back.
  process.once('exit', screen.end);
  const end = ending(client);
  let picture = (): void => {};
  const redraw = (): void => picture();
  process.stdout.on('resize', redraw);
  try {
    const colours = coloursFor(process.stdout);
    while (!end.isOver) {
      const status = await client.request('status').catch(() => undefined);
      if (!status) break;
      picture = () => {
        // A terminal that does not know its size says 0.
        const { columns, rows } = process.stdout;
        const size = { columns: columns || 80, rows: rows || 24 };
        screen.draw(watchFrame({ status, events, colours, ...size, language }));
      };
      picture();
      await Promise.race([end.over, sleep(everyMs)]);
    }
  } finally {
    process.stdout.off('resize', redraw);
    screen.end();
    end.close();
  }
  return end.isAsked ? exitCode.ok : gone();
}

function gone(): number {
  process.stderr.write(
    inAsked({
      en: 'jalur: the gateway has ended.\n       Start it again: sudo jalur run FILE.\n',
      id: 'jalur: gateway telah berhenti.\n       Jalankan lagi: sudo jalur run FILE.\n',
    }),
  );
  return exitCode.noAnswer;
}

const sleep = (ms: number): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, ms).unref();
  });

/** Ctrl-C, q, and signals end it, and so does the gateway. */
function ending(client: ControlClient) {
  const state = { isOver: false, isAsked: false };
  let resolveOver: () => void = () => {};
  const over = new Promise<void>(resolve => {
    resolveOver = resolve;
  });
  const stop = (isAsked: boolean): void => {
    state.isAsked ||= isAsked && !state.isOver;
    state.isOver = true;
    resolveOver();
  };
  const ask = (): void => stop(true);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, ask);
  void client.closed.then(() => stop(false));
  const { stdin } = process;
  const isRaw = stdin.isTTY && process.stdout.isTTY;
  const press = (key: Buffer): void => {
    // Quick fingers, and pipes, send several at once.
    if ([...key.toString()].some(one => ['q', 'Q', '\u0003', '\u0004'].includes(one))) ask();
  };
  if (isRaw) stdin.setRawMode(true).resume().on('data', press);
  return {
    over,
    get isOver() {
      return state.isOver;
    },
    get isAsked() {
      return state.isAsked;
    },
    close() {
      for (const signal of signals) process.off(signal, ask);
      if (isRaw) stdin.off('data', press).setRawMode(false).pause();
    },
  };
}
