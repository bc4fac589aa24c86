import { describe, expect, it } from 'vitest';
import { assumeWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { decisive, type EventWay, eventWays, settle } from './index.ts';

const head = `/ip address
add address=203.0.113.2/24 interface=ether1
/ip route
add gateway=203.0.113.1 comment=A
add gateway=203.0.113.9 distance=9 comment=B
/system scheduler
`;

/** A script at startup, a statement a line: the first is line 7. */
const startup = (...statements: readonly string[]): string =>
  `${head}${statements.map((one, i) => `add name=s${i} start-time=startup on-event="${one}"`).join('\n')}\n`;

const unknown = '[/tool fetch url=x as-value]';
const condition = (body: string): string => `:if (${unknown} = 1) do={ ${body} }`;

function waysOf(text: string, most?: number) {
  const { router } = readRouterOs(text, { file: 'x.rsc', dialect: 'v7' });
  const { world } = assumeWorld(router);
  return eventWays(assume => settle(router, world, [], { assume }), most);
}

const routes = ({ settled: { router } }: EventWay): string =>
  router.routes.flatMap(({ disabled, comment }) => (disabled ? [] : [comment])).join('');

const [offA, offB] = ['A', 'B'].map(comment => `/ip route disable [find comment=${comment}]`);

describe('eventWays', () => {
  it('nothing is open → one way without answers', () => {
    const { ways, asked, left } = waysOf(startup(`${offA}`));
    expect([ways.map(({ answers }) => answers), asked, left]).toEqual([[{}], [], []]);
  });

  it('one condition → without it first, then with it', () => {
    const { ways, asked } = waysOf(startup(condition(`${offA}`)));
    expect(ways.map(way => [way.answers, routes(way)])).toEqual([
      [{ 'script@7': 'no' }, 'AB'],
      [{ 'script@7': 'yes' }, 'B'],
    ]);
    expect(asked.map(({ line }) => line)).toEqual([7]);
  });

  it('two conditions → all four; what only one answer asks → three', () => {
    expect(waysOf(startup(condition(`${offA}`), condition(`${offB}`))).ways.map(routes)).toEqual([
      'AB',
      'A',
      'B',
      '',
    ]);
    const nested = waysOf(
      `${head}add name=s start-time=startup on-event=":if (${unknown} = 1) do={\\\n ${condition(`${offA}`)} }"\n`,
    );
    expect(nested.ways.map(({ answers }) => Object.values(answers))).toEqual([
      ['no'],
      ['yes', 'no'],
      ['yes', 'yes'],
    ]);
  });

  it('more questions than are answered → the rest is left open', () => {
    const { ways, asked, left } = waysOf(startup(condition(`${offA}`), condition(`${offB}`)), 1);
    expect([ways.length, asked.map(({ line }) => line), left.map(({ line }) => line)]).toEqual([2, [7], [8]]);
  });

  it('what no answer settles → left open, in each way', () => {
    const { ways, left } = waysOf(startup(`/ip route disable [find comment=\\$x]`));
    expect([ways.length, left.map(({ line, touched }) => [line, touched])]).toEqual([
      1,
      [[7, ['/ip route']]],
    ]);
  });

  it('a script of some hour → before it and after it', () => {
    const { ways, asked } = waysOf(`${head}add name=s interval=1d on-event="${offA}"\n`);
    expect([ways.map(routes), asked.map(({ kind }) => kind)]).toEqual([['AB', 'B'], ['scheduler']]);
  });

  it('a probe of a host that is a name → up and down', () => {
    const text = `${head.replace('/system scheduler\n', '/tool netwatch\n')}add host=example.org down-script="${offA}" up-script="/ip route enable [find comment=A]"\n`;
    expect(waysOf(text).ways.map(way => [Object.values(way.answers), routes(way)])).toEqual([
      [['up'], 'AB'],
      [['down'], 'B'],
    ]);
  });
});

describe('decisive', () => {
  it('only one of two questions makes the difference → that one', () => {
    const found = waysOf(startup(condition(`${offA}`), condition(`${offB}`)));
    const lines = (isSo: (way: EventWay) => boolean) => decisive(found, isSo).map(({ line }) => line);
    expect(lines(way => routes(way).includes('A'))).toEqual([7]);
    expect(lines(way => routes(way).includes('B'))).toEqual([8]);
    expect(lines(way => routes(way) === '')).toEqual([7, 8]);
  });
});
