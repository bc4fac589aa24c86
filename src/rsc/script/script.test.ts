import { describe, expect, it } from 'vitest';
import { openInText, readRouterOs } from '../index.ts';

const read = (text: string) => readRouterOs(text, { file: 'script.rsc' });

const routes = (text: string): string[] =>
  read(text).router.routes.map(
    ({ gateways: [gateway], distance }) => `${gateway?.address ?? gateway?.interface} ${distance}`,
  );

describe('scripting between statements', () => {
  it.each([
    [
      ':for i from=1 to=3 do={ /ip route add gateway="10.0.0.$i" distance=$i }',
      ['10.0.0.1 1', '10.0.0.2 2', '10.0.0.3 3'],
    ],
    [':for i from=6 to=1 step=-3 do={ /ip route add gateway="10.0.0.$i" }', ['10.0.0.6 1', '10.0.0.3 1']],
    [':foreach g in={10.0.0.1;10.0.0.2} do={ /ip route add gateway=$g }', ['10.0.0.1 1', '10.0.0.2 1']],
    [':foreach n,g in={"2"=10.0.0.1} do={ /ip route add gateway=$g distance=$n }', ['10.0.0.1 2']],
    ['/ip route\n:foreach g in=("10.0.0.1","10.0.0.2") do={ add gateway=$g }', ['10.0.0.1 1', '10.0.0.2 1']],
    [
      ':local n 1\n:while ($n < 3) do={ /ip route add gateway=10.0.0.1 distance=$n; :set n ($n + 1) }',
      ['10.0.0.1 1', '10.0.0.1 2'],
    ],
    [
      ':local n 8\n:do { /ip route add gateway=10.0.0.1 distance=$n; :set n ($n + 1) } while=($n < 9)',
      ['10.0.0.1 8'],
    ],
    [':local f do={ /ip route add gateway=$1 distance=$far }\n$f 10.0.0.1 far=5', ['10.0.0.1 5']],
    [':local f do={ :return ($1 + 1) }\n/ip route add gateway=10.0.0.1 distance=[$f 6]', ['10.0.0.1 7']],
    [
      '/ip address { add address=10.0.0.2/24 interface=ether1 }\n/ip route add gateway=10.0.0.1',
      ['10.0.0.1 1'],
    ],
    [
      ':if ([:len [/ip route find comment=a]] = 0) do={ /ip route add gateway=10.0.0.1 comment=a }',
      ['10.0.0.1 1'],
    ],
    [
      '/ip route add gateway=10.0.0.1 comment=a\n:local r [/ip route find comment=a]\n/ip route set $r distance=9',
      ['10.0.0.1 9'],
    ],
    [
      '/ip route add gateway=10.0.0.1 distance=4\n/ip route add gateway=10.0.0.2 distance=([get [find gateway=10.0.0.1] distance] + 1)',
      ['10.0.0.1 4', '10.0.0.2 5'],
    ],
    [
      '/ip route add gateway=10.0.0.1\n:if ([/ip route print count-only] = 1) do={ /ip route add gateway=10.0.0.2 }',
      ['10.0.0.1 1', '10.0.0.2 1'],
    ],
    [
      ':if (true) do={ :do { :error "x"; /ip route add gateway=10.0.0.1 } on-error={ /ip route add gateway=10.0.0.2 } }',
      ['10.0.0.2 1'],
    ],
    [':onerror e in={ :error "x" } do={ /ip route add gateway=10.0.0.2 }', ['10.0.0.2 1']],
  ])('%s', (text, expected) => {
    expect(routes(text)).toEqual(expected);
  });

  const notEvaluated = (text: string): number[] =>
    read(text).router.kept.flatMap(({ reason, origin }) =>
      reason === 'not-evaluated' ? [origin.span.start.line] : [],
    );

  it.each([
    [
      'how many items the router has',
      ':local n [/interface pppoe-client print count-only]\n/ip route add distance=$n gateway=10.0.0.1',
      [1, 2],
    ],
    [
      'a loop up to that number',
      ':local n [/interface pppoe-client print count-only]\n:for i from=0 to=($n - 1) do={ /ip route add gateway=10.0.0.1 }',
      [1, 2],
    ],
    [
      'whether it has an item that is not made where it lacks',
      ':if ([:len [/interface find name=lte1]] > 0) do={ /ip route add gateway=lte1 }',
      [1],
    ],
    [
      'items of which others are made',
      ':foreach i in=[/ip pool find] do={ /ip route add gateway=10.0.0.1 }',
      [1],
    ],
    [
      'what its user types',
      ':global read do={:return}\n:local gw [$read]\n/ip route add gateway=$gw',
      [2, 3],
    ],
  ])('a text asks %s → what rests on the answer is not carried out', (_, text, lines) => {
    expect(notEvaluated(text)).toEqual(lines);
    expect(routes(text)).toEqual([]);
  });

  it('what an imported file does is open; a command of a menu that is called so changes nothing', () => {
    const openIn = (text: string) => openInText(read(text).router).map(({ touched }) => touched);
    expect(openIn('/import more.rsc\n/user ssh-keys\nimport user=admin public-key-file=id.pub\n')).toEqual([
      undefined,
    ]);
  });

  it.each([
    ':foreach r in=[/ip route find comment=auto] do={ /ip route remove $r }',
    '/ip route remove [find where !connect]',
  ])('a text takes away what its router may have (%s) → nothing of the text', before => {
    const text = `${before}\n/ip route add gateway=10.0.0.1`;
    expect([notEvaluated(text), routes(text)]).toEqual([[], ['10.0.0.1 1']]);
  });

  it('what a loop made → has the place of the statement in the loop, and an id of its own', () => {
    const text =
      '/ip address add address=10.0.0.2/24 interface=ether1\n:for i from=1 to=2 do={\n  /ip route add gateway="10.0.0.$i"\n}';
    const { router, counts, diagnostics } = read(text);
    expect(router.routes.map(({ origin: { span } }) => [span.start.line, span.start.column])).toEqual([
      [3, 3],
      [3, 3],
    ]);
    expect(new Set(router.routes.map(({ id }) => id)).size).toBe(2);
    expect(counts).toMatchObject({ statements: 2, modelled: 2 });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    [
      'a condition that only a router knows',
      ':if ([/ping 10.0.0.1 count=1] = 1) do={ /ip route add gateway=10.0.0.1 }',
    ],
    ['a loop that does not end', ':local n 1\n:while (true) do={ :set n ($n + 1) }\n'],
    ['a function that calls itself', ':global f do={ :global f; $f }\n$f'],
    ['a function that nobody defined', '$f 10.0.0.1'],
    ['code from elsewhere', ':execute "/ip route add gateway=10.0.0.1"'],
    ['what a command answers', '/ip route add gateway=[:resolve example.com]'],
    ['a script by its name', '/system script add name=a source="x"\n/system script run a'],
  ])('%s → not evaluated', (_, text) => {
    const { counts, router } = read(text);
    expect(router.routes).toEqual([]);
    expect(counts.notEvaluated).toBe(1);
  });

  it('a mistake in a loop → said once, and the loop is not in the model', () => {
    const { diagnostics, router } = read(
      ':for i from=1 to=9 do={ /ip route add gateway="10.0.0.$i" distnce=2 }',
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(router.routes).toEqual([]);
  });

  it('what code that may have run sets → not known afterwards', () => {
    const text =
      ':local g 10.0.0.1\n:if ([/ping 10.0.0.1 count=1] = 1) do={ :set g 10.0.0.2 }\n/ip route add gateway=$g';
    expect(routes(text)).toEqual([]);
  });

  it('the source of a script in braces → its text', () => {
    const { router } = read('/system script add name=a source={ :log info "x" }');
    expect(router.plain[0]?.properties['source']).toBe(' :log info "x" ');
  });
});
