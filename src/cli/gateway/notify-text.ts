import type { TestResult } from '../../delivery/index.ts';
import type { NotifiedReceiver } from '../../gateway/index.ts';
import { eventKinds } from '../../notify/index.ts';
import { counted, lasting, ms } from '../../text/index.ts';
import { inAsked } from '../options/language.ts';
import { printTable } from '../output/table.ts';

const titles = ['RECEIVER', 'BY', 'TOLD', 'DELIVERED', 'FAILED', 'GIVEN UP', 'WAITING', 'AFTER'] as const;

/** Who is told, a row each; what is wrong with one, below it. */
export function receiversText(receivers: readonly NotifiedReceiver[]): string {
  if (receivers.length === 0)
    return inAsked({
      en: 'Nobody is told of anything. docs/notifications.md shows how.\n',
      id: 'Tidak ada yang diberi tahu. docs/notifications.md menunjukkan caranya.\n',
    });
  const table = printTable(
    titles.map(title => ({ title })),
    receivers.map(row),
  );
  const troubles = receivers.flatMap(({ receiver, figures }) =>
    figures?.trouble === undefined ? [] : [`  ${receiver}: ${figures.trouble}\n`],
  );
  return `${table}${troubles.join('')}`;
}

function row({ receiver, channel, events, waitMs, figures }: NotifiedReceiver): readonly string[] {
  const count = (value: number | undefined): string => (value === undefined ? '-' : String(value));
  const told = events.length === eventKinds.length ? 'all' : events.join(', ');
  const { delivered, failed, lost, waiting } = figures ?? {};
  return [
    receiver,
    channel,
    told,
    count(delivered),
    count(failed),
    count(lost),
    count(waiting),
    lasting(waitMs),
  ];
}

/** What came of test messages. */
export function testsText(results: readonly TestResult[]): string {
  const failed = results.filter(({ result }) => result === 'failed').length;
  const head =
    failed === 0
      ? `${counted(results.length, 'test message')} delivered.`
      : `${failed} of ${counted(results.length, 'test message')} not delivered.`;
  const rows = results.map(({ receiver, channel, result, said, tookMs }) => {
    const what = result === 'delivered' ? 'delivered' : 'NOT delivered';
    return `  ${receiver} (${channel})  ${what} after ${ms(tookMs)}: ${said}\n`;
  });
  return `${head}\n${rows.join('')}`;
}
