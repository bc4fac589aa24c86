import type { Command } from 'commander';
import { endStaleServices, staleServices } from '../../dhcp/index.ts';
import { defaultStateDir, removeStateDir } from '../../gateway/index.ts';
import { type AppliedState, type Host, openHost, undo } from '../../kernel/index.ts';
import { gatewayLock } from '../../linux/index.ts';
import { lockNamespace, namespaceIdentity, requireCapabilities } from '../../sys/index.ts';
import { counted, type InEveryLanguage, type Said } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { type LanguageOption, withLanguage } from '../options/language.ts';
import { jsonText } from '../output/json.ts';
import { stateText } from '../world/options.ts';

interface Options extends JsonOption, LanguageOption {
  readonly state?: string;
  readonly dryRun?: boolean;
}

const examples = `
Examples:
  sudo jalur undo
  sudo ip netns exec office jalur undo            in another network namespace`;

/** `jalur undo`: this network namespace as it was before us. */
export function register(command: Command): void {
  withLanguage(withJson(command))
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
    const ended = services.map(({ name, pid }) => words[options.lang].end(name, pid));
    const found = { changes: [...ended, ...changes], problems };
    if (ignored) process.stderr.write(`jalur: ${ignoredTexts[ignored](stateDir)[options.lang]}\n`);
    process.stdout.write(options.json ? jsonText({ ...found, ignored }) : describe(found, options));
    return problems.length === 0 ? exitCode.ok : exitCode.noAnswer;
  } finally {
    host.close();
    lock.release();
  }
}

type Ignored = NonNullable<Host['ledger']['ignored']>;

/** Why what is written down in a folder is not obeyed. */
const ignoredTexts: Readonly<Record<Ignored, (folder: string) => Said>> = {
  'other-namespace': folder => ({
    en: `what ${folder} says is about another network namespace; it is not obeyed.`,
    id: `isi ${folder} tentang network namespace lain; tidak diikuti.`,
  }),
  'other-boot': folder => ({
    en: `what ${folder} says is from before the last boot; nothing of it is left to undo.`,
    id: `isi ${folder} berasal dari sebelum boot terakhir; tidak ada yang tersisa untuk dibatalkan.`,
  }),
  'not-ours': folder => ({
    en: `kernel.json in ${folder} could be written by others than root; it is not obeyed.`,
    id: `kernel.json di ${folder} dapat ditulis selain oleh root; tidak diikuti.`,
  }),
};

const en = {
  nothing: (dry: boolean) =>
    `jalur has nothing in this network namespace; ${dry ? 'nothing would be changed' : 'nothing was changed'}.`,
  some: (count: number, dry: boolean) =>
    `${dry ? 'Would remove or restore' : 'Removed or restored'} ${counted(count, 'thing')}:`,
  problems: 'These could not be removed:',
  end: (name: string, pid: number) => `end ${name} (process ${pid})`,
};

const id: typeof en = {
  nothing: dry =>
    `Tidak ada milik jalur di network namespace ini; ${dry ? 'tidak ada yang akan diubah' : 'tidak ada yang diubah'}.`,
  some: (count, dry) => `${count} hal ${dry ? 'akan dihapus atau dipulihkan' : 'dihapus atau dipulihkan'}:`,
  problems: 'Yang ini tidak dapat dihapus:',
  end: (name, pid) => `akhiri ${name} (proses ${pid})`,
};

const words: InEveryLanguage<typeof en> = { en, id };

function describe(
  { changes, problems }: Pick<AppliedState, 'changes' | 'problems'>,
  { dryRun = false, lang }: Options,
): string {
  const say = words[lang];
  const list = (lines: readonly string[]): string => lines.map(line => `  ${line}\n`).join('');
  const head =
    changes.length === 0
      ? `${say.nothing(dryRun)}\n`
      : `${say.some(changes.length, dryRun)}\n${list(changes)}`;
  return problems.length === 0 ? head : `${head}${say.problems}\n${list(problems.map(({ what }) => what))}`;
}
