import { useElementSize } from '@mantine/hooks';
import { useCallback, useMemo, useRef } from 'react';
import type { Wan } from '../../client/types.ts';
import { useFlowRates } from '../../live/flow-rates.ts';
import { useLive } from '../../live/live-context.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import { stateWords } from '../../words/states.ts';
import style from './topology.module.css';
import { CableFlow, CableRate } from './topology-cable.tsx';
import { type Spot, topologyOf } from './topology-layout.ts';

/** Of a dash and its gap, in half of their length each: the picture after the last is the first. */
const steps = 16;

/** The network as a drawing; what flows is drawn by its cables, which follow the rates themselves. */
export function Topology({ wans }: { readonly wans: readonly Wan[] }) {
  const say = useWords(overviewWords);
  const states = useWords(stateWords);
  const { ref, width } = useElementSize();
  const flowing = useFlow();
  const name = useLive(live => live.status?.name) ?? say.gatewayNode;
  const { spots, cables, height } = useMemo(
    () => topologyOf({ lan: 'LAN', gateway: name, internet: say.internet }, wans, width),
    [wans, name, width, say.internet],
  );
  const text = wans.map(({ label, state }) => `${label}: ${states[state]}.`).join(' ');
  return (
    <div
      ref={ref}
      className={style['topology']}
      style={{ height }}
      role="img"
      aria-label={say.topologyText(text)}
    >
      {width > 0 && (
        <>
          <svg ref={flowing} width={width} height={height} aria-hidden="true">
            {cables.map(cable => (
              <CableFlow key={cable.id} cable={cable} />
            ))}
          </svg>
          {spots.map(spot => (
            <SpotBox key={spot.id} spot={spot} />
          ))}
          {cables
            .filter(({ withLabel, state }) => withLabel && state !== 'down')
            .map(cable => (
              <CableRate key={cable.id} cable={cable} />
            ))}
        </>
      )}
    </div>
  );
}

/** Moves what flows a step with each message of its rates: an animation of styles would keep the browser drawing sixty times a second. */
function useFlow() {
  const svg = useRef<SVGSVGElement>(null);
  const tick = useRef(0);
  const move = useCallback(() => {
    tick.current = (tick.current + 1) % steps;
    svg.current?.style.setProperty('--tick', String(tick.current));
  }, []);
  useFlowRates(move);
  return svg;
}

function SpotBox({ spot: { kind, label, state, x, y, width } }: { readonly spot: Spot }) {
  return (
    <div className={style['spot']} data-kind={kind} data-state={state} style={{ left: x, top: y, width }}>
      {kind === 'wan' && <StateMark state={state} />}
      <span title={label}>{label}</span>
    </div>
  );
}
