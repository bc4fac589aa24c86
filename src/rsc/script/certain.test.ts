import { describe, expect, it } from 'vitest';
import { type Globals, type OpenStatement, type RouterState, readRouterOs, runScript } from '../index.ts';

const { router } = readRouterOs(
  `# by RouterOS 7.14
/interface ethernet
set [find default-name=ether1] comment=isp1
/ip address
add address=203.0.113.2/24 interface=ether1
/ip dhcp-client
add interface=ether3 comment=wan3
/ip route
add gateway=203.0.113.1 comment=A
add gateway=203.0.113.9 distance=9 comment=B
/system script
add name=sub source="/ip route disable [find comment=A]"
`,
  { file: 'x.rsc' },
);
/** The route that scripts are held by here. */
const item = (() => {
  const [first] = router.routes;
  if (!first) throw new Error('no route');
  return first;
})();

const state: RouterState = {
  addresses: [],
  leases: { ether3: { address: '198.51.100.2/24', gateway: '198.51.100.1', status: 'bound' } },
  running: { ether1: true, ether3: false },
  active: new Set([item.id]),
};

function ran(text: string, globals: Globals = new Map()) {
  const { router: now, open } = runScript(router, { item, property: 'on-event', text }, { state, globals });
  const routes = now.routes.map(
    ({ comment, distance, disabled, gateways: [gateway] }) =>
      `${comment || gateway?.address}${distance}${disabled ? '-' : ''}`,
  );
  return { routes: routes.join(' '), open };
}

const why = (open: readonly OpenStatement[]): string[] => open.map(one => one.why);

const off = '/ip route disable [find comment=A]';
const [untouched, without] = ['A1 B9', 'A1- B9'];

describe('scripts whose effect is certain', () => {
  it.each([
    // Properties, also those that are not stated.
    [
      ':foreach i in=[/ip route find] do={ /ip route set $i distance=([/ip route get $i distance] + 10) }',
      'A11 B19',
    ],
    ['/ip route set [find distance=1] distance=4', 'A4 B9'],
    [
      ':local r [/ip route get [find comment=B]]; /ip route set [find comment=A] distance=($r->"distance")',
      'A9 B9',
    ],
    [
      ':foreach r in=[/ip route print as-value where comment=A] do={ /ip route disable ($r->".id") }',
      without,
    ],
    // Arrays.
    [':local m ({}); :set ($m->"A") 7; /ip route set [find comment=A] distance=($m->"A")', 'A7 B9'],
    [
      ':local m {"A"=5;"B"=6}; :set ($m->"B") 8; :foreach k,v in=$m do={ /ip route set [find comment=$k] distance=$v }',
      'A5 B8',
    ],
    [':local m {3;4}; :set ($m->1) 5; /ip route set [find comment=A] distance=($m->1)', 'A5 B9'],
    [':foreach c in=[:toarray "A,B"] do={ /ip route disable [find comment=$c] }', 'A1- B9-'],
    // Texts.
    [
      ':local a [/ip address get [find interface=ether1] address]; /ip route add gateway=[:pick $a 0 [:find $a "/"]]',
      `${untouched} 203.0.113.21`,
    ],
    [':if ([:len [:toarray "a,b"]] = 2 && "abc" ~ "^a") do={ /ip route disable [find comment=A] }', without],
    // Loops and functions.
    [
      ':local i 0; :do { :set i ($i + 1) } while=($i < 5); /ip route set [find comment=A] distance=$i',
      'A5 B9',
    ],
    [
      ':global f do={ /ip route set [find comment=$1] distance=$far; :return 5 }; :local r [$f A far=4]; /ip route set [find comment=B] distance=$r',
      'A4 B5',
    ],
    ['/system script run [find name=sub]', without],
    // Brackets around a command.
    [`[${off}]`, without],
    [`:put [${off}]`, without],
    [`:local x [${off}]`, without],
    // What a running router shows.
    [`:if ([/ip route get [find comment=A] active]) do={ ${off} }`, without],
    [`:if ([:len [/ip route find where active]] = 1) do={ ${off} }`, without],
    [`:if ([:len [/ip route find active=no]] = 1) do={ ${off} }`, without],
    [`:if ([:len [/ip route find inactive comment=A]] = 0) do={ ${off} }`, without],
    [`:if ([/interface get ether1 running]) do={ ${off} }`, without],
    [`:if ([/ip dhcp-client get [find comment=wan3] status] = "bound") do={ ${off} }`, without],
    // Menus that decide nothing, and are not all in the text.
    [`/system logging disable 0; /user remove [find name=x]; ${off}`, without],
    // Variables that no script has set.
    [`:global state; :if ($state != "down") do={ :set state "down"; ${off} }`, without],
    [
      `:global n; :if ([:typeof $n] = "nothing") do={ :set n 0 }; :set n ($n + 1); :if ($n = 1) do={ ${off} }`,
      without,
    ],
  ])('%s', (text, expected) => {
    const { routes, open } = ran(text);
    expect([routes, why(open)]).toEqual([expected, []]);
  });

  it('a global variable → as the script before it left it', () => {
    const globals: Globals = new Map();
    const text = `:global n; :set n ($n + 1); :if ($n = 2) do={ ${off} }`;
    // Nothing and a number are no sum.
    expect(why(ran(text, globals).open)).toEqual(['operation']);
    const counting = `:global m; :if ([:len $m] = 0) do={ :set m 0 }; :set m ($m + 1); :if ($m = 2) do={ ${off} }`;
    expect([1, 2].map(() => ran(counting, globals).routes)).toEqual([untouched, without]);
  });
});

describe('scripts whose effect is not certain', () => {
  it.each([
    [`:if ([/ping 8.8.8.8 count=1] = 0) do={ ${off} }`, 'command', untouched],
    [`:if ([/system clock get time] > 10:00:00) do={ ${off} }`, 'command', untouched],
    // Which routes are active after a change, nobody has worked out yet.
    [
      `/ip route disable [find comment=B]; :if ([/ip route get [find comment=A] active]) do={ ${off} }`,
      'command',
      'A1 B9-',
    ],
    [
      `:local r [/ip route get [find comment=A]]; :if (($r->"gateway-status") = "x") do={ ${off} }`,
      'state',
      untouched,
    ],
    [`:if ($nowhere = 1) do={ ${off} }`, 'variable', untouched],
    // What a router refuses ends the script.
    [`/ip route set [find comment=B] distance=300; ${off}`, 'failed', untouched],
    [`/ip route add gateway=10.0.0.1 distance=far; ${off}`, 'failed', untouched],
    // Patterns that POSIX does not have, or that take for ever.
    [`:if ("ab" ~ "^(?=a)") do={ ${off} }`, 'operation', untouched],
    [`:if ("ab" ~ "[[:cntrl:]]") do={ ${off} }`, 'operation', untouched],
    [`:if ("${'a'.repeat(40)}!" ~ "^(a+)+\\$") do={ ${off} }`, 'operation', untouched],
    [
      `:local m {1;2}; :set ($m->[/ping 8.8.8.8 count=1]) 7; /ip route set [find comment=A] distance=($m->0)`,
      'operation',
      untouched,
    ],
  ])('%s → %s', (text, reason, expected) => {
    const { routes, open } = ran(text);
    expect([routes, why(open)]).toEqual([expected, [reason]]);
  });

  it('a function that is called where nobody knows → any global variable may have been set', () => {
    const { open } = ran(
      `:global n; :local f do={ :global n 1 }; :if ([/ping 8.8.8.8 count=1] = 0) do={ $f }; :if ($n = 1) do={ ${off} }`,
    );
    expect(open.length).toBeGreaterThan(0);
  });
});

describe('what a statement that is not certain may touch', () => {
  const touched = (text: string) => ran(text).open.map(one => one.touched);

  it.each([
    ['/ip route disable [find comment=$x]', [['/ip route']]],
    ['/ip route\ndisable [find comment=$x]', [['/ip route']]],
    [
      `:if ($x) do={ ${off}; /ip firewall nat disable [find comment=n] }`,
      [['/ip route', '/ip firewall nat']],
    ],
    [`:if ($x) do={ ${off} } else={ /queue simple disable [find] }`, [['/ip route', '/queue simple']]],
    [':if ($x) do={ /system script run sub }', [undefined]],
    [':if ($x) do={ :log info x; /tool e-mail send to=a@b.c; /ppp secret remove [find] }', []],
    [`:if ($x) do={ :return 1 }\n${off}`, [['/ip route']]],
    [':execute "x"', [undefined]],
  ])('%s', (text, expected) => {
    expect(touched(text)).toEqual(expected);
  });
});
