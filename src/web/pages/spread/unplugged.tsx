import { Checkbox, CheckboxGroup } from '@mantine/core';
import { useLive } from '../../live/live-context.tsx';
import { askWords } from '../../words/ask.ts';
import { useWords } from '../../words/language.tsx';
import style from './line-now.module.css';

/** Lines that the question takes for unplugged, whatever they are. */
export function Unplugged({
  down,
  change,
}: {
  readonly down: readonly string[];
  readonly change: (down: string[]) => void;
}) {
  const say = useWords(askWords);
  const wans = useLive(live => live.wans) ?? [];
  if (wans.length === 0) return null;
  return (
    <CheckboxGroup size="xs" label={say.asUnplugged} value={[...down]} onChange={change}>
      <div className={style['lines']}>
        {wans.map(({ name, label }) => (
          <Checkbox key={name} size="xs" iconColor="var(--on-ink)" value={name} label={label} />
        ))}
      </div>
    </CheckboxGroup>
  );
}
