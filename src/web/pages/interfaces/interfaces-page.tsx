import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import type { Interface } from '../../client/types.ts';
import { bytes, count, rate } from '../../say/numbers.ts';
import type { RowKind } from '../../table/column.ts';
import { explainLink } from '../../table/explain-link.ts';
import { flagsOf } from '../../table/flags.ts';
import { TablePage } from '../../table/table-page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/language.tsx';
import { pageWords } from '../../words/pages.ts';
import { placeWords } from '../../words/places.ts';

const flagNames = { R: 'running', X: 'disabled', S: 'slave', D: 'dynamic', I: 'invalid' };

const number = (
  id: string,
  header: string,
  value: (row: Interface) => number | undefined,
  say: (value: number | undefined) => string,
  extra = false,
) => ({
  ...{ id, header, value, width: 104, end: true, extra },
  show: (row: Interface) => say(value(row)),
});

const kind: RowKind<Interface> = {
  keyOf: row => row.name,
  flags: row => flagsOf(row.flags, flagNames),
  tone: row => (row.disabled ? 'disabled' : row.present ? 'plain' : 'invalid'),
  comment: row => row.comment || undefined,
  source: row => row.place,
  explain: row => explainLink({ in: row.name }),
  columns: [
    { id: 'name', header: 'Name', value: row => row.name, width: 132 },
    { id: 'type', header: 'Type', value: row => row.type, width: 96 },
    { id: 'role', header: 'Role', value: row => row.role, width: 84 },
    { id: 'addresses', header: 'Address', value: row => row.addresses.join(', '), width: 176 },
    { id: 'mtu', header: 'Actual MTU', value: row => row.mtu, width: 92, end: true },
    number('tx', 'Tx', row => row.tx.bitsPerSecond, rate),
    number('rx', 'Rx', row => row.rx.bitsPerSecond, rate),
    number('txPackets', 'Tx Packet (p/s)', row => row.tx.packetsPerSecond, count),
    number('rxPackets', 'Rx Packet (p/s)', row => row.rx.packetsPerSecond, count),
    { id: 'device', header: 'Device', value: row => row.device, width: 104, extra: true },
    { id: 'mac', header: 'MAC Address', value: row => row.mac, width: 148, extra: true },
    number('txBytes', 'Tx Bytes', row => row.tx.bytes, bytes, true),
    number('rxBytes', 'Rx Bytes', row => row.rx.bytes, bytes, true),
    number('txErrors', 'Tx Errors', row => row.tx.errors, count, true),
    number('rxErrors', 'Rx Errors', row => row.rx.errors, count, true),
    number('txDrops', 'Tx Drops', row => row.tx.dropped, count, true),
    number('rxDrops', 'Rx Drops', row => row.rx.dropped, count, true),
    { id: 'bridge', header: 'Bridge', value: row => row.bridge, width: 112, extra: true },
    { id: 'because', header: 'Role Because', value: row => row.roleBecause, width: 240, extra: true },
  ],
};

export default function InterfacesPage() {
  const places = useWords(placeWords);
  const say = useWords(pageWords);
  const read = useRead(['interfaces'], () => api.GET('/interfaces', { params: { query: all } }), 1000);
  return (
    <TablePage
      id="interfaces"
      label={places.interfaces}
      kind={kind}
      read={read}
      empty={<Notice title={say.noInterfaces} />}
    />
  );
}

const all = { limit: 1000 };
