import { mustRun } from './changes/index.ts';
import { ControlRefused } from './control/protocol.ts';
import { lineMeant, type WanRequest } from './line-meant.ts';
import type { Parts } from './parts.ts';
import type { StatusReply, WanReply } from './replies/index.ts';

/** Takes a line down by hand, or gives it back to its health. Throws ControlRefused. */
export async function takeLine(
  { loop, port }: Pick<Parts, 'loop' | 'port'>,
  request: WanRequest,
  lines: () => StatusReply['lines'],
): Promise<WanReply> {
  const { action, by } = request;
  const line = lineMeant(loop.state, request, lines());
  const changed = loop.state.forced.includes(line) !== (action === 'down');
  loop.post({ kind: 'wan', atMs: port.nowMs(), line, action, by });
  await loop.settled();
  mustRun(loop);
  const after = lines().find(one => one.line === line);
  // A configuration on trial was taken back meanwhile.
  if (!after) throw new ControlRefused(gone(line));
  return { line: after, changed };
}

const gone = (line: string) =>
  ({
    code: 'control/unknown-line',
    what: `${line} is no WAN any more: another configuration came into force.`,
    do: 'See which there are: jalur status.',
  }) as const;
