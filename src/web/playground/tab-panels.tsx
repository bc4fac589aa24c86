import { Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import style from '../parts/answer/answer.module.css';
import { firstPacket, type PacketForm } from '../parts/index.ts';
import { useWords } from '../words/language.tsx';
import { ConvertTab } from './tabs/convert-tab.tsx';
import { ExplainTab } from './tabs/explain-tab.tsx';
import { LintTab } from './tabs/lint-tab.tsx';
import { ProveTab } from './tabs/prove-tab.tsx';
import { SanitizeTab } from './tabs/sanitize-tab.tsx';
import { SpreadTab } from './tabs/spread-tab.tsx';
import type { TabProps } from './tabs/tab.ts';
import type { Asking } from './use-answer.ts';
import { playWords } from './words.ts';

/** `text` is a tab on phones alone. */
export const tabNames = ['text', 'lint', 'explain', 'prove', 'spread', 'convert', 'sanitize'] as const;
export type TabName = (typeof tabNames)[number];

/** The questions, each asked while its tab is open. */
export function TabPanels({
  isEmpty,
  lint,
  openRule,
  before,
  ...props
}: TabProps & {
  readonly isEmpty: boolean;
  readonly lint: Asking<'lint'>;
  readonly openRule: (id: string) => void;
  readonly before: ReactNode;
}) {
  const say = useWords(playWords);
  const [packet, ask] = useState<PacketForm>();
  const answer = lint.outcome && 'answer' in lint.outcome ? lint.outcome.answer : undefined;
  const [client] = answer?.clients ?? [];
  const form = packet ?? { ...firstPacket, ...(client && { in: client.interface, src: client.address }) };
  const panel = (name: TabName, content: ReactNode, isWalked = true) => (
    <Tabs.Panel value={name}>
      {isEmpty ? (
        <div className={style['note']}>
          <h3>{say.empty}</h3>
          <p>{say.emptyText}</p>
        </div>
      ) : (
        <div className={style['answer']}>
          {isWalked && before}
          {content}
        </div>
      )}
    </Tabs.Panel>
  );
  return (
    <>
      {panel('lint', <LintTab asking={lint} openRule={openRule} {...props} />)}
      {panel(
        'explain',
        <ExplainTab
          key={client ? `${client.interface} ${client.address}` : ''}
          interfaces={answer?.interfaces ?? []}
          packet={packet}
          ask={ask}
          form={form}
          {...props}
        />,
      )}
      {panel('prove', <ProveTab {...props} />)}
      {panel('spread', <SpreadTab {...props} />)}
      {panel('convert', <ConvertTab {...props} />, false)}
      {panel('sanitize', <SanitizeTab {...props} />, false)}
    </>
  );
}
