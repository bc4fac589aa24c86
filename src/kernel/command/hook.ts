import { openHooks, type ProgramHook } from '../../linux/index.ts';
import type { ChainPlace } from '../netlink/index.ts';
import type { Shell } from './shell.ts';

export const hasChain = (shell: Shell, { table, chain }: ChainPlace): boolean =>
  shell.ask(['nft', '-t', 'list', 'chain', 'inet', table, chain]).code === 0;

export function setHooks(shell: Shell, table: string, wanted: readonly ProgramHook[]): number {
  const changed = wanted.filter(({ name, isOpen }) => hasChain(shell, { table, chain: name }) !== isOpen);
  const closed = changed.filter(({ isOpen }) => !isOpen);
  const script = [
    ...closed.flatMap(({ name }) => [
      `flush chain inet ${table} ${name}`,
      `delete chain inet ${table} ${name}`,
    ]),
    openHooks({ family: 'inet', table, text: '', hooks: changed }),
  ].join('\n');
  if (changed.length > 0) shell.say(['nft', '-f', '-'], script);
  return changed.length;
}
