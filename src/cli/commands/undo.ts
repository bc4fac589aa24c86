import type { Command } from 'commander';
import { endStaleServices, staleServices } from '../../dhcp/index.ts';
import { defaultStateDir, removeStateDir } from '../../gateway/index.ts';
import { type AppliedState, type Host, openHost, undo } from '../../kernel/index.ts';
import { gatewayLock } from '../../linux/index.ts';
import { lockNamespace, namespaceIdentity, requireCapabilities } from '../../sys/index.ts';
import { counted } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { jsonText } from '../output/json.ts';
import { stateText } from '../world/options.ts';

interface Options extends JsonOption {
  readonly state?: string;
  readonly dryRun?: boolean;
}

const examples = `
Examples:
  sudo jalur undo
  sudo ip netns exec office jalur undo            in another network namespace`;

/** `jalur undo`: this network namespace as it was before us. */
export function register(command: Command): void {
  withJson(command)
    .description(
      'Removes from this network namespace everything that jalur made (nftables table, routes, rules, queues, addresses it added) and restores what it had changed. Nothing else is touched.',
    )
    .option('--state <dir>', stateText)
    .option('--dry-run', 'only say what would be removed or restored')
    .addHelpText('after', examples)
    .action(async (options: Options) => {
      process.exitCode = await takeBack(options);
    });
}

async function takeBack(options: Options): Promise<number> {
  requireCapabilities(['NET_ADMIN']);
  const stateDir = options.state ?? defaultStateDir();
  // Beside a running gateway it would only be put back at once.
  const lock = lockNamespace(gatewayLock);
  const host = openHost({ stateDir });
  try {
    const home = namespaceIdentity();
    const services = staleServices(stateDir, home);
    if (!options.dryRun) await endStaleServices(stateDir, home);
    const { changes, problems } = undo(host, { dry: options.dryRun });
    const { ignored } = host.ledger;
    if (problems.length === 0 && !options.dryRun) removeStateDir(stateDir);
    const ended = services.map(({ name, pid }) => `end ${name} (process ${pid})`);
    const found = { changes: [...ended, ...changes], problems };
    if (ignored) process.stderr.write(`jalur: ${ignoredTexts[ignored](stateDir)}\n`);
    process.stdout.write(options.json ? jsonText({ ...found, ignored }) : describe(found, options.dryRun));
    return problems.length === 0 ? exitCode.ok : exitCode.noAnswer;
  } finally {
    host.close();
    lock.release();
  }
}

type Ignored = NonNullable<Host['ledger']['ignored']>;

/** Why what is written down in a folder is not obeyed. */
const ignoredTexts: Readonly<Record<Ignored, (folder: string) => string>> = {
  'other-namespace': folder => `what ${folder} says is about another network namespace; it is not obeyed.`,
  'other-boot': folder => `what ${folder} says is from before the last boot; nothing of it is left to undo.`,
  'not-ours': folder => `kernel.json in ${folder} could be written by others than root; it is not obeyed.`,
};

function describe({ changes, problems }: Pick<AppliedState, 'changes' | 'problems'>, dry = false): string {
  const list = (lines: readonly string[]): string => lines.map(line => `  ${line}\n`).join('');
  const [nothing, some] = dry
    ? ['nothing would be changed', 'Would remove or restore']
    : ['nothing was changed', 'Removed or restored'];
  const head =
    changes.length === 0
      ? `jalur has nothing in this network namespace; ${nothing}.\n`
      : `${some} ${counted(changes.length, 'thing')}:\n${list(changes)}`;
  return problems.length === 0
    ? head
    : `${head}These could not be removed:\n${list(problems.map(({ what }) => what))}`;
}
