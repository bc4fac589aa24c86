import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { type KeptNow, keptNow } from './message.ts';

const againMs = 2000;

/** Undefined: it is none, such as what a kill has left of one. */
function nowIn(line: string): KeptNow | undefined {
  try {
    return keptNow.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Hears how a kept lab is, whenever that changes, until the function that it gives is called; asks again where nobody answers. */
export function followKept(path: string, heard: (now: KeptNow) => void): () => void {
  let socket: Socket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  const follow = (): void => {
    const one = connect(path, () => one.write(`${JSON.stringify({ type: 'watch' })}\n`));
    socket = one;
    one.on('error', () => {}); // `close` follows
    one.on('close', () => {
      if (over) return;
      timer = setTimeout(follow, againMs);
      timer.unref();
    });
    createInterface({ input: one }).on('line', line => {
      const data = nowIn(line);
      if (data) heard(data);
    });
  };
  follow();
  return () => {
    over = true;
    clearTimeout(timer);
    socket?.destroy();
  };
}
