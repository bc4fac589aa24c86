import { useWords } from '../../words/language.tsx';
import { LineLink } from '../findings/index.ts';
import type { StepView, WayView } from '../views.ts';
import { partWords } from '../words.ts';
import style from './way.module.css';

/** Gives the source of a step, as it stands in its file. */
export type QuoteOf = (place: string) => string | undefined;

interface Sources {
  readonly quote?: QuoteOf | undefined;
  readonly goTo?: ((line: number, endLine?: number) => void) | undefined;
}

/** The way of a packet as a story: each step with the line that decided it. */
export function Story({ way, ...sources }: Sources & { readonly way: WayView }) {
  const say = useWords(partWords);
  return (
    <section className={style['story']} aria-label={say.steps}>
      <h3>{say.steps}</h3>
      <ol className={style['steps']}>
        {way.steps.map((step, index) => (
          <Step key={index} step={step} {...sources} />
        ))}
      </ol>
      {way.tables.length > 0 && (
        <>
          <h3>{say.emptyTables}</h3>
          <ul className={style['tables']}>
            {way.tables.map((step, index) => (
              <Step key={index} step={step} {...sources} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Step({ step: { text, place, kind }, quote, goTo }: Sources & { readonly step: StepView }) {
  const line = place === undefined ? undefined : lineOf(place);
  const source = place === undefined ? undefined : quote?.(place);
  return (
    <li className={kind === 'passed-over' ? style['passedStep'] : undefined}>
      <span>{text}</span>
      {line !== undefined && (
        <span className={style['source']}>
          {goTo ? <LineLink line={line} goTo={goTo} /> : <span>{place}</span>}
          {source && <code>{source}</code>}
        </span>
      )}
    </li>
  );
}

/** The line of `office.rsc:12`. */
export function lineOf(place: string): number | undefined {
  const line = /:(\d+)$/.exec(place)?.[1];
  return line === undefined ? undefined : Number(line);
}
