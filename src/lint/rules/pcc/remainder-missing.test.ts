import { expect, it } from 'vitest';
import { pccRule, placesOf } from '../../testing.ts';

const id = 'pcc/remainder-missing';
const balance = (...rules: readonly string[]) => `/ip firewall mangle\n${rules.join('\n')}\n`;

it.each([
  ['one of three lacks', [pccRule('src-address:3/0', 'a'), pccRule('src-address:3/1', 'b')], ['3:1']],
  ['one is given twice, one lacks', [0, 1, 1].map((r, i) => pccRule(`src-address:3/${r}`, `m${i}`)), ['4:1']],
  ['each is there', [pccRule('src-address:2/0', 'a'), pccRule('src-address:2/1', 'b')], []],
  [
    'the rule for the last is disabled',
    [pccRule('src-address:2/0', 'a'), `${pccRule('src-address:2/1', 'b')} disabled=yes`],
    ['2:1'],
  ],
])('%s → its place', (_, rules, places) => expect(placesOf(id, balance(...rules))).toEqual(places));

it.each([
  [
    'rules without routes',
    `/ip firewall mangle
add chain=prerouting in-interface=lan connection-mark=no-mark per-connection-classifier=both-addresses:3/0 action=mark-connection new-connection-mark=a
add chain=prerouting in-interface=lan connection-mark=no-mark per-connection-classifier=both-addresses:3/1 action=mark-connection new-connection-mark=b
add chain=prerouting in-interface=lan connection-mark=a action=mark-routing new-routing-mark=to-a
add chain=prerouting in-interface=lan connection-mark=b action=mark-routing new-routing-mark=to-b
`,
    ['3:1'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('pcc/remainder-missing', text)).toEqual(places));
