import { describe, expect, it } from 'vitest';
import { links, runConfig, twoWans } from '../../testing/run-config.ts';
import { applied, run } from '../../testing/steps.ts';
import { type CoreEvent, initialState } from '../index.ts';
import { judgeConfirm } from './judge.ts';

const turn = (atMs: number): CoreEvent[] => [
  { kind: 'observed', atMs, result: { kind: 'done', interfaces: links() } },
  { kind: 'applied', atMs: atMs + 1, sinceMs: atMs, result: applied },
];
const old = runConfig();
const fresh = { ...runConfig(twoWans.replace('distance=2', 'distance=3')), file: 'new.rsc' };
const started = run(initialState(old, 1), { kind: 'start', atMs: 0 }, ...turn(1)).state;
const tried = run(started, { kind: 'config', atMs: 1000, config: fresh, trialMs: 60_000 }, ...turn(1010));
const over: CoreEvent = { kind: 'timer', atMs: 61_000, name: 'trial' };

const codes = ({ conditions }: { readonly conditions: readonly { readonly code: string }[] }) =>
  conditions.map(({ code }) => code);
const kinds = (effects: readonly { readonly kind: string }[]) => effects.map(({ kind }) => kind);

describe('a configuration on trial', () => {
  it('is taken → in force, a timer runs, and its condition stands', () => {
    const { state, effects } = tried;
    expect(state.reached?.config).toBe(fresh);
    expect(effects).toContainEqual({ kind: 'timer', name: 'trial', afterMs: 60_000 });
    expect(state.trial).toEqual({ previous: old, untilMs: 61_000, inForceMs: 1011 });
    expect(codes(state)).toEqual(['gateway/unconfirmed']);
    expect(kinds(effects)).not.toContain('settleTrial');
  });

  it('is confirmed → stays; the timer that still comes does nothing', () => {
    const { state, effects } = run(tried.state, { kind: 'confirmed', atMs: 30_000 });
    expect(kinds(effects)).toContain('settleTrial');
    const later = run(state, over);
    expect(later.state.config).toBe(fresh);
    expect([later.effects, codes(later.state)]).toEqual([[], []]);
  });

  it('its time is over → the one before comes back; what is kept of it stays, for its file still says the same', () => {
    const { state, effects } = run(tried.state, over, ...turn(61_001));
    expect(state.reached?.config).toBe(old);
    expect(state.trial).toBeUndefined();
    expect(codes(state)).toEqual(['gateway/rolled-back']);
    expect(kinds(effects)).not.toContain('settleTrial');
  });

  it('its timer comes early → waits for the rest, then the one before comes back', () => {
    const early = run(tried.state, { kind: 'timer', atMs: 60_999.5, name: 'trial' });
    expect(early.state.trial).toEqual(tried.state.trial);
    expect(early.effects).toEqual([{ kind: 'timer', name: 'trial', afterMs: 0.5 }]);
    expect(run(early.state, over, ...turn(61_001)).state.reached?.config).toBe(old);
  });

  it('a timer of an earlier trial comes → the later one waits for its own time', () => {
    const first = run(tried.state, { kind: 'confirmed', atMs: 30_000 }).state;
    const second = run(
      first,
      { kind: 'config', atMs: 40_000, config: old, trialMs: 60_000 },
      ...turn(40_001),
    );
    expect(run(second.state, over).state.trial).toMatchObject({ previous: fresh, untilMs: 100_000 });
  });

  it('the kernel cannot be changed yet → not in force; a turn later it is', () => {
    const failed: CoreEvent = {
      ...{ kind: 'applied', atMs: 1011, sinceMs: 1010 },
      result: { kind: 'failed', error: { what: 'EPERM', do: 'Run as root.' } },
    };
    const [observed] = turn(1010);
    if (!observed) throw new Error('a turn begins with a look');
    const waiting = run(
      started,
      { kind: 'config', atMs: 1000, config: fresh, trialMs: 60_000 },
      observed,
      failed,
    );
    expect(waiting.state.trial?.inForceMs).toBeUndefined();
    const again = run(waiting.state, { kind: 'timer', atMs: 2000, name: 'retry' }, ...turn(2001));
    expect(again.state.trial?.inForceMs).toBe(2002);
  });

  it('another configuration is taken for good → nothing is taken back any more', () => {
    const { state, effects } = run(tried.state, { kind: 'config', atMs: 2000, config: old }, ...turn(2001));
    expect(kinds(effects)).toContain('settleTrial');
    expect([state.trial, codes(state)]).toEqual([undefined, []]);
    expect(run(state, over).state.config).toBe(old);
  });
});

describe('who confirms', () => {
  const trial = { previous: old, untilMs: 61_000, inForceMs: 1011 };
  const local = { kind: 'local' } as const;
  const ssh = (openedAtMs: number) => ({ kind: 'ssh', openedAtMs }) as const;

  it.each([
    ['nothing waits', undefined, 2000, local, 'nothing-to-confirm'],
    ['it is not in force yet', { ...trial, inForceMs: undefined }, 2000, local, 'not-in-force'],
    ['a new connection at the machine', trial, 1011, local, 'accepted'],
    ['a control connection from before', trial, 1010, local, 'old-connection'],
    ['a new SSH connection', trial, 2000, ssh(1500), 'accepted'],
    ['an SSH connection from before', trial, 2000, ssh(1010), 'old-session'],
    ['an SSH connection that nobody knows', trial, 2000, { kind: 'unknown' } as const, 'unknown-session'],
  ] as const)('%s → as is right', (_, given, connectedAtMs, session, judged) => {
    expect(judgeConfirm(given, { connectedAtMs, nowMs: 60_999, session })).toBe(judged);
  });
});
