import type { Connection } from '../../client/types.ts';
import { bytes, rate } from '../../say/numbers.ts';
import { lasting } from '../../say/times.ts';
import type { Column, RowKind } from '../../table/column.ts';
import { explainLink } from '../../table/explain-link.ts';
import { flagsOf } from '../../table/flags.ts';
import { useLanguage } from '../../words/language.tsx';
import type { Language } from '../../words/said.ts';

const flagNames = {
  S: 'seen reply',
  A: 'assured',
  C: 'confirmed',
  D: 'dying',
  F: 'fasttrack',
  s: 'srcnat',
  d: 'dstnat',
};

type End = Connection['source'];

const end = ({ address, port }: End): string =>
  port === undefined ? address : address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

const measured = (
  id: string,
  header: string,
  value: (connection: Connection) => number | undefined,
  say: (value: number | undefined) => string,
  serverSort?: string,
): Column<Connection> => ({
  ...{ id, header, value, width: 104, end: true },
  ...(serverSort && { serverSort }),
  show: connection => say(value(connection)),
});

const kindIn = (language: Language): RowKind<Connection> => ({
  keyOf: connection => connection.id,
  flags: connection => flagsOf(connection.flags, flagNames),
  explain: ({ protocol, source, destination }) =>
    explainLink({
      protocol,
      src: source.address,
      dst: destination.address,
      srcPort: source.port,
      dstPort: destination.port,
    }),
  columns: [
    { id: 'protocol', header: 'Protocol', value: c => c.protocol, width: 72 },
    { id: 'source', header: 'Src. Address', value: c => end(c.source), width: 176 },
    {
      ...{ id: 'destination', header: 'Dst. Address', width: 176 },
      value: c => end(c.destination),
    },
    { id: 'wan', header: 'WAN', value: c => c.wan, width: 96 },
    { id: 'mark', header: 'Connection Mark', value: c => c.mark, width: 124 },
    { id: 'state', header: 'TCP State', value: c => c.state, width: 104 },
    measured(
      'timeout',
      'Timeout',
      c => c.timeoutMs,
      ms => lasting(ms, language),
      'timeout',
    ),
    measured('origRate', 'Orig. Rate', c => c.original.bitsPerSecond, rate, 'rate'),
    measured('replyRate', 'Repl. Rate', c => c.reply.bitsPerSecond, rate),
    measured('origBytes', 'Orig. Bytes', c => c.original.bytes, bytes, 'bytes'),
    measured('replyBytes', 'Repl. Bytes', c => c.reply.bytes, bytes),
    { id: 'replySrc', header: 'Reply Src. Address', value: c => end(c.replySource), width: 176, extra: true },
    {
      ...{ id: 'replyDst', header: 'Reply Dst. Address', width: 176, extra: true },
      value: c => end(c.replyDestination),
    },
  ],
});

const kinds = { en: kindIn('en'), id: kindIn('id') };

/** What a row of the table shows, in the language of the page. */
export const useConnectionKind = (): RowKind<Connection> => kinds[useLanguage().language];
