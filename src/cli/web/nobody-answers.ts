import { once } from 'node:events';
import { connect } from 'node:net';
import { runningGateways } from '../gateway/reach.ts';

/** Nobody answers at a control socket: what is said, and what helps. */
export type NobodyAnswers = readonly [what: string, next: string];

/**
 * What is said first where there is no gateway yet to make pages of; undefined: one answers. Pages are served all the same, as they
 * connect by themselves, so this is no refusal.
 */
export async function nobodyAnswers(socket: string): Promise<NobodyAnswers | undefined> {
  const code = await refusal(socket);
  if (code === undefined) return undefined;
  if (code === 'EACCES' || code === 'EPERM')
    return [
      `only root may ask the gateway at ${socket}, so the pages show nothing.`,
      'Run it as root: sudo jalur web.',
    ];
  const others = await runningGateways().catch(() => []);
  const names = others.map(({ name, pid }) => `${name} (process ${pid})`).join(', ');
  return [
    `no gateway answers at ${socket}, so the pages show nothing yet.`,
    names === ''
      ? 'Start one: sudo jalur run FILE. The pages connect by themselves.'
      : `Running on this machine: ${names}. Serve the pages of one with --name, or start one here: sudo jalur run FILE.`,
  ];
}

/** The errno by which nobody takes a connection. */
async function refusal(path: string): Promise<string | undefined> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EIO';
  } finally {
    socket.destroy();
  }
}
