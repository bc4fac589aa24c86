import type { Command } from 'commander';
import {
  type ControlClient,
  connectControl,
  defaultStateDir,
  type StatusReply,
  stateDirs,
} from '../../gateway/index.ts';
import { EnvironmentError } from '../../sys/index.ts';
import type { Said } from '../../text/index.ts';
import { stateText } from '../world/options.ts';
import { nameOption } from './name.ts';

/** Which running gateway is meant. */
export interface ReachOptions {
  readonly state?: string;
  readonly name?: string;
}

/** Adds the options that say which gateway is meant. */
export const withReach = (command: Command): Command =>
  nameOption(
    command.option('--state <dir>', stateText),
    'the gateway of this name, in whatever network namespace it runs',
  );

/**
 * Connects to the gateway that is meant: that of this network namespace unless folder or name say otherwise. Throws
 * EnvironmentError where none runs, which names those that do.
 */
export async function reach({ state, name }: ReachOptions): Promise<ControlClient> {
  if (name !== undefined && state === undefined) return reachByName(name);
  const folder = state ?? defaultStateDir();
  try {
    return await connectControl(folder);
  } catch (error) {
    if (!(error instanceof EnvironmentError) || state !== undefined) throw error;
    throw nowhere(
      {
        en: 'No gateway runs in this network namespace.',
        id: 'Tidak ada gateway yang berjalan di network namespace ini.',
      },
      await runningGateways(),
    );
  }
}

const reachByName = async (name: string): Promise<ControlClient> => connectControl(await reachFolder(name));

/** The state folder of the gateway of this name. Throws EnvironmentError where none runs. */
export async function reachFolder(name: string): Promise<string> {
  const all = await runningGateways();
  const found = all.find(one => one.name === name);
  if (!found)
    throw nowhere(
      { en: `No gateway of the name ${name} runs.`, id: `Tidak ada gateway bernama ${name} yang berjalan.` },
      all,
    );
  return found.folder;
}

interface Running {
  readonly name: string;
  readonly pid: number;
  readonly folder: string;
}

/** Every gateway of this machine that answers us. */
export async function runningGateways(): Promise<readonly Running[]> {
  const found = await Promise.all(stateDirs().map(running));
  return found.filter(one => one !== undefined);
}

async function running(folder: string): Promise<Running | undefined> {
  try {
    const client = await connectControl(folder);
    try {
      const { name, pid }: StatusReply = await client.request('status');
      return { name, pid, folder };
    } finally {
      client.close();
    }
  } catch {
    return undefined;
  }
}

function nowhere(what: Said, others: readonly Running[]): EnvironmentError {
  const listed = (process: string): string =>
    others.map(({ name, pid }) => `${name} (${process} ${pid})`).join(', ');
  const next =
    others.length === 0
      ? { en: 'Start one: sudo jalur run FILE.', id: 'Jalankan: sudo jalur run FILE.' }
      : {
          en: `Running on this machine: ${listed('process')}. Ask one with --name.`,
          id: `Yang berjalan di mesin ini: ${listed('proses')}. Tanya salah satunya dengan --name.`,
        };
  return new EnvironmentError('COMMAND_FAILED', what, next);
}
