import { useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import type { Lease } from '../../client/types.ts';
import { lasting } from '../../say/times.ts';
import { Choice } from '../../table/choice.tsx';
import type { RowKind } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { explainLink } from '../../table/explain-link.ts';
import { Failed, Loading, Notice } from '../../ui/notice.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import { pageWords } from '../../words/pages.ts';
import { placeWords } from '../../words/places.ts';
import type { Language } from '../../words/said.ts';

const leftOf = ({ expiresAt }: Lease): number | undefined =>
  expiresAt === undefined ? undefined : Date.parse(expiresAt) - Date.now();

const kindIn = (language: Language): RowKind<Lease> => ({
  keyOf: lease => [lease.kind, lease.interface, lease.address, lease.mac].join(' '),
  tone: lease => (lease.status === 'refused' ? 'invalid' : lease.status === 'bound' ? 'plain' : 'inactive'),
  source: lease => lease.place,
  explain: lease => (lease.kind === 'lan' && lease.address ? explainLink({ src: lease.address }) : undefined),
  columns: [
    { id: 'interface', header: 'Interface', value: lease => lease.label, width: 148 },
    { id: 'status', header: 'Status', value: lease => lease.status, width: 92 },
    { id: 'address', header: 'Address', value: lease => lease.address, width: 148 },
    { id: 'mac', header: 'MAC Address', value: lease => lease.mac, width: 148 },
    { id: 'host', header: 'Host Name', value: lease => lease.host, width: 148 },
    { id: 'gateway', header: 'Gateway', value: lease => lease.gateway, width: 124 },
    { id: 'server', header: 'Server', value: lease => lease.server, width: 124 },
    { id: 'dns', header: 'DNS', value: lease => lease.dns.join(', '), width: 164 },
    {
      ...{ id: 'expires', header: 'Expires After', width: 108, end: true },
      value: leftOf,
      show: lease => lasting(leftOf(lease), language),
    },
    { id: 'why', header: 'Why', value: lease => lease.refused?.join('; '), width: 280 },
  ],
});

export default function LeasesPage() {
  const { language } = useLanguage();
  const kind = useMemo(() => kindIn(language), [language]);
  const places = useWords(placeWords);
  const say = useWords(pageWords);
  const [whose, setWhose] = useState('');
  const { data, error, refetch } = useRead(
    ['leases'],
    () => api.GET('/leases', { params: { query: { limit: 1000 } } }),
    5000,
  );
  if (!data) return error ? <Failed error={error} again={refetch} page={places.leases} /> : <Loading />;
  const options = [
    { value: 'wan', label: say.wanLeases },
    { value: 'lan', label: say.lanLeases },
  ];
  return (
    <DataTable
      id="leases"
      label={places.leases}
      kind={kind}
      rows={whose === '' ? data.items : data.items.filter(lease => lease.kind === whose)}
      at={data.at}
      choice={<Choice label="DHCP" options={options} value={whose} onChange={setWhose} />}
      empty={<Notice title={say.noLeases}>{say.noLeasesText}</Notice>}
    />
  );
}
