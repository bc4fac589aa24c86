import {
  monotonicMs,
  openPollSet,
  preferThisThread,
  receive,
  sendTo,
  setTimerSlack,
} from '../../sys/index.ts';
import { RelayQueue } from './queue.ts';
import { CableTable } from './table.ts';

/** One end of a cable: the socket that receives from its VXLAN device, and the address of that device (`sockaddr_in`). */
interface RelayEnd {
  readonly fd: number;
  readonly device: Uint8Array;
}

/** What the relay's thread is given. `cables[i]` has its settings in row i of the table. */
export interface RelayPlan {
  readonly memory: SharedArrayBuffer;
  readonly cables: readonly { readonly ends: readonly [RelayEnd, RelayEnd] }[];
}

/** A packet's bytes; the buffer is larger and is used again. */
interface Frame {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** A direction of a cable: packets received at `from` leave by `to`. */
interface Direction {
  readonly cable: number;
  readonly from: RelayEnd;
  readonly to: RelayEnd;
  readonly queue: RelayQueue<Frame>;
}

const frameBytes = 2048;
/** Longest sleep: how soon a request to end is seen. */
const idleMs = 20;
/** Frames taken from one socket before the others have their turn. */
const batch = 64;

/**
 * Carries packets between the ends of all cables until the table says stop. Blocks its thread in ppoll(2), which wakes
 * within 0.1 ms of the asked time; Node's own timers have a grain of 1 ms.
 */
export function runRelay({ memory, cables }: RelayPlan): void {
  const table = new CableTable(memory);
  const directions = cables.flatMap(({ ends: [a, b] }, cable) => [
    { cable, from: a, to: b, queue: new RelayQueue<Frame>() },
    { cable, from: b, to: a, queue: new RelayQueue<Frame>() },
  ]);
  const spare: Uint8Array[] = [];
  const wait = openPollSet(directions.map(({ from }) => from.fd));
  setTimerSlack(1);
  preferThisThread(); // the emulated line must not slow down on a busy machine
  while (!table.stopped) {
    const nextMs = Math.min(...directions.map(({ queue }) => queue.nextDueMs));
    if (wait(Math.min(idleMs, nextMs - monotonicMs()))) {
      for (const direction of directions) receiveFrames(direction, table, spare);
    }
    for (const direction of directions) deliver(direction, table, spare);
  }
}

function receiveFrames({ cable, from, queue }: Direction, table: CableTable, spare: Uint8Array[]): void {
  const settings = table.settings(cable);
  for (let taken = 0; taken < batch; taken++) {
    const bytes = spare.pop() ?? Buffer.allocUnsafeSlow(frameBytes);
    const length = receive(from.fd, bytes);
    const kept = length > 0 && queue.accept({ bytes, length }, monotonicMs(), settings);
    if (!kept) spare.push(bytes);
    if (length <= 0) return;
    if (!kept) table.count(cable, 'dropped');
  }
}

function deliver({ cable, to, queue }: Direction, table: CableTable, spare: Uint8Array[]): void {
  const nowMs = monotonicMs();
  for (let frame = queue.release(nowMs); frame; frame = queue.release(nowMs)) {
    sendTo(to.fd, frame.bytes, frame.length, to.device);
    table.count(cable, 'passed');
    spare.push(frame.bytes);
  }
}
