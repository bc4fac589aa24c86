import { describe, expect, it } from 'vitest';
import { readRouterOs } from './index.ts';

const read = (text: string) => readRouterOs(text, { file: 'x.rsc' });
const gateways = (text: string) =>
  read(text).router.routes.flatMap(route => route.gateways.map(({ address }) => address));

describe('what people paste', () => {
  it('prompts of a terminal, which name the menu', () => {
    expect(
      gateways(
        '[admin@MikroTik] > /ip route add gateway=10.0.0.1\n[admin@MikroTik] /ip/route> add gateway=10.0.0.2\n',
      ),
    ).toEqual(['10.0.0.1', '10.0.0.2']);
  });

  it('paths with slashes, with blanks, without the first slash, relative, upwards', () => {
    const { router, diagnostics } = read(`/ip/firewall/address-list/add list=a address=1.1.1.1
/ip firewall
address-list add list=a address=1.1.1.2
nat
add chain=srcnat action=masquerade
..
address-list add list=a address=1.1.1.3
ip firewall address-list add list=a address=1.1.1.4`);
    expect(diagnostics).toEqual([]);
    expect(router.addressLists.map(({ address }) => address)).toMatchObject(
      [1, 2, 3, 4].map(last => ({ prefix: `1.1.1.${last}/32` })),
    );
    expect(router.firewall.ipv4.nat).toHaveLength(1);
  });

  it('statements in braces behind a menu, and a path behind them', () => {
    const { router, diagnostics } = read(`/ip firewall {
  filter add chain=input action=accept protocol=icmp
  /ip firewall nat add chain=srcnat action=masquerade
  :if (1 = 1) do={ filter add chain=input action=drop }
}
/ip address {
  :local own 10.0.0.1/24
  add address=$own interface=ether2
}
ip route add gateway=10.0.0.2`);
    expect(diagnostics).toEqual([]);
    expect(router.firewall.ipv4.filter.map(({ action }) => action.kind)).toEqual(['accept', 'drop']);
    expect(router.firewall.ipv4.nat).toHaveLength(1);
    expect(router.addresses).toMatchObject([{ interface: 'ether2' }]);
    expect(router.routes).toHaveLength(1);
  });

  it('strings inside of the brackets of a string', () => {
    const { router, diagnostics } = read(`:local wan {"name"="ether1";"gateway"="10.0.0.1"}
/ip route
add gateway="$($wan->"gateway")" comment="by $($wan->"name"), $[:pick "abc" 0 1]"
add gateway=10.0.0.2 comment="5 $ (open"`);
    expect(diagnostics).toEqual([]);
    expect(router.routes).toMatchObject([
      { gateways: [{ address: '10.0.0.1' }], comment: 'by ether1, a' },
      { comment: '5 $ (open' },
    ]);
  });

  it('abbreviated menus, commands and properties', () => {
    const { router, diagnostics } = read(
      '/ip add add addr=10.0.0.1/24 interf=ether1; /ip ro add gat=10.0.0.2 dista=2',
    );
    expect(diagnostics).toEqual([]);
    expect(router.addresses).toMatchObject([{ interface: 'ether1' }]);
    expect(router.routes).toMatchObject([{ distance: 2 }]);
  });

  it('braces around ordinary lines, which keep the menu outside as it was', () => {
    expect(gateways('/ip route\n{\n/ip dns\nset servers=1.1.1.1\n}\nadd gateway=10.0.0.1')).toEqual([
      '10.0.0.1',
    ]);
  });

  it.each(['”ISP1”', '“ISP1”', '”ISP1″', '„ISP1“'])(
    'quotes as pages turn them: %s → the value, and what follows it',
    value => {
      const text = `/ip firewall nat\nadd chain=srcnat action=masquerade comment=${value} out-interface=ether1\n`;
      const [rule] = read(text).router.firewall.ipv4.nat;
      expect(rule).toMatchObject({ comment: 'ISP1', matchers: [{ kind: 'out-interface' }] });
    },
  );

  it('one that is never closed → an error, and not a rule without its last conditions', () => {
    const text = '/ip firewall nat\nadd chain=srcnat action=masquerade comment=”ISP1 out-interface=ether1\n';
    const { router, diagnostics } = read(text);
    expect(diagnostics.map(({ id, severity }) => [id, severity])).toContainEqual([
      'rsc/unclosed-quote',
      'error',
    ]);
    expect(router.firewall.ipv4.nat).toEqual([]);
  });

  it('items that a function makes, with scripts → no statements of the text', () => {
    const watch = (host: string) =>
      `/tool netwatch add host=${host} up-script="/ip route enable [find comment=[x]]";`;
    const { counts } = read(`:global f do={ ${watch('9.9.9.9')} ${watch('8.8.8.8')} }\n$f\n`);
    expect(counts.modelled).toBeGreaterThanOrEqual(0);
    expect(counts.modelled + counts.kept + counts.notEvaluated + counts.notUnderstood).toBe(
      counts.statements,
    );
  });

  it('variables whose value is certain, also in expressions', () => {
    const text = ':local net "10.0.0"\n:local gw ($net . ".9")\n/ip route add gateway=$gw comment="via $gw"';
    expect(gateways(text)).toEqual(['10.0.0.9']);
    expect(read(text).router.routes[0]?.comment).toBe('via 10.0.0.9');
    expect(read(text).counts).toMatchObject({ statements: 3, modelled: 3 });
  });

  it('conditions whose outcome is certain, and none whose outcome is not', () => {
    const text = (value: string) =>
      `:local x ${value}\n:if ($x = "yes") do={ /ip route add gateway=10.0.0.1 }`;
    expect(gateways(text('"yes"'))).toEqual(['10.0.0.1']);
    expect(gateways(text('"no"'))).toEqual([]);
    const unsure = read(text('[/system identity get name]'));
    expect(unsure.router.routes).toEqual([]);
    expect(unsure.counts).toMatchObject({ statements: 2, notEvaluated: 2 });
  });

  it('a variable that a function sets → as it is where the function was called', () => {
    const text = (call: string) =>
      `:global gw "10.0.0.1"\n:global f do={ :global gw "10.0.0.2" }\n${call}\n/ip route add gateway=$gw`;
    expect(gateways(text(''))).toEqual(['10.0.0.1']);
    expect(gateways(text('$f'))).toEqual(['10.0.0.2']);
    expect(gateways(text(':if ([/ping 1.1.1.1 count=1] = 1) do={ $f }'))).toEqual([]);
  });

  it(':do with on-error around commands', () => {
    expect(gateways(':do { /ip route add gateway=10.0.0.1 } on-error={}')).toEqual(['10.0.0.1']);
  });

  it('three backquotes in a comment or a string → no fence: every line is read', () => {
    for (const text of ['# see ```\n', '/ip route add gateway=10.0.0.9 comment="a ``` b"\n'])
      expect(gateways(`${text}/ip route add gateway=10.0.0.1\n`), text).toContain('10.0.0.1');
  });

  it('a fence at the end alone → what was copied with it is read', () => {
    expect(gateways('# office\n/ip route\nadd gateway=10.0.0.1\n```\n')).toEqual(['10.0.0.1']);
    expect(gateways('Some words.\n```\n/ip route\nadd gateway=10.0.0.1\n')).toEqual(['10.0.0.1']);
  });

  it('Markdown: only what is fenced', () => {
    const { router, counts } = read(
      '# Title\nUse "this:\n```\n/ip route add gateway=10.0.0.1\n```\nand don\'t [forget\n',
    );
    expect(router.routes).toHaveLength(1);
    expect(counts).toMatchObject({ statements: 1, lost: 0 });
  });

  it('Markdown: a fence of another language that holds menus of RouterOS → read; one that does not → skipped', () => {
    const page = (language: string, text: string) => `# Title\n\`\`\`${language}\n${text}\n\`\`\`\n`;
    expect(read(page('sql', '/ip route add gateway=10.0.0.1')).router.routes).toHaveLength(1);
    expect(
      read(
        page('php', '/ip address\nadd address=10.0.0.1/24 interface=ether1\n/ip route add gateway=1.1.1.1'),
      ).router.routes,
    ).toHaveLength(1);
    for (const text of ['SELECT /ip FROM t;', 'set x=1;'])
      expect(read(page('sql', text)).counts.statements).toBe(0);
  });

  it('CRLF, tabs, joins inside words and strings, trailing remarks', () => {
    const text = '/ip route\r\nadd\tgateway=10.0.\\\r\n    0.1 comment="a \\\r\n    b\\_c" # main\r\n';
    expect(read(text).router.routes).toMatchObject([
      { gateways: [{ address: '10.0.0.1' }], comment: 'a b c' },
    ]);
    expect(read(text).diagnostics).toEqual([]);
  });

  it('`!property` and empty values: not stated', () => {
    const text =
      '/ip firewall filter add chain=input !src-address !time action=drop\n/ip route add gateway=10.0.0.1 pref-src=""';
    const { router, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    expect(router.firewall.ipv4.filter[0]?.matchers).toEqual([]);
    expect(router.routes[0]?.prefSrc).toBeUndefined();
  });

  it('hexadecimal escapes of UTF-8', () => {
    expect(read('/system identity set name="caf\\C3\\A9"').router.settings.identity).toBe('café');
  });
});

it('a rename carries what was said about the interface before', () => {
  const { router } = read(`/interface ethernet set [find default-name=ether1] comment=x
/ip address add address=10.0.0.1/24 interface=ether1
/ip firewall nat add chain=srcnat action=masquerade out-interface=!ether1
/interface ethernet set [find default-name=ether1] name=wan`);
  expect(router.addresses[0]?.interface).toBe('wan');
  expect(router.firewall.ipv4.nat[0]?.matchers).toMatchObject([{ interface: 'wan', negated: true }]);
  expect(router.interfaces.map(({ name }) => name)).toEqual(['wan']);
});

describe('find', () => {
  const routes = `/ip route
add comment=a gateway=10.0.0.1 distance=1
add comment=b gateway=10.0.0.2 distance=2 disabled=yes
add comment=ab gateway=10.0.0.3 distance=1
`;
  it.each([
    ['comment=a', ['a']],
    ['where comment~"^a"', ['a', 'ab']],
    ['where comment~"^[[:alpha:]]{2}\\$"', ['ab']],
    ['where comment~"^[^[:digit:]]\\$"', ['a', 'b']],
    ['comment!=a && distance=1', ['ab']],
    ['comment=a or comment=b', ['a', 'b']],
    ['disabled', ['b']],
    ['!disabled distance=1', ['a', 'ab']],
    ['where (comment=a || comment=b) distance=2', ['b']],
    ['dst-address=0.0.0.0/0 scope=30', ['a', 'b', 'ab']],
    ['', ['a', 'b', 'ab']],
  ])('[find %s]', (condition, expected) => {
    const { router } = read(`${routes}set [find ${condition}] pref-src=1.2.3.4`);
    const found = router.routes.filter(({ prefSrc }) => prefSrc !== undefined).map(({ comment }) => comment);
    expect(found).toEqual(expected);
  });

  it('leaves to the router what only the router knows', () => {
    const { router, counts } = read(`${routes}remove [find active=yes]`);
    expect(router.routes).toHaveLength(3);
    expect(counts.notEvaluated).toBe(1);
  });
});
