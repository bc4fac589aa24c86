import type { Live } from '../../live/live.ts';
import { useLive } from '../../live/live-context.tsx';
import { rate } from '../../say/numbers.ts';
import { type Flow, flowOf } from './flow.ts';
import style from './topology.module.css';
import type { Cable } from './topology-layout.ts';

/** As thick as it is busy, moving while something flows, broken where it is down. */
export function CableFlow({ cable: { state, path, wan } }: { readonly cable: Cable }) {
  const { width, speed } = useFlow(wan);
  const isDown = state === 'down';
  return (
    <>
      <path className={style['cable']} data-state={state} d={path} strokeWidth={isDown ? 1.5 : width} />
      {!isDown && speed !== 'none' && <path className={style['flow']} data-speed={speed} d={path} />}
    </>
  );
}

/** What flows by it now, each way. */
export function CableRate({ cable: { x, y, wan } }: { readonly cable: Cable }) {
  const { received, sent } = useRates(wan);
  return (
    <div className={style['rate']} style={{ left: x, top: y }}>
      <span>↓ {rate(received)}</span>
      <span>↑ {rate(sent)}</span>
    </div>
  );
}

/** Drawn anew only where it looks different, however often rates come. */
function useFlow(wan: string | undefined): Flow {
  const drawn = useLive(live => {
    const { received = 0, sent = 0 } = sumOf(live.flow ?? live.rates, wan);
    const { width, speed } = flowOf(received + sent);
    return `${width} ${speed}`;
  });
  const [width, speed] = drawn.split(' ');
  return { width: Number(width), speed: speed as Flow['speed'] };
}

const useRates = (wan: string | undefined) =>
  sumOf(
    useLive(live => live.rates),
    wan,
  );

/** Of one WAN, or of all together; undefined where nobody measured. */
function sumOf(rates: Live['rates'], wan: string | undefined) {
  const lines = wan === undefined ? Object.values(rates) : rates[wan] ? [rates[wan]] : [];
  const sum = (what: 'receivedBitsPerSecond' | 'sentBitsPerSecond'): number | undefined => {
    const known = lines.flatMap(line => line[what] ?? []);
    return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0);
  };
  return { received: sum('receivedBitsPerSecond'), sent: sum('sentBitsPerSecond') };
}
