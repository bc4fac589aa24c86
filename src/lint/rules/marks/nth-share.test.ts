import { expect, it } from 'vitest';
import { lintText, placesOf, routes, twoLines } from '../../testing.ts';

const rule = (nth: string, mark: string, more = 'connection-mark=no-mark connection-state=new '): string =>
  `add chain=prerouting in-interface=bridge ${more}${nth} action=mark-connection new-connection-mark=${mark}\n`;

const withRules = (...rules: readonly string[]): string =>
  `${twoLines}${routes}/ip firewall mangle\n${rules.join('')}`;

it.each([
  ['each counts the rest', withRules(rule('nth=2,1', 'c1'), rule('nth=2,2', 'c2')), ['15:1']],
  ['counted down', withRules(rule('nth=2,1', 'c1'), rule('nth=1,1', 'c2')), []],
  [
    'the last takes what is left',
    withRules(rule('nth=3,1', 'c1'), rule('nth=3,2', 'c2'), rule('', 'c3')),
    [],
  ],
  [
    'each sees all packets',
    withRules(rule('nth=2,1', 'c1', 'connection-state=new '), rule('nth=2,2', 'c2', 'connection-state=new ')),
    [],
  ],
])('%s → the last that counts', (_, text, places) =>
  expect(placesOf('marks/nth-share', text)).toEqual(places),
);

it('three of three → 30 % are left', () => {
  const text = withRules(rule('nth=3,1', 'c1'), rule('nth=3,2', 'c2'), rule('nth=3,3', 'c3'));
  const [found] = lintText(text, ['marks/nth-share']);
  expect(found?.what).toContain('29.6 %');
  expect(found?.do).toContain('nth=3,1, nth=2,1, nth=1,1');
});

it.each([
  [
    'marks whose routing marks end the chain',
    `/ip firewall mangle
add chain=prerouting in-interface=lan connection-state=new nth=2,1 action=mark-connection new-connection-mark=a
add chain=prerouting in-interface=lan connection-mark=a action=mark-routing new-routing-mark=a passthrough=no
add chain=prerouting in-interface=lan connection-state=new nth=2,2 action=mark-connection new-connection-mark=b
add chain=prerouting in-interface=lan connection-mark=b action=mark-routing new-routing-mark=b passthrough=no
`,
    ['4:1'],
  ],
  [
    'marks that go on',
    `/ip firewall mangle
add chain=prerouting in-interface=lan connection-state=new nth=2,1 action=mark-connection new-connection-mark=a
add chain=prerouting in-interface=lan connection-mark=a action=mark-routing new-routing-mark=a passthrough=yes
add chain=prerouting in-interface=lan connection-state=new nth=2,2 action=mark-connection new-connection-mark=b
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('marks/nth-share', text)).toEqual(places));
