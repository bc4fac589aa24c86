import { basename, join } from 'node:path';
import { controlSocket, defaultStateDir } from '../../gateway/index.ts';
import { keptLabs } from '../../lab/kept/index.ts';
import { keptLab } from '../../server/index.ts';
import { reachFolder } from '../gateway/reach.ts';

interface Meant {
  readonly socket: string;
  readonly lab?: ReturnType<typeof keptLab>;
}

interface Options {
  readonly socket?: string;
  readonly state?: string;
  readonly name?: string;
  readonly lab?: string;
}

/** Which gateway is asked, and which lab is served with it. */
export async function meantSocket({
  socket,
  state,
  name,
  lab,
}: Options): Promise<Meant | { readonly refused: readonly [string, string] }> {
  if (lab !== undefined) return socketOfLab(lab, socket);
  if (socket !== undefined) return { socket };
  if (state !== undefined) return { socket: join(state, controlSocket) };
  if (name !== undefined) return { socket: join(await reachFolder(name), controlSocket) };
  return { socket: join(defaultStateDir(), controlSocket) };
}

async function socketOfLab(
  name: string,
  socket: string | undefined,
): Promise<Meant | { readonly refused: readonly [string, string] }> {
  const all = await keptLabs();
  // `examples/office` is office, too, as long as there is one of that name.
  const [found, ...others] = all.filter(one => one.name === name || basename(one.name) === name);
  const names = all.map(one => one.name).join(', ');
  if (!found || others.length > 0)
    return {
      refused: [
        found ? `more than one lab ${name} is up.` : `no lab ${name} is up.`,
        names === '' ? 'Keep one up: sudo jalur lab up FOLDER.' : `Name one as it is listed: ${names}.`,
      ],
    };
  const control = socket ?? found.control;
  if (control === undefined)
    return {
      refused: ['this lab does not say where its gateway answers.', 'Name the control socket with --socket.'],
    };
  return { socket: control, lab: keptLab(found.socket) };
}
