import { afterEach, describe, expect, it } from 'vitest';
import { EnvironmentError } from './environment-error.ts';
import { type Namespace, privateNamespace } from './namespace/namespace.ts';
import { disableOffloads } from './offload.ts';
import { run } from './run.ts';

let ns: Namespace | undefined;
afterEach(() => ns?.close());

describe('disableOffloads', () => {
  it('turns off what ethtool calls tx, tso, gso and gro', () => {
    ns = privateNamespace();
    run(['ip', 'link', 'add', 'dev', 'w1', 'type', 'veth', 'peer', 'name', 'w2'], { ns });
    const features = () => run(['ethtool', '-k', 'w1'], { ns }).stdout;
    expect(features()).toMatch(/^\ttx-tcp-segmentation: on$/m);
    disableOffloads('w1', ns);
    for (const feature of [
      'tx-checksumming',
      '\ttx-tcp-segmentation',
      'generic-segmentation-offload',
      'generic-receive-offload',
    ]) {
      expect(features()).toMatch(new RegExp(`^${feature}: off`, 'm'));
    }
  });

  it('names an interface that is not there', () => {
    ns = privateNamespace();
    expect(() => disableOffloads('none', ns)).toThrow(EnvironmentError);
  });
});
