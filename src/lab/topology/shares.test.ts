import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tablesInUse } from '../../model/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { packagePath } from '../../sys/index.ts';
import { sharesOf } from './shares.ts';

const example = (file: string) => {
  const text = readFileSync(packagePath(`examples/${file}`), 'utf8');
  return readRouterOs(text, { file }).router;
};

describe('sharesOf', () => {
  it('PCC 2:1 → two thirds and a third', () => {
    const shares = sharesOf(example('paper-fixed/paper-fixed.rsc'), {}, 'ether4');
    expect(shares.get('ether1')).toBeCloseTo(0.667, 1);
    expect(shares.get('ether2')).toBeCloseTo(0.333, 1);
  });

  it('tables whose gateways no lease of the bench gives → what the text means all the same', () => {
    expect(sharesOf(example('paper/paper.rsc'), {}, 'ether4').get('ether2')).toBeCloseTo(0.333, 1);
  });

  it('a line in reserve → nothing', () => {
    const shares = sharesOf(example('recursive-netwatch/recursive-netwatch.rsc'), {}, 'ether3');
    expect(shares.get('ether1')).toBeCloseTo(1);
    expect(shares.get('ether2') ?? 0).toBe(0);
  });

  it('guests by another line than the staff → what the network of the clients is given', () => {
    const router = example('dhcp-vlan-wireguard/dhcp-vlan-wireguard.rsc');
    expect(sharesOf(router, {}, 'staff').get('ether2') ?? 0).toBe(0);
    expect(sharesOf(router, {}, 'guests').get('ether2')).toBeCloseTo(1);
  });
});

describe('tablesInUse', () => {
  it('marks → their tables, once each', () => {
    expect(tablesInUse(example('paper/paper.rsc'))).toEqual(['to_ISP1', 'to_ISP2']);
  });

  it('a rule that looks up, one that is disabled, main → the first alone', () => {
    const text = [
      '/routing table add name=a fib',
      '/routing table add name=b fib',
      '/routing rule add src-address=10.0.0.0/24 action=lookup-only-in-table table=a',
      '/routing rule add src-address=10.0.1.0/24 action=lookup table=b disabled=yes',
      '/routing rule add src-address=10.0.2.0/24 action=lookup table=main',
    ].join('\n');
    expect(tablesInUse(readRouterOs(text, { file: 't.rsc' }).router)).toEqual(['a']);
  });
});
