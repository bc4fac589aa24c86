import { useLive } from '../live/live-context.tsx';
import { clock } from '../say/times.ts';
import { useWords } from '../words/language.tsx';
import { shellWords } from '../words/shell.ts';
import style from './bars.module.css';

/** Shown at once where what is shown is not now any more; gone by itself. */
export function LostBar() {
  const contact = useLive(live => live.contact);
  const say = useWords(shellWords);
  if (contact.state !== 'lost') return null;
  const since = clock(contact.since);
  return (
    <div className={style['bar']} data-kind="down" role="alert">
      <strong>{say.lostTitle}</strong>
      <span>{contact.what === 'server' ? say.lostServer(since) : say.lostDaemon(since)}</span>
    </div>
  );
}
