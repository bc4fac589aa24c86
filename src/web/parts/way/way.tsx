import type { WayView } from '../views.ts';
import { Hooks } from './hooks.tsx';
import { type QuoteOf, Story } from './story.tsx';
import style from './way.module.css';

/** One way of a packet: the drawing, then the story. */
export function Way({
  way,
  quote,
  goTo,
}: {
  readonly way: WayView;
  readonly quote?: QuoteOf | undefined;
  readonly goTo?: ((line: number, endLine?: number) => void) | undefined;
}) {
  return (
    <div className={style['way']}>
      <Hooks way={way} />
      <Story way={way} quote={quote} goTo={goTo} />
    </div>
  );
}
