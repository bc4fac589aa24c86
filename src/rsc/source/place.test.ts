import { describe, expect, it } from 'vitest';
import { type Item, makeRoute, makeRouter, propertyPlace } from '../../model/index.ts';
import { readRouterOs } from '../read.ts';

const read = (text: string) => readRouterOs(text, { file: 'a.rsc' }).router;

/** What stands at a property's name and value, and the line of the value. */
function at(text: string, item: Item | undefined, property: string) {
  const place = item && propertyPlace(item, property);
  if (!place) return undefined;
  const { name, value } = place;
  for (const { start, end } of [name, value]) {
    expect(
      text
        .split('\n')
        .slice(0, start.line - 1)
        .join('\n').length + (start.line > 1 ? 1 : 0),
    ).toBe(start.offset - start.column + 1);
    expect(end.offset).toBeGreaterThanOrEqual(start.offset);
  }
  return [
    text.slice(name.start.offset, name.end.offset),
    text.slice(value.start.offset, value.end.offset),
    value.start.line,
    value.start.column,
  ];
}

describe('propertyPlace', () => {
  it('an add on one line → name and value as written', () => {
    const text = '/ip route\nadd distance=2 gateway=10.0.0.1 comment="to the \\"other\\" side"\n';
    const [route] = read(text).routes;
    expect(at(text, route, 'distance')).toEqual(['distance', '2', 2, 14]);
    expect(at(text, route, 'gateway')).toEqual(['gateway', '10.0.0.1', 2, 24]);
    expect(at(text, route, 'comment')).toEqual(['comment', '"to the \\"other\\" side"', 2, 41]);
    expect(at(text, route, 'scope')).toBeUndefined();
  });

  it('a wrapped statement → line and column of the piece', () => {
    const text = '/ip route\nadd distance=2 \\\n    gateway=10.0.0.1 \\\r\n    comment=x\n';
    const [route] = read(text).routes;
    expect(at(text, route, 'distance')).toEqual(['distance', '2', 2, 14]);
    expect(at(text, route, 'gateway')).toEqual(['gateway', '10.0.0.1', 3, 13]);
    expect(at(text, route, 'comment')).toEqual(['comment', 'x', 4, 13]);
  });

  it('a value broken by a wrap → the whole value, from its first line to its last', () => {
    const text = '/ip route\nadd gateway=10.0.0.1 comment="one \\\n    two"\n';
    const [route] = read(text).routes;
    const place = route && propertyPlace(route, 'comment');
    expect(place?.value).toEqual({
      file: 'a.rsc',
      start: { offset: 39, line: 2, column: 30 },
      end: { offset: 54, line: 3, column: 9 },
    });
    expect(route?.comment).toBe('one two');
  });

  it('a flag and an abbreviation → the word as written, by its full name', () => {
    const text = '/ip route add dst-address=10.0.0.0/8 blackhole dist=3\n';
    const [route] = read(text).routes;
    expect(at(text, route, 'blackhole')).toEqual(['blackhole', 'blackhole', 1, 38]);
    expect(at(text, route, 'distance')).toEqual(['dist', '3', 1, 53]);
  });

  it('a later set, enable and unset → the place moves there, or is gone', () => {
    const text = `/ip route
add distance=1 gateway=10.0.0.1 comment=a pref-src=10.0.0.9 disabled=yes
set [find comment=a] \\
    distance=5
enable [find comment=a]
unset [find comment=a] value-name=pref-src
`;
    const [route] = read(text).routes;
    expect(route).toMatchObject({ distance: 5, disabled: false });
    expect(at(text, route, 'distance')).toEqual(['distance', '5', 4, 14]);
    expect(at(text, route, 'gateway')).toEqual(['gateway', '10.0.0.1', 2, 24]);
    expect(at(text, route, 'disabled')).toEqual(['enable', 'enable', 5, 1]);
    expect(at(text, route, 'pref-src')).toBeUndefined();
    expect(route?.stated?.changes?.map(({ command, span }) => [command, span.start.line])).toEqual([
      ['set', 3],
      ['enable', 5],
      ['unset', 6],
    ]);
  });

  it('two sets of one property → the last one', () => {
    const text =
      '/ip route\nadd gateway=10.0.0.1 comment=a\nset [find comment=a] distance=2\nset [find comment=a] distance=3\n';
    const [route] = read(text).routes;
    expect(at(text, route, 'distance')).toEqual(['distance', '3', 4, 31]);
  });

  it('move and comment → changes; the comment is where it is said', () => {
    const text = `/ip firewall filter
add chain=input action=drop comment=last
add chain=input action=accept comment=first
move [find comment=last]
comment [find comment=first] "let in"
`;
    const { filter } = read(text).firewall.ipv4;
    expect(filter.map(({ comment }) => comment)).toEqual(['let in', 'last']);
    expect(filter.map(({ stated }) => stated?.changes?.map(({ command }) => command))).toEqual([
      ['comment'],
      ['move'],
    ]);
    expect(at(text, filter[0], 'comment')).toEqual(['"let in"', '"let in"', 5, 30]);
  });

  it('a factory item → the statement that speaks of it first makes it, later ones change it', () => {
    const text = '/interface ethernet\nset [ find default-name=ether1 ] name=WAN\nset WAN mtu=1400\n';
    const [port] = read(text).interfaces;
    expect(port).toMatchObject({ id: '/interface ethernet [default-name=ether1]', name: 'WAN', mtu: 1400 });
    expect(at(text, port, 'default-name')).toEqual(['default-name', 'ether1', 2, 25]);
    expect(at(text, port, 'name')).toEqual(['name', 'WAN', 2, 39]);
    expect(at(text, port, 'mtu')).toEqual(['mtu', '1400', 3, 13]);
    expect(port?.stated?.changes?.map(({ span }) => span.start.line)).toEqual([3]);
  });

  it('a menu of settings → its place too', () => {
    const text = '/ip settings\nset rp-filter=loose\n/ip dns set servers=1.1.1.1\n';
    const { stated } = read(text).settings;
    expect(Object.keys(stated).sort()).toEqual(['/ip dns', '/ip settings']);
    const place = stated['/ip settings'] && propertyPlace(stated['/ip settings'], 'rp-filter');
    expect(text.slice(place?.value.start.offset, place?.value.end.offset)).toBe('loose');
  });
});

describe('ids', () => {
  const rules = `/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=ether1
add chain=dstnat action=accept comment=web
/ip pool add name=lan ranges=10.0.0.2-10.0.0.9
`;

  it('name, comment or a hash of the item → distinct, the same for the same text', () => {
    const { firewall, pools } = read(rules);
    const ids = [...firewall.ipv4.nat, ...pools].map(({ id }) => id);
    expect(ids[0]).toMatch(/^\/ip firewall nat \[[0-9a-f]{8}\]$/);
    expect(ids.slice(1)).toEqual([`${ids[0]} 2`, '/ip firewall nat [comment=web]', '/ip pool [name=lan]']);
    expect(read(rules)).toEqual(read(rules));
  });

  it('another rule put above, a comment changed elsewhere → the others keep theirs', () => {
    const before = read(rules).firewall.ipv4.nat.map(({ id }) => id);
    const more = rules.replace('nat\n', 'nat\nadd chain=srcnat action=accept\n').replace('=lan', '=office');
    expect(
      read(more)
        .firewall.ipv4.nat.slice(1)
        .map(({ id }) => id),
    ).toEqual(before);
  });

  it('a secret → not in the hash of an item', () => {
    const ids = ['hunter2', 'swordfish'].map(
      secret => read(`/interface lte apn add apn=internet password=${secret}\n`).plain[0]?.id,
    );
    expect(ids[0]).toMatch(/^\/interface lte apn \[[0-9a-f]{8}\]$/);
    expect(ids[0]).toBe(ids[1]);
  });

  it('items that a program makes → get one from makeRouter, beside those that have one', () => {
    const [route] = read('/ip route add gateway=10.0.0.1\n').routes;
    const made = makeRouter({
      routes: [...(route ? [route, { ...route, id: '' }] : []), makeRoute({ comment: 'x' })],
    });
    const ids = made.routes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe(route?.id);
    expect(ids[2]).toBe('/ip route [comment=x]');
  });
});
