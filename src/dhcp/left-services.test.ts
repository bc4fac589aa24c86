import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRunning, processOf, sleep } from '../sys/index.ts';
import { type Service, type ServiceSpec, serviceRecords, startService } from './index.ts';

const home = { cookie: '7', boot: 'this' };
let dir: string;
const started: Service[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'left-'));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map(service => service.stop()));
  await serviceRecords(dir, home).endOthers([]);
  rmSync(dir, { recursive: true });
});

const spec = (seconds = 60): ServiceSpec => ({ name: 'sleeper', argv: ['sleep', `${seconds}`] });

/** Starts it as a gateway does that begins now. */
function start(one: ServiceSpec, hooks: Parameters<typeof startService>[1] = {}): Service {
  const service = startService(one, { records: serviceRecords(dir, home), ...hooks });
  started.push(service);
  return service;
}

/** Waits until what was started is the program itself, not what starts it. */
async function runs(service: Service): Promise<number> {
  const pid = service.pid ?? 0;
  while (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('sleep')) await sleep(5);
  return pid;
}

/** As after a kill -9: nobody hears of it any more, and it runs on. */
async function left(one: ServiceSpec = spec()): Promise<number> {
  const service = start(one);
  const pid = await runs(service);
  await service.leave();
  started.splice(0);
  return pid;
}

describe('a service that an earlier gateway left', () => {
  it('is wanted as it runs → the same process, and its end is noticed', async () => {
    const pid = await left();
    const died = new Promise<string>(resolve => {
      expect(start(spec(), { onExit: (_, said) => resolve(said) }).pid).toBe(pid);
    });
    process.kill(pid, 'SIGKILL');
    expect(await died).toContain('no child of this gateway');
  });

  it('is started with other words besides → the same process', async () => {
    const pid = await left({ ...spec(), more: ['1'] });
    expect(start({ ...spec(), more: ['2'] }).pid).toBe(pid);
  });

  it('is stopped → ended, and not found by the next', async () => {
    const pid = await left();
    await start(spec()).stop();
    expect(processOf(pid)).toBeUndefined();
    expect(serviceRecords(dir, home).take(spec())).toBeUndefined();
  });

  it.each([
    ['is wanted otherwise', [{ ...spec(), argv: ['sleep', '61'] }]],
    ['is not wanted', []],
  ])('%s → ended', async (_, wanted) => {
    const pid = await left();
    const records = serviceRecords(dir, home);
    await records.endOthers(wanted);
    expect(processOf(pid)).toBeUndefined();
    expect(records.take(spec())).toBeUndefined();
  });

  it.each([
    ['another boot', { cookie: '7', boot: 'last' }],
    ['another namespace', { cookie: '8', boot: 'this' }],
  ])('is of %s → left alone', async (_, other) => {
    const pid = await left();
    const records = serviceRecords(dir, other);
    expect(records.take(spec())).toBeUndefined();
    await records.endOthers([]);
    const found = processOf(pid);
    expect(found && isRunning(found)).toBe(true);
    await serviceRecords(dir, home).endOthers([]);
  });

  it('its id belongs to another process now → that is left alone', async () => {
    const pid = await left();
    const file = join(dir, 'services.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/"startedAt":"\d+"/, '"startedAt":"1"'));
    await serviceRecords(dir, home).endOthers([]);
    expect(processOf(pid)).toBeDefined();
    writeFileSync(file, text);
  });

  it('speaks by its file → what it said last is heard, and what it says from now on', async () => {
    const voice = join(dir, 'voice', 'ether1');
    const one = { ...spec(), voice };
    await left(one);
    const say = (line: string): void => {
      writeFileSync(`${voice}.new`, `${line}\n`);
      renameSync(`${voice}.new`, voice);
    };
    say('first');
    const heard: string[] = [];
    start(one, { onLine: line => heard.push(line) });
    while (heard.length < 1) await sleep(5);
    say('second');
    while (heard.at(-1) !== 'second') await sleep(5);
    expect(heard[0]).toBe('first');
  });
});

it('a service without records → ends when it is left', async () => {
  const service = startService(spec(), {});
  const found = processOf(service.pid ?? 0);
  await service.leave();
  expect(found && isRunning(found)).toBe(false);
  expect(existsSync(join(dir, 'services.json'))).toBe(false);
});
