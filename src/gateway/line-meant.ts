import { lineNamed } from './answers/refusals.ts';
import { ControlRefused } from './control/protocol.ts';
import type { GatewayState, WanAction } from './core/index.ts';
import type { LineReply } from './replies/index.ts';

/** A line as somebody calls it, and what is to become of it. */
export interface WanRequest {
  readonly line: string;
  readonly action: WanAction;
  /** Also where nothing else is left. */
  readonly force?: boolean | undefined;
  /** Who asks for it. */
  readonly by?: string | undefined;
}

/** The line that is meant. Throws ControlRefused where there is none, or where it is the last one that is up. */
export function lineMeant(
  state: GatewayState,
  { line: word, action, force = false }: WanRequest,
  lines: readonly LineReply[],
): string {
  const line = lineNamed(state, word);
  const isUp = (one: LineReply): boolean => one.status !== 'down';
  const isLast = lines.some(one => one.line === line && isUp(one)) && lines.filter(isUp).length === 1;
  if (action === 'down' && isLast && !force) throw new ControlRefused(lastLine(lines, line));
  return line;
}

const lastLine = (lines: readonly LineReply[], line: string) => ({
  code: 'control/last-line' as const,
  what: `${lines.find(one => one.line === line)?.label ?? line} is the last line that is up: without it nothing leaves.`,
  do: 'Say --force to take it down all the same.',
});
