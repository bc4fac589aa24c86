import { beforeEach, describe, expect, it } from 'vitest';
import { read, smallOffice } from '../../../test/walk/read.ts';
import { behaviourOf } from '../../compile/index.ts';
import { assumedWorld, computeRib, type Fault } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { type EventPoint, type Prepared, settleWell } from '../../walk/index.ts';
import type { BreachKind } from '../invariants/breach.ts';
import { prove } from '../prove.ts';
import type { Findings, Violation } from '../search/search.ts';
import { badly, ended, fromLan, leakIn } from '../testing/index.ts';
import { type State, States, searchState } from './states.ts';

let one: Prepared;
let other: Prepared;
beforeEach(() => {
  one = read('');
  other = read('');
});
const trace = ended(fromLan(), badly('leaked'));

/** A violation as a search gives it. */
const violation = (parts: Partial<Violation> = {}): Violation => leakIn(one, parts);

const found = (parts: Partial<Findings>): Findings => ({ violations: [], remarks: [], doubts: [], ...parts });

const point = (kind: EventPoint['kind']): EventPoint => ({
  id: `${kind}@office.rsc:9`,
  kind,
  file: 'office.rsc',
  line: 9,
  what: 'x',
  choices: [],
  settle: [],
});

/** A state with nothing to ask; the router goes between these for ever, where there are several. */
const stateOf = (prepared: readonly [Prepared, ...Prepared[]], points: readonly EventPoint[] = []): State => {
  const settled = settleWell(prepared[0].router, prepared[0].world);
  const events = { ways: [{ answers: {}, asked: [], settled }], asked: [], left: points } as const;
  return { ways: [{ answers: {}, prepared }], events, points };
};

/** What is found in two states, each of which shows what is said of it. */
const inBoth = (first: Partial<Findings>, second: Partial<Findings>): Findings =>
  searchState(stateOf([one, other]), (prepared: Prepared) => found(prepared === one ? first : second));

describe('searchState', () => {
  it('the same in two states → once, as it was found first', () => {
    const [first, second] = [violation({ seed: 1 }), violation({ seed: 2 })];
    expect(inBoth({ violations: [first] }, { violations: [second] }).violations).toEqual([first]);
    expect(inBoth({ remarks: [first] }, { remarks: [second] }).remarks).toEqual([first]);
  });

  it('another invariant, breach or verdict → both', () => {
    for (const parts of [
      { invariant: 'nothing-loops' },
      { breach: { kind: 'outbound' } },
      { verdict: 'depends' },
    ] satisfies Partial<Violation>[])
      expect(
        inBoth({ violations: [violation()] }, { violations: [violation(parts)] }).violations,
      ).toHaveLength(2);
  });

  it('pinned addresses → each once', () => {
    const pinned = (destination: '9.9.9.9/32' | '8.8.8.8/32', probe: boolean) =>
      violation({ breach: { kind: 'pinned', destination, probe } satisfies BreachKind });
    const remarks = inBoth(
      { remarks: [pinned('9.9.9.9/32', false)] },
      { remarks: [pinned('9.9.9.9/32', true), pinned('8.8.8.8/32', false)] },
    ).remarks;
    expect(remarks.map(({ breach }) => breach)).toEqual([
      { kind: 'pinned', destination: '9.9.9.9/32', probe: false },
      { kind: 'pinned', destination: '8.8.8.8/32', probe: false },
    ]);
  });

  it('doubts of any state → all of them', () => {
    const doubt = (packet = trace.packet) =>
      ({ invariant: 'nothing-leaks', why: { kind: 'stopped-early' }, packet }) as const;
    expect(inBoth({ doubts: [doubt()] }, { doubts: [doubt()] }).doubts).toHaveLength(2);
  });
});

describe('a script that is not certain', () => {
  const fault: Fault = { interface: 'ether1', kind: 'unplugged' };
  const judged = (parts: Partial<Violation>, ...points: readonly EventPoint[]) =>
    searchState(stateOf([one], points), () => found({ violations: [violation(parts)] })).violations;

  it('with a fault it may mend it → depends on it besides what it depended on', () => {
    const before = point('netwatch');
    expect(judged({ fault, points: [before] }, point('script'))).toMatchObject([
      { verdict: 'depends', points: [before, point('script')], fault },
    ]);
  });

  it('with all well → it mends nothing', () => {
    expect(judged({}, point('script'))).toEqual([violation()]);
  });

  it('what flaps for certain, or no point → violated as it was', () => {
    expect(judged({ fault }, point('flapping'))).toEqual([violation({ fault })]);
    expect(judged({ fault })).toEqual([violation({ fault })]);
    expect(judged({ fault }, point('flapping'), point('scheduler'))[0]?.points).toEqual([point('scheduler')]);
  });
});

const twoWays = `${smallOffice}/ip address
add address=10.3.0.2/24 interface=ether3
/ip route
add gateway=10.3.0.1 distance=2 comment=second
add dst-address=9.9.9.9/32 gateway=10.0.0.1
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether3
/tool netwatch
add host=9.9.9.9 down-script="/ip route disable [find gateway=10.0.0.1 dst-address=0.0.0.0/0]" up-script="/ip route enable [find gateway=10.0.0.1 dst-address=0.0.0.0/0]"
`;

/** Gateways of active default routes in the first way of a state. */
function defaultsIn({
  ways: [
    {
      prepared: [first],
    },
  ],
}: State): string[] {
  return first.rib.routes
    .filter(({ active, destination }) => active && destination === '0.0.0.0/0')
    .map(({ gateways }) => gateways[0]?.text ?? '');
}

describe('States', () => {
  const { router } = readRouterOs(twoWays, { file: 'office.rsc', dialect: 'v7' });
  const world = assumedWorld(router, {});
  const silent: Fault = { interface: 'ether1', kind: 'upstream' };

  it('RouterOS → its scripts have acted on the fault', () => {
    const states = new States(router, world, { engine: 'routeros' });
    expect(defaultsIn(states.well())).toEqual(['10.0.0.1']);
    expect(defaultsIn(states.after(silent))).toEqual(['10.3.0.1']);
    expect(states.after(silent).ways[0].prepared[0].options.dead).toEqual(['ether1']);
  });

  it('our Linux program → its scripts act as well; one that is not certain is left whole', () => {
    const engine = behaviourOf('linux', router, computeRib(router, world), world);
    const states = new States(router, world, { engine });
    expect(defaultsIn(states.well())).toEqual(['10.0.0.1']);
    expect(defaultsIn(states.after(silent))).toEqual(['10.3.0.1']);
    expect(states.after(silent)).toMatchObject({
      points: [],
      ways: [{ prepared: [{ options: { dead: ['ether1'] } }] }],
    });
    const text = twoWays.replaceAll(
      'dst-address=0.0.0.0/0]"',
      'dst-address=0.0.0.0/0]; /ip route remove \\$x"',
    );
    const unsure = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' }).router;
    const left = new States(unsure, world, { engine }).after(silent);
    expect([defaultsIn(left), left.points.map(({ kind }) => kind)]).toEqual([['10.0.0.1'], ['script']]);
    expect(defaultsIn(new States(unsure, world, { engine: 'routeros' }).after(silent))).toEqual(['10.3.0.1']);
  });

  it('options → those of each walk', () => {
    const assume = { content: 'no' };
    const [first] = new States(router, world, { engine: 'routeros', at: 5, assume, names: {} }).well().ways[0]
      .prepared;
    expect(first.options).toMatchObject({ engine: 'routeros', seed: 0, at: 5, assume, names: {} });
  });
});

describe('prove', () => {
  const scripted = (script: string) => {
    const text = twoWays.replace(/down-script=.*/, `down-script="${script}"`);
    const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
    return prove(router, assumedWorld(router, {}), { engine: 'routeros' });
  };
  const lostIn = ({ violations, remarks }: ReturnType<typeof prove>) =>
    [...violations, ...remarks]
      .filter(({ invariant, breach }) => invariant === 'lan-reaches-internet' && breach.kind !== 'pinned')
      .map(({ verdict, fault, points }) => [verdict, fault?.kind, points.map(({ kind }) => kind)]);

  it('the script switches → nothing is lost; it does nothing → everything is', () => {
    const mends = scripted('/ip route disable [find gateway=10.0.0.1 dst-address=0.0.0.0/0]');
    expect([lostIn(mends), mends.events]).toEqual([[], []]);
    const idle = scripted(':log info x');
    expect(lostIn(idle)).toEqual([['violated', 'gateway', []]]);
  });

  const fetched = '[/tool fetch url=https://example.com as-value]';
  const verdictOf = ({ invariants }: ReturnType<typeof prove>, name: string) =>
    invariants.find(({ invariant }) => invariant === name)?.verdict;

  it('nobody can say whether the condition is true → both ways are walked: lost where it is not', () => {
    const open = scripted(
      `:if (${fetched} != 1) do={ /ip route disable [find gateway=10.0.0.1 dst-address=0.0.0.0/0] }`,
    );
    expect(open.events).toEqual([]);
    expect(open.asked).toMatchObject([{ kind: 'script', line: 16, choices: ['yes', 'no'] }]);
    expect(lostIn(open)).toEqual([['depends', 'gateway', ['script']]]);
    const [lost] = open.remarks.filter(({ when }) => when !== undefined);
    expect(lost?.when).toMatchObject([{ answer: 'no', point: { line: 16 } }]);
    expect(open.violations.filter(({ when }) => when !== undefined)).toEqual([]);
    expect(verdictOf(open, 'lan-reaches-internet')).toBe('depends');
    expect(verdictOf(open, 'pcc-is-complete')).toBe('holds');
  });

  it.each([
    ':if ([/ping 9.9.9.9 count=3 interface=ether1] = 0)',
    ':local r [/ping 9.9.9.9 count=3]; :if (\\$r < 2)',
    ':local r ([/ping 9.9.9.9 count=3] + [/ping 1.1.1.1 count=3]); :if (\\$r = 0)',
  ])(
    'a scheduled script decides by its own pings (%s) → what is lost depends on its line: a remark',
    condition => {
      const mends = `{ /ip route disable [find gateway=10.0.0.1 dst-address=0.0.0.0/0] }`;
      const text = `${twoWays.replace(/\/tool netwatch.*/s, '')}/system script
add name=check source="${condition} do=${mends}"
/system scheduler
add name=s interval=10s on-event=check
`;
      const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
      const proof = prove(router, assumedWorld(router, {}), { engine: 'routeros' });
      const lost = proof.remarks.filter(
        ({ fault, when }) => fault?.kind === 'gateway' && fault.interface === 'ether1' && when !== undefined,
      );
      expect(
        lost.map(({ verdict, when }) => [verdict, when?.map(one => [one.answer, one.point.line])]),
      ).toEqual([['depends', [['no', 16]]]]);
    },
  );

  it('the same whatever the condition is → holds, or is violated, either way', () => {
    const mends = '/ip route disable [find gateway=10.0.0.1 dst-address=0.0.0.0/0]';
    const holds = scripted(
      `${mends}; :if (${fetched} != 1) do={ /ip firewall filter add chain=forward action=accept }`,
    );
    expect([lostIn(holds), holds.events, holds.asked.length]).toEqual([[], [], 1]);
    const lost = scripted(`:if (${fetched} != 1) do={ /ip route disable [find comment=second] }`);
    expect(lostIn(lost)).toEqual([['violated', 'gateway', []]]);
  });

  it('what a statement does is not certain → depends on it, unless it could change nothing that is proved', () => {
    const open = scripted('/ip route disable [find comment=\\$x]');
    expect(open.events).toMatchObject([{ kind: 'script', touched: ['/ip route'] }]);
    expect(lostIn(open)).toEqual([['depends', 'gateway', ['script']]]);
    const beside = scripted('/queue simple disable [find comment=\\$x]; /ppp secret remove [find name=\\$x]');
    expect([lostIn(beside), beside.events]).toEqual([[['violated', 'gateway', []]], []]);
  });

  it('what runs at its hour → with it and without it', () => {
    const text = `${twoWays}/system scheduler\nadd name=s interval=1d on-event="/ip route disable [find comment=second]"\n`;
    const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
    const proof = prove(router, assumedWorld(router, {}), { engine: 'routeros' });
    const [lost] = proof.violations.filter(({ fault }) => fault !== undefined);
    expect([proof.events, proof.asked.map(({ kind }) => kind)]).toEqual([[], ['scheduler']]);
    expect(lost?.when).toMatchObject([{ answer: 'yes', point: { kind: 'scheduler' } }]);
  });
});
