import { type Caller, isEnough } from '../access/index.ts';
import type { Parts } from '../context.ts';
import type { RuleTables, Running } from '../thread/index.ts';

/** Passwords and keys of the configuration are for those who may apply one. */
export const mayHaveSecrets = (who: Caller | undefined): boolean =>
  who !== undefined && isEnough(who.scope, 'admin');

/** What runs, for questions that bring no text of their own. */
export async function runningConfig(
  { daemon }: Pick<Parts, 'daemon'>,
  who: Caller | undefined,
): Promise<Running> {
  const [{ texts, sharing }, { world, seed }] = await Promise.all([
    daemon.ask('texts'),
    daemon.ask('status'),
  ]);
  const plain = texts.map(({ file, text }) => ({ file, text }));
  return { texts: plain, world, seed, sharing, masked: !mayHaveSecrets(who) };
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
