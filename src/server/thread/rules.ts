import type { z } from '@hono/zod-openapi';
import { readTexts } from '../../reading/index.ts';
import { contentsOf, quote, withoutSecrets } from '../../rsc/index.ts';
import type { Plain } from '../plain.ts';
import type { FirewallRule, FirewallTable } from '../schema/index.ts';
import { hideIntentSecrets, hideSecrets } from './hide.ts';
import type { NamedText, TaskOf } from './task.ts';

export type RuleRow = Plain<z.infer<typeof FirewallRule>>;
export type RuleTables = Readonly<Record<z.infer<typeof FirewallTable>, readonly RuleRow[]>>;

const paths = {
  filter: '/ip firewall filter',
  nat: '/ip firewall nat',
  mangle: '/ip firewall mangle',
  raw: '/ip firewall raw',
} as const;

/** The rules of each table in their order, by the names and in the words of RouterOS. */
export function rules({ texts }: TaskOf<'rules'>): RuleTables {
  const { router } = readTexts(texts);
  const contents = contentsOf(router);
  const of = (path: string): readonly RuleRow[] =>
    (contents.find(one => one.path === path)?.rows ?? []).map(({ properties, origin }, number) => {
      const all = Object.fromEntries(properties);
      const { chain = '', action = 'accept', comment = '', disabled, ...rest } = all;
      const text = Object.entries(rest).map(([name, value]) => `${name}=${quote(value)}`);
      return {
        ...{
          number,
          chain,
          action,
          comment,
          disabled: disabled === 'yes',
          flags: disabled === 'yes' ? 'X' : '',
        },
        properties: all,
        text: withoutSecrets([`chain=${chain}`, `action=${action}`, ...text].join(' ')),
        ...(origin && { place: { file: origin.span.file, line: origin.span.start.line } }),
      };
    });
  return { filter: of(paths.filter), nat: of(paths.nat), mangle: of(paths.mangle), raw: of(paths.raw) };
}

const isIntent = (file: string): boolean => /\.ya?ml$/i.test(file);

/** The texts for those who may not have their passwords. */
export const hide = ({ texts }: TaskOf<'hide'>): readonly NamedText[] =>
  texts.map(({ file, text }) => ({
    file,
    text: isIntent(file) ? hideIntentSecrets(text) : hideSecrets(text),
  }));
