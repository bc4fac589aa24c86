import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PppoeLine } from '../linux/index.ts';
import { noOrigin } from '../model/index.ts';
import { sleep } from '../sys/index.ts';
import {
  endStaleServices,
  type LeaseEvent,
  type PppoeLines,
  pppoeLines,
  pppoeSpec,
  serviceRecords,
} from './index.ts';
import { putPppd } from './testing/pppd.ts';

const home = { cookie: '7', boot: 'this' };
const { PATH = '' } = process.env;
let dir: string;
let stateDir: string;
let events: LeaseEvent[];
let died: string[];
let devices: string[];
const open: PppoeLines[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pppoe-'));
  stateDir = join(dir, 'state');
  putPppd(dir);
  process.env['PATH'] = `${dir}:${PATH}`;
  [events, died, devices] = [[], [], []];
});

afterEach(async () => {
  process.env['PATH'] = PATH;
  await Promise.all(open.splice(0).map(lines => lines.set([])));
  await endStaleServices(stateDir, home);
  rmSync(dir, { recursive: true });
});

const line = (more: Partial<PppoeLine> = {}): PppoeLine => ({
  ...{ interface: 'isp1', over: 'eth1', user: 'office@isp', password: 'geheim', refused: [] },
  ...{ mtu: 1492, mru: 1492, echoSeconds: 10, asksForDns: true, origin: noOrigin },
  ...more,
});

/** As a gateway does that begins now. */
function lines(): PppoeLines {
  const hooks = {
    records: serviceRecords(stateDir, home),
    onExit: (name: string, said: string) => void died.push(`${name}: ${said}`),
  };
  const place = { stateDir, hasDevice: (name: string) => devices.includes(name) };
  const made = pppoeLines(event => void events.push(event), hooks, place);
  open.push(made);
  return made;
}

async function until(is: () => boolean): Promise<void> {
  while (!is()) await sleep(10);
}

const heard = (): string[] => events.map(event => event.kind);
const options = (): string => join(stateDir, 'ppp/isp1.options');
const dialled = (): string[] =>
  existsSync(`${options()}.dialled`) ? readFileSync(`${options()}.dialled`, 'utf8').trim().split('\n') : [];

describe('a PPPoE line', () => {
  it('is dialled → its options for root alone, what the provider gives as a lease', async () => {
    await lines().set([line()]);
    await until(() => events.length > 0);
    expect(events[0]).toMatchObject({
      ...{ kind: 'bound', interface: 'isp1' },
      lease: {
        address: { address: '10.64.0.2', length: 32 },
        ...{ gateway: '10.64.0.1', dns: ['10.64.0.53'] },
      },
    });
    expect(statSync(options()).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(stateDir, 'ppp')).sort()).toEqual([
      ...['isp1.lease', 'isp1.options', 'isp1.options.dialled'],
    ]);
    expect(dialled()).toEqual(['office@isp/geheim']);
  });

  it('the session ends and comes again → lost, bound', async () => {
    await lines().set([line()]);
    await until(() => events.length > 0);
    const [{ pid }] = JSON.parse(readFileSync(join(stateDir, 'services.json'), 'utf8')).services;
    process.kill(pid, 'SIGHUP');
    await until(() => events.length > 2);
    expect(heard()).toEqual(['bound', 'lost', 'bound']);
  });

  it('wanted as it is → goes on; with another password → dialled anew; not wanted → hung up', async () => {
    const made = lines();
    await made.set([line()]);
    await until(() => events.length > 0);
    await made.set([line()]);
    expect(dialled()).toHaveLength(1);
    await made.set([line({ password: 'other' })]);
    await until(() => events.length > 2);
    await made.set([]);
    expect(heard()).toEqual(['bound', 'lost', 'bound', 'lost']);
    expect(dialled()).toEqual(['office@isp/geheim', 'office@isp/other']);
  });

  it('a gateway leaves it, the next one wants the same → the same session, heard at once', async () => {
    const first = lines();
    await first.set([line()]);
    await until(() => events.length > 0);
    await first.leave();
    const second = lines();
    await second.set([line()]);
    await until(() => events.length > 1);
    expect([heard(), dialled().length]).toEqual([['bound', 'bound'], 1]);
    expect(died).toEqual([]);
  });

  it('the next one has another password → hung up as one does, dialled anew', async () => {
    const first = lines();
    await first.set([line()]);
    await until(() => events.length > 0);
    await first.leave();
    const records = serviceRecords(stateDir, home);
    await records.endOthers([pppoeSpec(line({ password: 'other' }), { stateDir, hasDevice: () => false })]);
    expect(readFileSync(join(stateDir, 'ppp/isp1.lease'), 'utf8')).toContain('event=deconfig');
    await lines().set([line({ password: 'other' })]);
    await until(() => events.length > 1);
    expect(dialled()).toEqual(['office@isp/geheim', 'office@isp/other']);
  });

  it('the provider refuses the password → said, and tried again', async () => {
    await lines().set([line({ password: 'wrong' })]);
    await until(() => died.length > 1);
    expect(died[0]).toBe('pppoe line isp1: PAP authentication failed');
  });

  it('there is a device of its name, which somebody else has made → not dialled until it is gone', async () => {
    devices = ['isp1'];
    await lines().set([line()]);
    await until(() => died.length > 0);
    expect(died[0]).toContain('there is a device isp1 already: somebody else dials it');
    expect(dialled()).toEqual([]);
    devices = [];
    await until(() => events.length > 0);
    expect(heard()).toEqual(['bound']);
  });

  it('undone → nothing runs, and no file with a password is left', async () => {
    const made = lines();
    await made.set([line()]);
    await until(() => events.length > 0);
    await made.leave();
    await endStaleServices(stateDir, home);
    expect(existsSync(join(stateDir, 'ppp'))).toBe(false);
  });
});
