import { describe, expect, it } from 'vitest';
import { links, runConfig, twoWans } from '../../testing/run-config.ts';
import { decisionsIn } from '../../testing/steps.ts';
import {
  type CoreEvent,
  type Effect,
  type GatewayEvent,
  type GatewayState,
  initialState,
  step,
} from '../index.ts';
import { mostTurns } from './index.ts';

const watching = (more: string, rest = '') =>
  runConfig(`${twoWans.replaceAll('check-gateway=ping ', '')}/ip route set [find distance=1] comment=A
/tool netwatch add host=9.9.9.9 interval=10s ${more}
${rest}`);

const switching = watching(
  'down-script="/ip route disable [find comment=A]" up-script="/ip route enable [find comment=A]"',
);

interface Told {
  readonly state: GatewayState;
  readonly effects: readonly Effect[];
}

/** Events, each with the whole turn that it may start. */
function tell(from: GatewayState, events: readonly CoreEvent[]): Told {
  let state = from;
  const effects: Effect[] = [];
  const one = (event: CoreEvent): void => {
    const next = step(state, event);
    state = next.state;
    effects.push(...next.effects);
    for (const effect of next.effects) {
      if (effect.kind === 'observe')
        one({ kind: 'observed', atMs: event.atMs, result: { kind: 'done', interfaces: links() } });
      if (effect.kind === 'apply')
        one({
          kind: 'applied',
          atMs: event.atMs,
          sinceMs: event.atMs,
          result: { kind: 'done', changes: [], problems: [] },
        });
    }
  };
  for (const event of events) one(event);
  return { state, effects };
}

const started = (config = switching): GatewayState =>
  tell(initialState(config, 1), [{ kind: 'start', atMs: 1 }]).state;

function found(state: GatewayState, status: 'up' | 'down', atMs: number): Told {
  const [check] = state.scripts.hosts;
  if (!check) throw new Error('no host is asked');
  return tell(state, [{ kind: 'host', atMs, check, status }]);
}

/** The gateway of the active default route. */
const way = ({ reached }: GatewayState): string | undefined =>
  reached?.rib.routes.find(({ destination, active }) => active && destination === '0.0.0.0/0')?.gateways[0]
    ?.text;

const [wanA, wanB] = ['10.10.10.1', '20.20.20.1'];

const events = ({ effects }: Told): GatewayEvent[] =>
  effects.flatMap(effect => (effect.kind === 'emit' ? [effect.event] : []));

const outcomes = (told: Told): string[] =>
  events(told).flatMap(event => (event.type === 'script' ? [`${event.property} ${event.outcome}`] : []));

const codes = ({ conditions }: GatewayState): string[] => conditions.map(({ code }) => code);

describe('netwatch of a running gateway', () => {
  it('its host is lost and comes back → the scripts run, and the routes follow', () => {
    const well = started();
    expect([way(well), well.scripts.hosts.map(({ host }) => host)]).toEqual([wanA, ['9.9.9.9']]);
    const up = found(well, 'up', 10);
    expect([way(up.state), outcomes(up)]).toEqual([wanA, ['up-script unchanged']]);
    const down = found(up.state, 'down', 20);
    expect([way(down.state), outcomes(down)]).toEqual([wanB, ['down-script changed']]);
    const again = found(down.state, 'up', 30);
    expect([way(again.state), outcomes(again)]).toEqual([wanA, ['up-script changed']]);
  });

  it('what a script did → stays when something else happens, and the decision says it', () => {
    const down = found(started(), 'down', 20);
    const later = tell(down.state, [{ kind: 'drift', atMs: 30, reason: 'a route was deleted' }]);
    expect([way(later.state), outcomes(later)]).toEqual([wanB, []]);
    const notes = decisionsIn(down.effects);
    expect(notes.map(({ reason, scripts }) => [reason, scripts])).toEqual([
      ['netwatch: 9.9.9.9 is down', ['down-script of two.rsc:9 has run']],
    ]);
  });

  it('the kernel refuses what a script asked for → tried again, the script runs once', () => {
    const well = started();
    const [check] = well.scripts.hosts;
    if (!check) throw new Error('no host is asked');
    const error = { what: 'EPERM', do: 'Run as root.' };
    const failing: CoreEvent[] = [
      { kind: 'host', atMs: 20, check, status: 'down' },
      { kind: 'observed', atMs: 21, result: { kind: 'done', interfaces: links() } },
      { kind: 'applied', atMs: 22, sinceMs: 22, result: { kind: 'failed', error } },
    ];
    const failed = failing.reduce((state, event) => step(state, event).state, well);
    expect(way(failed)).toBe(wanA);
    const retried = tell(failed, [{ kind: 'timer', name: 'retry', atMs: 1020 }]);
    expect([way(retried.state), outcomes(retried)]).toEqual([wanB, []]);
  });

  it('a script of which a statement is not certain → nothing of it is done; a condition with its line', () => {
    const config = watching(
      'down-script="/ip route disable [find comment=A]; /ip route remove [find comment=\\$x]"',
    );
    const down = found(started(config), 'down', 20);
    expect([way(down.state), outcomes(down)]).toEqual([wanA, ['down-script uncertain']]);
    expect(down.state.conditions).toMatchObject([
      { code: 'gateway/script-uncertain', facts: { line: 9, script: 'down-script of two.rsc:9' } },
    ]);
  });

  it('the same text again → goes on where it was; another text → begins anew, knowing what was found', () => {
    const down = found(started(), 'down', 20);
    const same = tell(down.state, [{ kind: 'config', atMs: 30, config: { ...switching } }]);
    expect([way(same.state), outcomes(same)]).toEqual([wanB, []]);
    const other = watching('down-script="/ip route disable [find comment=A]"', '/system identity set name=x');
    const next = tell(down.state, [{ kind: 'config', atMs: 30, config: other }]);
    expect([way(next.state), outcomes(next)]).toEqual([wanA, []]);
    const known = runConfig(`${twoWans}/tool netwatch add host=9.9.9.9 interval=10s down-script=":put 1"\n`);
    expect(tell(down.state, [{ kind: 'config', atMs: 30, config: known }]).state.scripts.hosts).toEqual([]);
  });

  it('a verdict about a host that is not asked any more → nothing', () => {
    const well = started();
    const [check] = well.scripts.hosts;
    if (!check) throw new Error('no host is asked');
    const told = tell(well, [
      { kind: 'host', atMs: 20, check: { ...check, host: '9.9.9.10' }, status: 'down' },
    ]);
    expect([told.effects, way(told.state)]).toEqual([[], wanA]);
  });

  it('up and down too often → the next waits until its time, and is said', () => {
    let state = started();
    for (let i = 0; i < mostTurns.count; i++)
      state = found(state, i % 2 === 0 ? 'up' : 'down', 100 + i).state;
    expect([way(state), codes(state)]).toEqual([wanB, []]);
    const held = found(state, 'up', 200);
    expect([way(held.state), codes(held.state), outcomes(held)]).toEqual([wanB, ['gateway/script-held'], []]);
    const timer = held.effects.find(effect => effect.kind === 'timer');
    expect(timer).toEqual({ kind: 'timer', name: 'scripts', afterMs: mostTurns.withinMs - 100 });
    const free = tell(held.state, [{ kind: 'timer', name: 'scripts', atMs: 100 + mostTurns.withinMs }]);
    expect([way(free.state), codes(free.state), outcomes(free)]).toEqual([wanA, [], ['up-script changed']]);
  });

  it('up and down too often, and as the scripts know it in the end → nothing runs', () => {
    let state = started();
    for (let i = 0; i < mostTurns.count; i++)
      state = found(state, i % 2 === 0 ? 'up' : 'down', 100 + i).state;
    const calm = found(found(state, 'up', 200).state, 'down', 210);
    expect(codes(calm.state)).toEqual(['gateway/script-held']);
    const free = tell(calm.state, [{ kind: 'timer', name: 'scripts', atMs: 100 + mostTurns.withinMs }]);
    expect([way(free.state), codes(free.state), outcomes(free)]).toEqual([wanB, [], []]);
  });

  it('a script removes connections → an effect, once the kernel has the rest', () => {
    const mangle = '/ip firewall mangle add chain=prerouting action=mark-connection new-connection-mark=a';
    const removing = (which: string) =>
      found(started(watching(`down-script="/ip firewall connection remove ${which}"`, mangle)), 'down', 20);
    const forgotten = ({ effects }: Told) =>
      effects.flatMap(effect => (effect.kind === 'forget' ? effect.connections : []));
    expect(forgotten(removing('[find]'))).toEqual([{ mark: 0, mask: 0 }]);
    expect(forgotten(removing('[find protocol=udp]'))).toEqual([{ mark: 0, mask: 0, protocol: 17 }]);
    expect(forgotten(removing('[/ip firewall connection find where connection-mark=a]'))).toEqual([
      { mark: 1, mask: 0xff },
    ]);
    expect(forgotten(removing('[find connection-mark=no-mark]'))).toEqual([{ mark: 0, mask: 0xff }]);
    expect(forgotten(removing('[find connection-mark=never]'))).toEqual([]);
    const some = removing('[find dst-address~\\":53\\"]');
    expect(forgotten(some)).toEqual([]);
    expect(decisionsIn(some.effects).flatMap(({ scripts }) => scripts)).toEqual([
      'down-script of two.rsc:9 has run, which changes nothing, but not which connections it removes',
    ]);
  });
});

describe('the scheduler of a running gateway', () => {
  const often = watching(
    '',
    '/system scheduler add name=s interval=1m on-event="/ip route disable [find comment=A]"',
  );

  it('an interval → at its end, and an interval after that again', () => {
    const first = tell(initialState(often, 1), [{ kind: 'start', atMs: 1 }]);
    expect([way(first.state), first.effects.find(({ kind }) => kind === 'timer')]).toEqual([
      wanA,
      { kind: 'timer', name: 'scripts', afterMs: 60_000 },
    ]);
    const early = tell(first.state, [{ kind: 'timer', name: 'scripts', atMs: 60_000 }]);
    expect([way(early.state), early.effects]).toEqual([
      wanA,
      [{ kind: 'timer', name: 'scripts', afterMs: 1 }],
    ]);
    const ran = tell(early.state, [{ kind: 'timer', name: 'scripts', atMs: 60_001 }]);
    expect([way(ran.state), outcomes(ran)]).toEqual([wanB, ['on-event changed']]);
    expect(ran.effects.filter(({ kind }) => kind === 'timer')).toEqual([
      { kind: 'timer', name: 'scripts', afterMs: 60_000 },
    ]);
  });

  it('startup → in force from the first turn on', () => {
    const config = watching(
      '',
      '/system scheduler add name=s start-time=startup on-event="/ip route disable [find comment=A]"',
    );
    expect(way(started(config))).toBe(wanB);
  });
});
