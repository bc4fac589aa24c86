import { expect, it } from 'vitest';
import { run } from '../sys/index.ts';
import { features, missingFeatures } from './index.ts';

it('names what the kernel lacks, and every name once', () => {
  const names = features.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const missing = missingFeatures();
  expect(missingFeatures()).toEqual(missing);
  expect(missingFeatures(['vrf', 'ifb']).map(({ name }) => name)).toEqual(
    missing.map(({ name }) => name).filter(name => name === 'vrf' || name === 'ifb'),
  );
  expect(missing.filter(({ name }) => !names.includes(name))).toEqual([]);
  // What the gateway cannot do without; whoever runs this test has a kernel that it runs on.
  const needed = [
    'ifb',
    'bridge',
    'tc-htb',
    'nft-jhash-map',
    'nft-inet-nat',
    'policy-routing',
    'conntrack-netlink',
    'so-mark',
  ];
  expect(missing.filter(({ name }) => needed.includes(name))).toEqual([]);
});

it('finds the same as a hand-made probe', () => {
  const argv = ['unshare', '--net', 'ip', 'link', 'add', 'd', 'type', 'vrf', 'table', '5'];
  const there = run(argv, { allowFailure: true }).code === 0;
  expect(missingFeatures().some(({ name }) => name === 'vrf')).toBe(!there);
});
