import type { Wan } from '../../client/types.ts';
import { StateWord } from '../../ui/state-mark.tsx';
import { useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import { stateWords } from '../../words/states.ts';
import { WanActions } from './wan-actions.tsx';
import style from './wan-card.module.css';
import { WanFacts } from './wan-facts.tsx';
import { WanQuality } from './wan-quality.tsx';
import { WanRates } from './wan-rates.tsx';

/** One uplink: its state and why, what it answers like, what it carries, and its share. */
export function WanCard({ wan }: { readonly wan: Wan }) {
  const states = useWords(stateWords);
  return (
    <article className={style['card']} aria-label={wan.label} data-state={wan.state}>
      <header>
        <h2>{wan.label}</h2>
        <StateWord state={wan.state}>{states[wan.state]}</StateWord>
        <WanActions wan={wan} />
      </header>
      <Where wan={wan} />
      <p className={style['why']}>{wan.state === 'up' ? '' : wan.why}</p>
      <WanQuality wan={wan} />
      <WanRates wan={wan} />
      <WanFacts wan={wan} />
    </article>
  );
}

function Where({ wan: { addresses, gateway } }: { readonly wan: Wan }) {
  const say = useWords(overviewWords);
  return (
    <p className={style['where']}>
      <span>{addresses[0] ?? say.noAddress}</span>
      {gateway !== undefined && (
        <span>
          {say.gateway} {gateway}
        </span>
      )}
    </p>
  );
}
