import type { State } from './state.ts';
import style from './state-mark.module.css';

/** A shape for each state, so that colour is not needed to tell them apart. */
const shapes: Readonly<Record<State, string>> = {
  up: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1z',
  degraded: 'M6 .8 11.6 11H.4z',
  down: 'M1.5 1.5h9v9h-9z',
  unknown: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1zM6 3.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 1 1 0-5.2z',
};

/** The mark of a state, beside the words that say it. */
export function StateMark({ state }: { readonly state: State }) {
  return (
    <svg
      className={style['mark']}
      data-state={state}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
    >
      <path d={shapes[state]} fillRule="evenodd" />
    </svg>
  );
}

/** A state as a word on its colour. */
export function StateWord({ state, children }: { readonly state: State; readonly children: string }) {
  return (
    <span className={style['word']} data-state={state}>
      <StateMark state={state} />
      {children}
    </span>
  );
}
