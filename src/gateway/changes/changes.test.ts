import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../sys/index.ts';
import { textsReply } from '../answers/texts.ts';
import { type Applied, type GatewayEvent, initialState } from '../core/index.ts';
import { eventHub } from '../event-hub.ts';
import { firstConfig } from '../first-config.ts';
import { openKept } from '../kept.ts';
import { startLoop } from '../loop/index.ts';
import type { GatewayOptions } from '../options.ts';
import type { Parts } from '../parts.ts';
import { readRunConfig } from '../read-run-config.ts';
import { type FailingPort, failingPort, idlePort } from '../testing/failing-port.ts';
import { links, twoWans } from '../testing/run-config.ts';
import { apply, confirm, hashOf, reload, rollback } from './index.ts';

// Configurations come and go at a machine on which everything succeeds.

let dir: string;
let file: string;
let parts: Parts;
let events: GatewayEvent[];
let port: FailingPort;
/** What the kernel answers. */
let now: Applied;
/** By so much its clock is ahead. */
let aheadMs: number;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'change-'));
  file = join(dir, 'office.rsc');
  writeFileSync(file, twoWans);
  const hub = eventHub();
  events = [];
  hub.subscribe(({ event }) => events.push(event));
  now = { changes: [], problems: [] };
  aheadMs = 0;
  const idle = idlePort(
    () => links(),
    () => now,
  );
  const kept = openKept({ stateDir: dir, durableDir: dir, home: { boot: 'b', cookie: '1' } as never });
  const { settleTrial } = kept;
  port = failingPort({ ...idle, settleTrial, nowMs: () => idle.nowMs() + aheadMs });
  const loop = startLoop({ state: initialState(readRunConfig(file, {}), 1), port, emit: hub.emit });
  const born = { name: 'test', startedAt: '', bornMs: 0 };
  parts = {
    loop,
    port,
    hub,
    kept,
    born,
    leave: false,
    keepsPast: true,
    past: undefined,
    reading: {},
    control: {} as never,
  };
  loop.post({ kind: 'start', atMs: 0 });
  await loop.settled();
});

afterEach(async () => {
  await parts.loop.stop();
  rmSync(dir, { recursive: true });
});

const other = twoWans.replace('distance=2', 'distance=3');
const asked = (text: string) => ({ files: [file], texts: [{ file, text }], by: 'web: ani' });
const refusedAs = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) });
const told = () =>
  events.flatMap(one => (one.type === 'config' ? [`${one.how} ${one.result} ${one.by}`] : []));
const inForce = () => textsReply(parts).texts[0]?.text;

describe('texts', () => {
  it('of what is in force → as they were read, with what names them', () => {
    expect(textsReply(parts)).toEqual({
      ...{ hash: hashOf(parts), file, dialect: 'v7', source: [file], trial: undefined },
      texts: [{ file, text: twoWans }],
    });
  });

  it('on trial → until when, and what was before', async () => {
    const before = hashOf(parts);
    const { until } = await apply(parts, { ...asked(other), confirmMs: 60_000 });
    const { trial, hash } = textsReply(parts);
    expect(hash).not.toBe(before);
    expect(trial).toMatchObject({ inForce: true, previous: before });
    expect(Math.abs(Date.parse(trial?.until ?? '') - Date.parse(until ?? ''))).toBeLessThan(5000);
  });
});

describe('apply', () => {
  it('another one came meanwhile → refused, nothing changes; the one that is meant → taken', async () => {
    const ifHash = hashOf(parts);
    await apply(parts, { ...asked(other), ifHash });
    await expect(apply(parts, { ...asked(twoWans), ifHash })).rejects.toEqual(
      refusedAs('control/changed-meanwhile'),
    );
    expect(inForce()).toBe(other);
    expect(told()).toEqual(['apply in-force web: ani']);
  });

  it('to be saved → its file has it; a file of nobody → not written, and said', async () => {
    expect(await apply(parts, { ...asked(other), save: true })).toMatchObject({ saved: { files: [file] } });
    expect(readFileSync(file, 'utf8')).toBe(other);
    const stranger = join(dir, 'passwd');
    const reply = await apply(parts, {
      ...{ files: [stranger], texts: [{ file: stranger, text: twoWans }], save: true },
    });
    expect(reply.saved).toMatchObject({ files: [], problem: { what: expect.stringContaining(stranger) } });
    expect(() => readFileSync(stranger)).toThrow('ENOENT');
  });

  it('to be saved, and somebody has changed a file meanwhile → nothing is written, and said', async () => {
    const edited = twoWans.replace('distance=1', 'distance=4');
    writeFileSync(file, edited);
    expect(await apply(parts, { ...asked(other), save: true })).toMatchObject({
      accepted: true,
      saved: { files: [], problem: { what: expect.stringContaining('somebody has changed it') } },
    });
    expect(readFileSync(file, 'utf8')).toBe(edited);
    rmSync(file);
    expect((await apply(parts, { ...asked(twoWans), save: true })).saved).toMatchObject({
      problem: { what: expect.stringContaining('it cannot be read') },
    });
    expect(existsSync(file)).toBe(false);
  });

  it('on trial, to be saved → written when it is confirmed, by a browser that came in since', async () => {
    await apply(parts, { ...asked(other), save: true, confirmMs: 60_000 });
    expect(readFileSync(file, 'utf8')).toBe(twoWans);
    const old = { session: { kind: 'web', ageMs: 3_600_000 }, save: true } as const;
    // The process of the pages has had its connection from the start.
    await expect(confirm(parts, old, 0)).rejects.toEqual(refusedAs('control/old-connection'));
    await new Promise(resolve => setTimeout(resolve, 2));
    const fresh = { ...old, session: { kind: 'web', ageMs: 0 }, by: 'web: ani' } as const;
    expect(await confirm(parts, fresh, 0)).toEqual({ file, hash: hashOf(parts), saved: { files: [file] } });
    expect(readFileSync(file, 'utf8')).toBe(other);
  });
});

describe('the kernel cannot be changed at all', () => {
  const broken = () => new EnvironmentError('KERNEL_REFUSED', 'netlink: ENOBUFS', 'Wait.');
  const said = [expect.stringContaining('netlink: ENOBUFS')];

  it('apply → nobody is told that it is in force', async () => {
    port.fail('apply', broken);
    expect(await apply(parts, asked(other))).toMatchObject({ accepted: true, changes: [], refused: said });
    expect(told()).toEqual(['apply partly web: ani']);
  });

  it('taken back → the same', async () => {
    await apply(parts, { ...asked(other), confirmMs: 60_000 });
    port.fail('apply', broken);
    expect(await rollback(parts, { by: 'web: ani' })).toMatchObject({ refused: said });
    expect(told()).toEqual(['apply on-trial web: ani', 'rolled-back partly web: ani']);
  });
});

describe('confirm', () => {
  const session = { kind: 'local' } as const;
  const later = Number.POSITIVE_INFINITY;

  it('its time is over, and the core is about to hear of it → refused, taken back, and kept as not confirmed', async () => {
    await apply(parts, { ...asked(other), save: true, confirmMs: 60_000 });
    aheadMs = 60_001;
    const overMs = port.nowMs();
    // In one turn of Node's event loop the timer comes, then the request, then the core goes through what waits.
    parts.loop.post({ kind: 'timer', name: 'trial', atMs: overMs });
    await expect(confirm(parts, { session, save: true }, later)).rejects.toEqual(
      refusedAs('control/nothing-to-confirm'),
    );
    await parts.loop.settled();
    expect([inForce(), readFileSync(file, 'utf8')]).toEqual([twoWans, twoWans]);
    expect(parts.kept.trial()).toBeDefined();
  });

  it('its time is not over, and its timer came early in the same moment → stays', async () => {
    await apply(parts, { ...asked(other), confirmMs: 60_000 });
    parts.loop.post({ kind: 'timer', name: 'trial', atMs: parts.port.nowMs() });
    expect(await confirm(parts, { session }, later)).toEqual({ file, hash: hashOf(parts) });
    expect([inForce(), parts.kept.trial()]).toEqual([other, undefined]);
  });

  it('nothing is forwarded, as the kernel does not hold its firewall → refused', async () => {
    now = { changes: ['filter'], problems: [{ what: 'no', do: '' }], closed: true };
    await apply(parts, { ...asked(other), confirmMs: 60_000 });
    await expect(confirm(parts, { session }, later)).rejects.toEqual(refusedAs('control/too-early'));
    now = { changes: ['filter'], problems: [] };
    parts.loop.post({ kind: 'timer', name: 'retry', atMs: parts.port.nowMs() });
    await parts.loop.settled();
    expect(await confirm(parts, { session }, later)).toEqual({ file, hash: hashOf(parts) });
  });

  it('of another one than is on trial by now → refused with what is, by an old connection, too', async () => {
    const { hash } = await apply(parts, { ...asked(other), confirmMs: 60_000 });
    await rollback(parts, { ifHash: hash });
    const { hash: now } = await apply(parts, { ...asked(`${other}\n`), confirmMs: 60_000 });
    const refused = expect.objectContaining({
      error: expect.objectContaining({
        code: 'control/changed-meanwhile',
        what: expect.stringMatching(`on trial now, until .*: ${file} \\(${now.slice(0, 12)}\\)`),
      }),
    });
    for (const connectedAtMs of [later, 0])
      await expect(confirm(parts, { session, ifHash: hash }, connectedAtMs)).rejects.toEqual(refused);
    await expect(rollback(parts, { ifHash: hash })).rejects.toEqual(refused);
    expect(textsReply(parts).trial).toMatchObject({ file, hash: now });
    expect(await confirm(parts, { session, ifHash: now.slice(0, 12) }, later)).toEqual({ file, hash: now });
  });

  it('of one that was taken back, and nothing waits → that, not what is in force', async () => {
    const { hash } = await apply(parts, { ...asked(other), confirmMs: 60_000 });
    await rollback(parts, {});
    await expect(confirm(parts, { session, ifHash: hash }, later)).rejects.toEqual(
      refusedAs('control/nothing-to-confirm'),
    );
  });
});

describe('the next start', () => {
  const third = twoWans.replace('distance=2', 'distance=4');
  const elsewhere = () => join(dir, 'elsewhere.rsc');
  const fromElsewhere = (text: string) => ({
    ...{ files: [elsewhere()], texts: [{ file: elsewhere(), text }] },
  });
  const runs = () => {
    const { config, rolledBack } = firstConfig(parts.kept, { ...({} as GatewayOptions), file });
    return [[...config.texts.values()][0], rolledBack];
  };
  /** The file is changed and tried, and nobody confirms it. */
  const tryTheFile = async (): Promise<void> => {
    writeFileSync(file, other);
    await apply(parts, { ...asked(other), confirmMs: 60_000 });
    await rollback(parts, {});
  };
  const diskFull = () => new EnvironmentError('KERNEL_REFUSED', 'ENOSPC: no space left', 'Make room.');

  it('taken back → what was before it', async () => {
    await tryTheFile();
    expect(runs()).toEqual([twoWans, file]);
  });

  it('taken back, then another one on trial from elsewhere → what was before both', async () => {
    await tryTheFile();
    await apply(parts, { ...fromElsewhere(third), confirmMs: 60_000 });
    expect(runs()).toEqual([twoWans, file]);
    await rollback(parts, {});
    expect(runs()).toEqual([twoWans, file]);
  });

  it('taken back, then another one from elsewhere that stays → that one', async () => {
    await tryTheFile();
    await apply(parts, fromElsewhere(third));
    expect(runs()).toEqual([third, file]);
    await apply(parts, { ...fromElsewhere(twoWans), confirmMs: 60_000 });
    await confirm(parts, { session: { kind: 'local' } }, Number.POSITIVE_INFINITY);
    expect(runs()).toEqual([twoWans, file]);
  });

  it('on trial, and another file is put in its place → what was on trial is not run', async () => {
    writeFileSync(file, other);
    await apply(parts, { ...asked(other), confirmMs: 60_000 });
    writeFileSync(elsewhere(), third);
    parts.loop.post({ kind: 'config', atMs: port.nowMs(), config: readRunConfig(elsewhere(), {}) });
    await parts.loop.settled();
    expect(runs()).toEqual([third, file]);
  });

  it('the disk is full as another one stays → what was before; once there is room → that one', async () => {
    await tryTheFile();
    port.fail('settleTrial', diskFull);
    await apply(parts, fromElsewhere(third));
    expect(runs()).toEqual([twoWans, file]);
    port.fail('settleTrial', undefined);
    parts.loop.post({ kind: 'timer', name: 'retry', atMs: port.nowMs() });
    await parts.loop.settled();
    expect(runs()).toEqual([third, file]);
  });

  it('the disk is full as one stays, and the next is tried before there is room → neither it nor the first', async () => {
    await tryTheFile();
    port.fail('settleTrial', diskFull);
    await apply(parts, fromElsewhere(third));
    await apply(parts, { ...fromElsewhere(twoWans), confirmMs: 60_000 });
    expect(runs()).toEqual([third, file]);
  });

  it('the disk is full as it is tried → nothing changes, and what was tried before is known still', async () => {
    await tryTheFile();
    const { kept } = parts;
    const full = {
      ...parts,
      kept: {
        ...kept,
        beginTrial: () => {
          throw diskFull();
        },
      },
    };
    const work = apply(full, { ...fromElsewhere(third), confirmMs: 60_000 });
    await expect(work).rejects.toThrow('ENOSPC');
    expect([inForce(), ...runs()]).toEqual([twoWans, twoWans, file]);
  });

  it('taken back, then applied for good, or the file says something else → the file', async () => {
    await tryTheFile();
    await apply(parts, asked(other));
    expect(runs()).toEqual([other, undefined]);
    await rollback(parts, { to: hashOf(parts), confirmMs: 60_000 });
    await rollback(parts, {});
    expect(runs()).toEqual([other, undefined]);
    writeFileSync(file, third);
    expect(runs()).toEqual([third, undefined]);
  });
});

describe('confirm of what was to be saved', () => {
  it('by somebody who does not say it again → written', async () => {
    await apply(parts, { ...asked(other), save: true, confirmMs: 60_000 });
    const reply = await confirm(parts, { session: { kind: 'local' } }, Number.POSITIVE_INFINITY);
    expect(reply).toEqual({ file, hash: hashOf(parts), saved: { files: [file] } });
    expect(readFileSync(file, 'utf8')).toBe(other);
  });
});

describe('who is told', () => {
  const notify = (url: string) => `notify:\n  noc: { type: webhook, url: 'http://${url}/' }\n`;
  const urls = () =>
    (parts.loop.state.config.notify ?? []).map(({ channel }) => channel.kind === 'webhook' && channel.url);
  const notifyFile = () => join(dir, 'notify.yaml');
  beforeEach(async () => {
    writeFileSync(notifyFile(), notify('10.0.0.1'));
    parts.loop.post({ kind: 'config', atMs: port.nowMs(), config: readRunConfig(dir, {}) });
    await parts.loop.settled();
  });

  it('texts of the same files → told as before, also after they are read again', async () => {
    expect((await apply(parts, { ...asked(other), keepNotify: true })).accepted).toBe(true);
    expect(urls()).toEqual(['http://10.0.0.1/']);
    expect((await reload(parts, { how: 'reload' })).accepted).toBe(true);
    expect(urls()).toEqual(['http://10.0.0.1/']);
  });

  it('their file is broken by now → texts are refused; what was in force comes back, and tells as before', async () => {
    const first = hashOf(parts);
    parts.kept.keepTexts(parts.loop.state.config);
    writeFileSync(notifyFile(), 'notify:\n  noc: { type: webhook }\n');
    expect((await apply(parts, asked(other))).accepted).toBe(false);
    expect([inForce(), urls()]).toEqual([twoWans, ['http://10.0.0.1/']]);
    const reply = await rollback(parts, { to: first });
    expect([reply.accepted, urls()]).toEqual([true, ['http://10.0.0.1/']]);
    expect(reply.diagnostics.map(({ severity }) => severity)).toContain('warning');
  });

  it('another file, which names nobody → taken, and said', async () => {
    const elsewhere = join(dir, 'elsewhere.rsc');
    const { accepted, diagnostics } = await apply(parts, {
      ...{ files: [elsewhere], texts: [{ file: elsewhere, text: other }] },
    });
    expect([accepted, diagnostics.map(({ id }) => id)]).toEqual([true, ['gateway/nobody-told']]);
  });
});

describe('rollback', () => {
  it('nothing is on trial → refused', async () => {
    await expect(rollback(parts, {})).rejects.toEqual(refusedAs('control/nothing-to-confirm'));
  });

  it('on trial → the one before is in force at once, and who asked for it is told', async () => {
    const before = hashOf(parts);
    await apply(parts, { ...asked(other), confirmMs: 60_000 });
    expect(await rollback(parts, { by: 'web: ani' })).toMatchObject({ accepted: true, hash: before });
    expect([inForce(), parts.loop.state.trial]).toEqual([twoWans, undefined]);
    expect(told()).toEqual(['apply on-trial web: ani', 'rolled-back in-force web: ani']);
  });

  it('to one that was in force → its texts, also on trial; never in force → refused', async () => {
    const first = hashOf(parts);
    parts.kept.keepTexts(parts.loop.state.config);
    await apply(parts, asked(other));
    expect(parts.kept.digests()).toHaveLength(2);
    expect(await rollback(parts, { to: first, confirmMs: 60_000 })).toMatchObject({
      ...{ accepted: true, hash: first, until: expect.any(String) },
    });
    expect(inForce()).toBe(twoWans);
    await rollback(parts, {});
    expect(inForce()).toBe(other);
    await expect(rollback(parts, { to: 'f'.repeat(64) })).rejects.toEqual(refusedAs('control/not-kept'));
  });
});
