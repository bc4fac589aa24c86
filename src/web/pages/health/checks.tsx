import type { Schemas } from '../../api/index.ts';
import { lasting } from '../../say/times.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type PlainColumn, PlainTable } from '../../ui/plain-table.tsx';
import { StateWord } from '../../ui/state-mark.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import { pastWords } from '../../words/past.ts';
import { stateWords } from '../../words/states.ts';

type Check = Schemas['GatewayCheck'];

/** Gateways that routes check (`check-gateway`). */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const { language } = useLanguage();
  const say = useWords(pastWords);
  const columns: readonly PlainColumn<Check>[] = [
    { header: say.address, cell: check => check.address },
    { header: say.interface, cell: check => check.interface },
    { header: say.method, cell: check => check.method },
    {
      header: say.state,
      cell: ({ reachable }) => (
        <StateWord state={reachable ? 'up' : 'down'}>{reachable ? say.answers : say.silentNow}</StateWord>
      ),
    },
    { header: say.interval, cell: check => lasting(check.intervalMs, language), end: true },
    { header: say.timeout, cell: check => lasting(check.timeoutMs, language), end: true },
    { header: say.failures, cell: check => check.count, end: true },
  ];
  return (
    <Panel title={say.checks} flush>
      {checks.length === 0 ? (
        <Notice title={say.noChecks} />
      ) : (
        <PlainTable label={say.checks} columns={columns} rows={checks} keyOf={check => check.key} />
      )}
    </Panel>
  );
}

type Host = Schemas['Health']['hosts'][number];

/** Hosts that netwatch asks; nothing where there are none. */
export function Hosts({ hosts }: { readonly hosts: readonly Host[] }) {
  const say = useWords(pastWords);
  const states = useWords(stateWords);
  if (hosts.length === 0) return null;
  const columns: readonly PlainColumn<Host>[] = [
    { header: say.host, cell: ({ host }) => host },
    { header: say.state, cell: ({ status }) => <StateWord state={status}>{states[status]}</StateWord> },
  ];
  return (
    <Panel title={say.hosts} flush>
      <PlainTable label={say.hosts} columns={columns} rows={hosts} keyOf={({ host }) => host} />
    </Panel>
  );
}
