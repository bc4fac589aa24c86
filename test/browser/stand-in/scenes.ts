import type { Made } from './answers.ts';
import { office, type Scene } from './scene.ts';

// What a page has to show on other days than a good one.

/** A gateway that has just begun: every list is empty. */
export const bare = (): Scene => ({
  ...office(),
  wans: [],
  status: { ...office().status, lines: { up: 0, degraded: 0, down: 0, unknown: 0 }, conditions: [] },
  over: emptied,
});

const emptied = (made: Made): Made => ('answer' in made ? { answer: withoutItems(made.answer) } : made);

function withoutItems(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? 0 : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutItems(one)]));
}

/** Nothing can be asked of the gateway. */
export const refusing = (): Scene => ({
  ...office(),
  over: () => ({
    refused: 'The gateway does not answer on /run/jalur/office.sock.',
    status: 503,
    do: 'See whether it runs.',
  }),
});

const longNames: readonly (readonly [short: RegExp, long: string])[] = [
  [/ISP1/g, 'Telkom-Astinet-50M-dedicated-Jakarta-Selatan'],
  [/\bether1\b/g, 'ether1-WAN-fibre-Telkom-Astinet-50M'],
  [/bridge-lan/g, 'bridge-lan-office-floor-3-and-4-with-guests'],
  [/ISP2/g, 'Biznet cable, paid by the 5th of each month'],
  [/desk-1/g, 'DESKTOP-7F3KQ2L9-accounting-second-floor'],
  [
    /remote desktop/g,
    'remote desktop for the accountant who works at home on Tuesdays and Thursdays, ask Budi before removing this',
  ],
];

/** Names as people write them. */
export function wordy(): Scene {
  const scene = office();
  const { status, wans, rates } = scene;
  return {
    ...scene,
    ...renamed({ status, wans }),
    rates: tick => renamed(rates(tick)),
    over: made => ('answer' in made ? { answer: renamed(made.answer) } : made),
  };
}

const renamed = <T>(value: T): T =>
  JSON.parse(longNames.reduce((text, [short, long]) => text.replaceAll(short, long), JSON.stringify(value)));

/** As many WANs as a gateway may have. */
export function many(): Scene {
  const scene = office();
  const [up, degraded, down] = scene.wans;
  const wans = Array.from({ length: 64 }, (_, index) => {
    const like = index % 9 === 4 ? degraded : index % 13 === 7 ? down : up;
    const name = `ether${index + 1}`;
    return { ...(like as NonNullable<typeof like>), name, label: `ISP${index + 1} (${name})` };
  });
  const lines = { up: 0, degraded: 0, down: 0, unknown: 0 };
  for (const { state } of wans) lines[state]++;
  return {
    ...scene,
    wans,
    status: { ...scene.status, lines },
    rates: tick => {
      const rates = scene.rates(tick);
      const line = rates.lines['ether1'] ?? {};
      return {
        ...rates,
        lines: Object.fromEntries(wans.map(({ name, state }) => [name, state === 'down' ? {} : line])),
      };
    },
  };
}

/** Who is signed in may look, and no more. */
export const looking = (): Scene => ({ ...office(), scope: 'read' });
