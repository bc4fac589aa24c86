import { expect, it } from 'vitest';
import { topologyOf } from './topology-layout.ts';

const names = { lan: 'LAN', gateway: 'office', internet: 'Internet' };
const wans = ['ether1', 'ether2', 'ether3', 'ether4'].map(name => ({
  name,
  label: name,
  state: name === 'ether2' ? ('down' as const) : ('up' as const),
}));

it.each([320, 480, 700, 1200])('%d px wide: nodes are inside and none lies on another', width => {
  const { spots, height } = topologyOf(names, wans, width);
  const outside = spots.filter(
    ({ x, y, width: own }) => x - own / 2 < 0 || x + own / 2 > width || y - 26 < 0 || y + 26 > height,
  );
  expect(outside).toEqual([]);
  const clash = spots.flatMap((a, index) =>
    spots
      .slice(index + 1)
      .filter(b => Math.abs(a.x - b.x) < Math.min(a.width, b.width) && Math.abs(a.y - b.y) < 52),
  );
  expect(clash).toEqual([]);
});

it('each WAN has a link from the gateway and one to the Internet, both with its state and rates', () => {
  const { cables } = topologyOf(names, wans, 1200);
  expect(cables.filter(({ id }) => id.startsWith('in-')).map(({ wan }) => wan)).toEqual(
    wans.map(w => w.name),
  );
  expect(cables.filter(({ state }) => state === 'down').map(({ id }) => id)).toEqual([
    'in-ether2',
    'out-ether2',
  ]);
});

it('every WAN down → the Internet is down', () => {
  const down = wans.map(wan => ({ ...wan, state: 'down' as const }));
  expect(topologyOf(names, down, 1200).spots.at(-1)?.state).toBe('down');
});
