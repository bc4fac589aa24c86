import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noOrigin } from '../../model/index.ts';
import { type Namespace, privateNamespace, run } from '../../sys/index.ts';
import { applyProgram, type Host, type KernelProgram, openCommandPort, openHost, undo } from '../index.ts';

const origin = noOrigin;
const program: KernelProgram = {
  ...{ sysctls: [], devices: [], up: [], addresses: [], routes: [], tc: [] },
  rules: [
    {
      ...({ family: 'ipv4', priority: 0, origin } as const),
      fwmark: { value: 0x100, mask: 0x100 },
      action: { kind: 'goto', target: 27_001 },
    },
    {
      ...({ family: 'ipv4', priority: 27_001, origin } as const),
      fwmark: { value: 1, mask: 0xff },
      action: { kind: 'lookup', table: 27_001 },
    },
  ],
  nft: { family: 'inet', table: 'jalur', text: 'table inet jalur {\nchain c {\n  accept\n}\n}\n' },
};

let ns: Namespace;
let host: Host;
let stateDir: string;

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'jalur-ahead-'));
  ns = privateNamespace('kernel-ahead');
  run(['ip', 'link', 'set', 'lo', 'up'], { ns });
  host = openHost({ ns, stateDir });
});

afterEach(() => {
  host.close();
  host.port.close();
  ns.close();
  rmSync(stateDir, { recursive: true, force: true });
});

const listed = (): readonly string[] =>
  run(['ip', 'rule', 'show'], { ns })
    .stdout.trim()
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').replace(/ proto \S+$/, ''));
const dumped = (): string => run(['ip', '-d', '-j', 'rule', 'show'], { ns }).stdout;

const local = '0: from all lookup local';
const ahead = '0: from all fwmark 0x100/0x100 goto 27001';
const mark = '27001: from all fwmark 0x1/0xff lookup 27001';
const last = ['32766: from all lookup main', '32767: from all lookup default'];

it('the rule is ahead of local; a second time changes nothing, and undo leaves the rules as they were', () => {
  const before = dumped();
  expect(applyProgram(host, program).problems).toEqual([]);
  expect(listed()).toEqual([ahead, local, mark, ...last]);
  expect(applyProgram(host, program).changes).toEqual([]);
  undo(host);
  expect(dumped()).toBe(before);
});

it('others have a rule on the way → it is taken away, and comes back when theirs goes', () => {
  applyProgram(host, program);
  run(['ip', 'rule', 'add', 'pref', '5210', 'lookup', '52'], { ns });
  expect(applyProgram(host, program).changes).toEqual(['delete rule 0: fwmark 0x100/0x100 goto 27001']);
  expect(listed()).toEqual([local, '5210: from all lookup 52', mark, ...last]);
  run(['ip', 'rule', 'delete', 'pref', '5210'], { ns });
  applyProgram(host, program);
  expect(listed()).toEqual([ahead, local, mark, ...last]);
});

it('ended between the two steps, so local is there twice → once, behind it', () => {
  applyProgram(host, program);
  run(['ip', 'rule', 'add', 'pref', '0', 'lookup', 'local'], { ns });
  expect(listed().filter(line => line === local)).toHaveLength(2);
  applyProgram(host, program);
  expect(listed()).toEqual([ahead, local, mark, ...last]);
});

it('a backend that cannot order rules → it is left out', () => {
  host.close();
  host.port.close();
  host = openHost({ ns, stateDir, port: openCommandPort(ns) });
  expect(applyProgram(host, program).problems).toEqual([]);
  expect(listed()).toEqual([local, mark, ...last]);
});
