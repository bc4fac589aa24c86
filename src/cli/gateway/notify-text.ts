import type { TestResult } from '../../delivery/index.ts';
import type { NotifiedReceiver } from '../../gateway/index.ts';
import { eventKinds } from '../../notify/index.ts';
import { counted, type InEveryLanguage, lasting, ms } from '../../text/index.ts';
import { askedLanguage, inAsked } from '../options/language.ts';
import { printTable } from '../output/table.ts';

const en = {
  titles: ['RECEIVER', 'BY', 'TOLD', 'DELIVERED', 'FAILED', 'GIVEN UP', 'WAITING', 'AFTER'],
  all: 'all',
  delivered: 'delivered',
  notDelivered: 'NOT delivered',
  allThere: (count: number) => `${counted(count, 'test message')} delivered.`,
  someFailed: (failed: number, count: number) =>
    `${failed} of ${counted(count, 'test message')} not delivered.`,
  after: (what: string, took: string, said: string) => `${what} after ${took}: ${said}`,
};

const id: typeof en = {
  titles: ['PENERIMA', 'LEWAT', 'TENTANG', 'TERKIRIM', 'GAGAL', 'DILEPAS', 'MENUNGGU', 'SETELAH'],
  all: 'semua',
  delivered: 'terkirim',
  notDelivered: 'TIDAK terkirim',
  allThere: count => `${count} pesan uji terkirim.`,
  someFailed: (failed, count) => `${failed} dari ${count} pesan uji tidak terkirim.`,
  after: (what, took, said) => `${what} setelah ${took}: ${said}`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** Who is told, a row each; what is wrong with one, below it. */
export function receiversText(receivers: readonly NotifiedReceiver[]): string {
  if (receivers.length === 0)
    return inAsked({
      en: 'Nobody is told of anything. docs/notifications.md shows how.\n',
      id: 'Tidak ada yang diberi tahu. docs/notifications.md menunjukkan caranya.\n',
    });
  const table = printTable(
    words[askedLanguage()].titles.map(title => ({ title })),
    receivers.map(row),
  );
  const troubles = receivers.flatMap(({ receiver, figures }) =>
    figures?.trouble === undefined ? [] : [`  ${receiver}: ${figures.trouble}\n`],
  );
  return `${table}${troubles.join('')}`;
}

function row({ receiver, channel, events, waitMs, figures }: NotifiedReceiver): readonly string[] {
  const count = (value: number | undefined): string => (value === undefined ? '-' : String(value));
  const told = events.length === eventKinds.length ? words[askedLanguage()].all : events.join(', ');
  const { delivered, failed, lost, waiting } = figures ?? {};
  return [
    receiver,
    channel,
    told,
    count(delivered),
    count(failed),
    count(lost),
    count(waiting),
    lasting(waitMs, askedLanguage()),
  ];
}

/** What came of test messages. */
export function testsText(results: readonly TestResult[]): string {
  const say = words[askedLanguage()];
  const failed = results.filter(({ result }) => result === 'failed').length;
  const head = failed === 0 ? say.allThere(results.length) : say.someFailed(failed, results.length);
  const rows = results.map(({ receiver, channel, result, said, tookMs }) => {
    const what = result === 'delivered' ? say.delivered : say.notDelivered;
    return `  ${receiver} (${channel})  ${say.after(what, ms(tookMs), said)}\n`;
  });
  return `${head}\n${rows.join('')}`;
}
