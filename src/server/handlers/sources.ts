import type { Parts } from '../context.ts';
import type { RuleTables, Running } from '../thread/index.ts';

/** What runs, for questions that bring no text of their own. */
export async function runningConfig({ daemon }: Pick<Parts, 'daemon'>): Promise<Running> {
  const [{ texts }, { world }] = await Promise.all([daemon.ask('texts'), daemon.ask('status')]);
  return { texts: texts.map(({ file, text }) => ({ file, text })), world };
}

let known: { readonly hash: string; readonly tables: Promise<unknown> } | undefined;

/** The firewall of the configuration in force; its texts are read once. */
export async function ruleTables({
  daemon,
  thinker,
}: Pick<Parts, 'daemon' | 'thinker'>): Promise<RuleTables> {
  const { hash, texts } = await daemon.ask('texts');
  if (known?.hash !== hash) {
    const tables = thinker.ask({ kind: 'rules', texts: [...texts] });
    known = { hash, tables };
    tables.catch(() => {
      known = undefined;
    });
  }
  return (await known.tables) as RuleTables;
}
