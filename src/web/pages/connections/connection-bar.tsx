import { Button, TextInput } from '@mantine/core';
import type { Connection } from '../../client/types.ts';
import { Icon } from '../../icons/icon.tsx';
import { useLive } from '../../live/live-context.tsx';
import { count } from '../../say/numbers.ts';
import { clock } from '../../say/times.ts';
import { Choice } from '../../table/choice.tsx';
import { ColumnChooser } from '../../table/column-chooser.tsx';
import style from '../../table/toolbar.module.css';
import type { View } from '../../table/use-view.ts';
import { useWords } from '../../words/language.tsx';
import { pageWords } from '../../words/pages.ts';
import { placeWords } from '../../words/places.ts';
import { tableWords } from '../../words/table.ts';
import { useConnectionKind } from './connection-kind.ts';
import { type Asked, isRefreshed, type ReadConnections } from './use-connections.ts';

type Filter = Omit<Asked, 'sort'>;

export interface ConnectionBarProps {
  readonly view: View<Connection>;
  readonly asked: Filter;
  readonly onChange: (asked: Filter) => void;
  readonly read: ReadConnections;
}

/** What is asked of the server: any text, and its own filters by WAN, client, port and protocol. */
export function ConnectionBar({ view, asked, onChange, read }: ConnectionBarProps) {
  const places = useWords(placeWords);
  const kind = useConnectionKind();
  const say = useWords(pageWords);
  const tables = useWords(tableWords);
  const wans = useLive(live => live.wans) ?? [];
  const set = (key: keyof Filter) => (value: string) => onChange({ ...asked, [key]: value });
  return (
    <div className={style['bar']}>
      <h1>{places.connections}</h1>
      <Counted read={read} />
      <TextInput
        className={style['find'] ?? ''}
        aria-label={tables.find}
        placeholder={`${tables.find}  /`}
        value={asked.q}
        onChange={event => set('q')(event.currentTarget.value)}
        leftSection={<Icon name="find" size={14} />}
        data-find
      />
      <Choice
        label={say.wan}
        options={wans.map(({ name, label }) => ({ value: name, label }))}
        value={asked.wan}
        onChange={set('wan')}
      />
      <Field label={say.client} value={asked.client} onChange={set('client')} width="7rem" />
      <Field label={say.port} value={asked.port} onChange={set('port')} width="4rem" />
      <Choice
        label={say.protocol}
        options={['tcp', 'udp', 'icmp']}
        value={asked.protocol}
        onChange={set('protocol')}
      />
      <ColumnChooser view={view} kind={kind} />
    </div>
  );
}

function Field({
  label,
  value,
  onChange,
  width,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly width: string;
}) {
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={event => onChange(event.currentTarget.value.trim())}
      style={{ width }}
    />
  );
}

/** How many there are, how many the kernel tracks in all, and how old this is. */
function Counted({ read }: { readonly read: ReadConnections }) {
  const say = useWords(pageWords);
  const tables = useWords(tableWords);
  const most = useLive(live => live.most);
  const first = read.data?.pages[0];
  if (!first) return <p className={style['counted']} />;
  const { total, tracked, at } = first;
  const head = total === tracked ? '' : `${tables.items(total, total)}, `;
  const isLive = isRefreshed(read.data?.pages.length ?? 1);
  return (
    <div className={style['counted']}>
      {head}
      {say.tracked(count(tracked), most === undefined ? '' : count(most))}
      <span className={style['at']}> · {tables.readAt(clock(at))}</span>
      {!isLive && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="ink"
          title={say.paused}
          onClick={() => read.refetch()}
        >
          {say.readNow}
        </Button>
      )}
    </div>
  );
}
