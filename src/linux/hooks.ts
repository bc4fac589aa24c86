import type { ProgramHook, ProgramNft } from './program.ts';

/** The hooks that are open, as a text that is loaded after that of the table; empty where there are none. */
export function openHooks({ family, table, hooks = [] }: ProgramNft): string {
  const open = hooks.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return '';
  return [`table ${family} ${table} {`, ...open.flatMap(hookLines).map(line => `  ${line}`), '}', ''].join(
    '\n',
  );
}

const hookLines = ({ name, hook, priority, chain }: ProgramHook): readonly string[] => [
  `chain ${name} {`,
  `  type filter hook ${hook} priority ${priority}; policy accept;`,
  `  jump ${chain}`,
  '}',
];
