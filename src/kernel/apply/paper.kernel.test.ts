import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileLinux } from '../../compile/index.ts';
import { paperRouter, paperWorld } from '../../compile/testing/index.ts';
import { computeRib } from '../../rib/index.ts';
import { type Namespace, privateNamespace, run } from '../../sys/index.ts';
import { applyProgram, type Host, openHost, ruleCounters, undo } from '../index.ts';

/** What the compiler makes of the paper's gateway, in a real kernel. */
describe('the compiled paper', () => {
  let ns: Namespace;
  let host: Host;
  let stateDir: string;
  const [router, world] = [paperRouter(), paperWorld()];
  const compiled = (now = world): ReturnType<typeof compileLinux>['program'] =>
    compileLinux(router, computeRib(router, now), now, { seed: 1 }).program;

  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'jalur-paper-'));
    ns = privateNamespace('kernel-paper');
    const input = Object.keys(world.interfaces).flatMap(name => [
      `link add ${name} type veth peer name far-${name}`,
      `link set far-${name} up`,
    ]);
    run(['ip', '-batch', '-'], { ns, input: ['link set lo up', ...input].join('\n') });
    host = openHost({ ns, stateDir });
  });

  afterEach(() => {
    host.close();
    ns.close();
    rmSync(stateDir, { recursive: true, force: true });
  });

  it('applies without a problem, and a second time without a change', () => {
    const first = applyProgram(host, compiled());
    expect(first.problems).toEqual([]);
    expect(first.changes.length).toBeGreaterThan(10);
    expect(applyProgram(host, compiled())).toMatchObject({ changes: [], problems: [] });
    expect(ruleCounters(ns).length).toBeGreaterThan(0);
  });

  it('loses a WAN by changing routes alone', () => {
    applyProgram(host, compiled());
    const { ether1: _, ...interfaces } = world.interfaces;
    const { ether1: __, ...leases } = world.leases;
    run(['ip', 'link', 'set', 'far-ether1', 'down'], { ns });
    const { changes, problems } = applyProgram(host, compiled({ ...world, interfaces, leases }));
    expect(problems).toEqual([]);
    expect(changes.filter(line => line.includes('nft'))).toEqual([]);
    const ways = host.port.routes().filter(row => row.protocol === 27 && row.destination === '0.0.0.0/0');
    expect(ways.map(row => row.nextHops[0]?.interface)).not.toContain('ether1');
  });

  it('is undone', () => {
    applyProgram(host, compiled());
    expect(undo(host).problems).toEqual([]);
    expect(ruleCounters(ns)).toEqual([]);
    expect(host.port.routes().filter(row => row.protocol === 27)).toEqual([]);
  });
});
