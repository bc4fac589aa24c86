import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { allSockets } from './folder.ts';
import { type KeptReply, type KeptRequest, keptReply } from './message.ts';

/** A lab that another process of this user keeps up. */
export interface KeptLab {
  readonly socket: string;
  /** As people name its bench. */
  readonly name: string;
  readonly isps: readonly string[];
  /** Where its gateway answers. */
  readonly control?: string | undefined;
}

/** The labs that are kept up now; sockets of those that are gone are removed. */
export async function keptLabs(): Promise<readonly KeptLab[]> {
  const asked = await Promise.all(
    allSockets().map(async socket => ({ socket, reply: await describe(socket) })),
  );
  return asked.flatMap(({ socket, reply }) =>
    reply?.ok
      ? [{ socket, name: reply.name, isps: reply.isps.map(({ name }) => name), control: reply.control }]
      : [],
  );
}

async function describe(socket: string): Promise<KeptReply | undefined> {
  try {
    return await askKept(socket, { type: 'describe' });
  } catch (error) {
    // Whoever was killed could not remove its socket.
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') rmSync(socket, { force: true });
    return undefined;
  }
}

/** Sends one request to the lab behind a socket. Rejects where nobody answers. */
export function askKept(path: string, request: KeptRequest): Promise<KeptReply> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(path, () => socket.write(`${JSON.stringify(request)}\n`));
    socket.setEncoding('utf8');
    socket.on('data', part => {
      text += part;
    });
    socket.on('error', reject);
    socket.on('end', () => {
      try {
        resolve(keptReply.parse(JSON.parse(text)));
      } catch {
        reject(new Error('the lab went away before it answered'));
      }
    });
  });
}
