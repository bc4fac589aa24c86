import { expect, it } from 'vitest';
import { balance, lintText, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['passed on', `${twoLines}${routes}${balance}`, []],
  [
    'ended before the routing mark',
    `${twoLines}${routes}${balance.replace('new-connection-mark=c2\nadd chain=prerouting in-interface=bridge connection-mark=c1', 'new-connection-mark=c2 passthrough=no\nadd chain=prerouting in-interface=bridge connection-mark=c1')}`,
    ['17:1'],
  ],
  [
    'of what comes in by a line',
    `${twoLines}${routes}${balance.replace('new-connection-mark=c1\nadd chain=prerouting in-interface=ether2', 'new-connection-mark=c1 passthrough=no\nadd chain=prerouting in-interface=ether2')}`,
    [],
  ],
])('%s → the rule that ends', (_, text, places) =>
  expect(placesOf('marks/ends-early', text)).toEqual(places),
);

it('the mark leads where main leads → a remark', () => {
  const text = `${twoLines}${routes}/ip firewall mangle
add chain=prerouting in-interface=bridge connection-mark=no-mark src-address=192.168.88.10 action=mark-connection new-connection-mark=c1 passthrough=no
add chain=prerouting in-interface=bridge connection-mark=c1 action=mark-routing new-routing-mark=MARK
`;
  const severities = (mark: string) =>
    lintText(text.replace('MARK', mark), ['marks/ends-early']).map(({ severity }) => severity);
  expect(severities('one')).toEqual(['info']);
  expect(severities('two')).toEqual(['warning']);
});
