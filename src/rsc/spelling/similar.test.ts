import { expect, it } from 'vitest';
import { didYouMean } from './similar.ts';

it.each([
  ['distnce', ['distance', 'dst-address'], 'distance'],
  ['guests', ['guest'], 'guest'],
  ['isp1_con', ['isp1_conn', 'isp2_conn'], 'isp1_conn'],
  ['Detect-PortScanners', ['Detect-Portscanners'], 'Detect-Portscanners'],
])('didYouMean: %s → the word that was meant', (word, candidates, meant) =>
  expect(didYouMean(word, candidates)).toBe(` Did you mean '${meant}'?`),
);

it.each([
  ['ether2-wan', 'ether1-wan'],
  ['to_ISP3', 'to_ISP2'],
  ['lan_fiber', 'wan_fiber'],
  ['first_srcnat', 'first_dstnat'],
  ['tcp-options', 'icmp-options'],
])('didYouMean: %s beside %s → nothing, they are two things', (word, other) =>
  expect(didYouMean(word, [other])).toBe(''),
);
