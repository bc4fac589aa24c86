import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRouterOs, writeRouterOs } from '../../../../rsc/index.ts';
import { hasErrors } from '../../../../text/index.ts';
import { readTopology } from '../../../topology/read.ts';
import { methods } from './index.ts';

const example = (path: string): string =>
  readFileSync(new URL(`../../../../../examples/${path}`, import.meta.url), 'utf8');
const clients = ['192.168.0.100', '192.168.0.101', '192.168.0.102', '192.168.0.103'] as const;

function variant(name: string, folder: string, file: string): string {
  const { topology } = readTopology(example(`${folder}/topology.yaml`), 'topology.yaml');
  const method = methods.find(one => one.name === name);
  if (!topology || !method) throw new Error(`no topology or no method ${name}`);
  const { router } = readRouterOs(example(`${folder}/${file}`), { file });
  return writeRouterOs(method.apply(router, { topology, clients })).replaceAll('\\\n    ', '');
}

const files = [
  ['paper', 'paper.rsc'],
  ['paper-fixed', 'paper-fixed.rsc'],
  ['paper-fixed', 'paper-fixed-v6.rsc'],
] as const;

describe.each(methods.map(({ name }) => name))('%s', name => {
  it.each(files)('is RouterOS that reads back without errors: %s/%s', (folder, file) => {
    const text = variant(name, folder, file);
    expect(hasErrors(readRouterOs(text, { file: 'variant.rsc' }).diagnostics)).toBe(false);
    expect(text).not.toBe(example(`${folder}/${file}`));
  });
});

describe('the methods on paper-fixed', () => {
  const lines = (name: string, word: string): string[] =>
    variant(name, 'paper-fixed', 'paper-fixed.rsc')
      .split('\n')
      .filter(line => line.includes(word));

  it('differ in PCC by the classifier alone', () => {
    expect(
      lines('pcc-both-addresses-and-ports', 'per-connection-classifier=both-addresses-and-ports:3/'),
    ).toHaveLength(3);
    expect(lines('pcc-src-address', 'per-connection-classifier=src-address:3/2')).toHaveLength(1);
  });

  it('count new connections in Nth: a third, half of the rest, the rest', () => {
    expect(lines('nth', 'nth=').map(line => /nth=\S+/.exec(line)?.[0])).toEqual(['nth=3,1', 'nth=2,1']);
    expect(lines('nth', 'per-connection-classifier')).toEqual([]);
    expect(lines('nth', 'new-connection-mark=ISP2_conn')).toHaveLength(2);
  });

  it('give three of four clients to the ISP with two of three buckets', () => {
    expect(lines('address-list', 'list=via_ISP1_conn')).toHaveLength(4);
    expect(lines('address-list', 'list=via_ISP2_conn')).toHaveLength(2);
  });

  it('leave LAN traffic unmarked in ECMP, with one default route over all gateways', () => {
    expect(lines('ecmp', 'action=mark-routing').every(line => line.includes('chain=output'))).toBe(true);
    expect(lines('ecmp', 'gateway=10.10.10.1,10.10.10.1,20.20.20.1')).toHaveLength(1);
  });
});
