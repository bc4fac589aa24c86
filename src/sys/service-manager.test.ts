import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type ServiceManager, serviceManager } from './service-manager.ts';
import { type Notified, notified } from './testing/notified.ts';

const folder = mkdtempSync(join(tmpdir(), 'service-'));
let hears: Notified | undefined;

afterEach(() => hears?.close());
afterAll(() => rmSync(folder, { recursive: true }));

function managerOf(env: NodeJS.ProcessEnv): ServiceManager {
  const manager = serviceManager(env);
  if (!manager) throw new Error('there is one');
  return manager;
}

describe.skipIf(process.platform !== 'linux')('a service manager (not without Linux)', () => {
  it.each([
    ['a path', join(folder, 'notify')],
    ['an abstract name', `@jalur-test/${process.pid}`],
  ])('%s → hears each message whole', (_, name) => {
    hears = notified(name);
    const manager = managerOf({ NOTIFY_SOCKET: name });
    expect(manager.tell('READY=1', 'STATUS=2 of 2 lines up')).toBeUndefined();
    expect(manager.tell('STOPPING=1')).toBeUndefined();
    expect(hears.messages()).toEqual(['READY=1\nSTATUS=2 of 2 lines up', 'STOPPING=1']);
  });

  it('its socket is gone → the reason, and nothing is thrown', () => {
    const manager = managerOf({ NOTIFY_SOCKET: join(folder, 'gone') });
    expect(manager.tell('READY=1')).toBe('ENOENT');
  });

  it('it does not read → the reason, and nobody waits', () => {
    hears = notified(`@jalur-full/${process.pid}`);
    const manager = managerOf({ NOTIFY_SOCKET: `@jalur-full/${process.pid}` });
    const said = Array.from({ length: 10_000 }, () => manager.tell('WATCHDOG=1')).find(Boolean);
    expect(said).toBe('EAGAIN');
  });

  it.each([
    ['none', {}],
    ['an empty name', { NOTIFY_SOCKET: '' }],
    ['a kind of socket that is not known', { NOTIFY_SOCKET: 'vsock:2:1234' }],
    ['a path that no socket can have', { NOTIFY_SOCKET: `/${'a'.repeat(108)}` }],
  ])('%s → nobody is told', (_, env) => expect(serviceManager(env)).toBeUndefined());

  it.each([
    ['none wanted', {}, undefined],
    ['for everybody', { WATCHDOG_USEC: '30000000' }, 15_000],
    ['for this process', { WATCHDOG_USEC: '30000000', WATCHDOG_PID: `${process.pid}` }, 15_000],
    ['for another process', { WATCHDOG_USEC: '30000000', WATCHDOG_PID: '1' }, undefined],
    ['nonsense', { WATCHDOG_USEC: 'soon' }, undefined],
  ])('watchdog %s', (_, env, everyMs) =>
    expect(managerOf({ NOTIFY_SOCKET: '@a', ...env }).watchdogMs).toBe(everyMs),
  );

  it('children do not inherit what it wants', () => {
    const env = { NOTIFY_SOCKET: '@a', WATCHDOG_USEC: '1', WATCHDOG_PID: '1', HOME: '/root' };
    serviceManager(env);
    expect(env).toEqual({ HOME: '/root' });
  });
});
