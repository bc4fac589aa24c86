import { bytes, percent } from '../../say/numbers.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { useWords } from '../../words/language.tsx';
import type { KindView } from '../views.ts';
import { partWords } from '../words.ts';

/** The kinds of connections that are imagined, which shares of bytes rest on. */
export function MixTable({ mix }: { readonly mix: readonly KindView[] }) {
  const say = useWords(partWords);
  return (
    <PlainTable
      fits
      label={say.mix}
      rows={mix}
      keyOf={({ name }) => name}
      columns={[
        { header: say.kind, cell: one => one.name },
        { header: say.protocol, cell: one => one.protocol },
        { header: say.port, cell: one => one.port, end: true },
        { header: say.ofConnections, cell: one => percent(one.share), end: true },
        { header: say.each, cell: one => bytes(one.bytes), end: true },
      ]}
    />
  );
}
