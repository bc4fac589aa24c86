import { expect, it } from 'vitest';
import { balance, lintText, pccRule, placesOf, routes, twoLines } from '../../testing.ts';

const id = 'pcc/remarks-connections';

it.each([
  ['no condition', '', ['2:1']],
  ['connection-mark=no-mark', 'connection-mark=no-mark ', []],
  ['connection-state=new', 'connection-state=new ', []],
  ['connection-state=established,new', 'connection-state=established,new ', ['2:1']],
])('%s → the first rule of the balance', (_, condition, places) => {
  const rules = [0, 1].map(r => pccRule(`src-address:2/${r}`, `m${r}`, condition));
  expect(placesOf(id, `/ip firewall mangle\n${rules.join('\n')}\n`)).toEqual(places);
});

it('marks of what comes in lack the same → they are named, and mended with it', () => {
  const text = `${twoLines}${routes}${balance.replaceAll('connection-mark=no-mark ', '')}`;
  const [found] = lintText(text, [id]);
  expect(found?.notes?.map(({ span }) => span?.start.line)).toEqual([17, 14, 15]);
  expect(found?.fix?.edits).toHaveLength(4);
});
