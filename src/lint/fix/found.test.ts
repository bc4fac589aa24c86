import { expect, it } from 'vitest';
import { isOrdered } from '../../rsc/index.ts';
import { set } from './change.ts';
import { commandOf, commandsOf } from './commands.ts';
import { Sheet } from './sheet.ts';

const text = `/ip route
add gateway=10.0.1.1 routing-table=first check-gateway=ping
add gateway=10.0.2.1 routing-table=second check-gateway=ping
add gateway=10.0.1.1 distance=1
add gateway=10.0.2.1 distance=2
add dst-address=9.9.9.9 gateway=10.0.3.1
add dst-address=9.9.9.10 gateway=10.0.3.1
/ip firewall mangle
add chain=prerouting action=accept src-address=10.0.9.0/24
add chain=forward action=accept
`;

function commandFor(line: string, property: string): string | undefined {
  const sheet = new Sheet('office.rsc', text);
  const start = text.indexOf(line);
  const statement = sheet.of('/ip route').find(({ statement: at }) => at.start === start);
  const span = sheet.spanOf(statement?.statement ?? { start: 0, end: 0 });
  const origin = { menu: '/ip route', span };
  return commandOf(sheet, { kind: 'set', item: { origin }, property, value: '8.8.8.8' });
}

it('items that have a value by default → found by it as well: another word tells them apart', () => {
  expect(commandFor('add gateway=10.0.1.1 distance=1', 'gateway')).toBe(
    '/ip route set [find gateway=10.0.1.1 routing-table=main] gateway=8.8.8.8',
  );
  expect(commandFor('add gateway=10.0.2.1 distance=2', 'gateway')).toBe(
    '/ip route set [find gateway=10.0.2.1 distance=2] gateway=8.8.8.8',
  );
  expect(commandFor('add gateway=10.0.1.1 routing-table=first', 'gateway')).toBe(
    '/ip route set [find routing-table=first] gateway=8.8.8.8',
  );
});

it('a host as a destination → found as the router shows it', () => {
  expect(commandFor('add dst-address=9.9.9.9 ', 'gateway')).toBe(
    '/ip route set [find dst-address=9.9.9.9/32] gateway=8.8.8.8',
  );
});

it('several properties of an item → one line; of items that are alike the last one first', () => {
  const alike = '/ip route\nadd gateway=10.0.1.1\nadd gateway=10.0.1.1\n';
  const sheet = new Sheet('office.rsc', alike);
  const sets = sheet.of('/ip route').flatMap(({ statement }) => {
    const item = { origin: { menu: '/ip route', span: sheet.spanOf(statement) } };
    return [set(item, 'gateway', '8.8.8.8'), set(item, 'target-scope', '11')];
  });
  expect(commandsOf(sheet, sets)).toEqual([
    '/ip route set [:pick [find gateway=10.0.1.1] 1] gateway=8.8.8.8 target-scope=11',
    '/ip route set [:pick [find gateway=10.0.1.1] 0] gateway=8.8.8.8 target-scope=11',
  ]);
});

it('place-before stands where a menu has an order, and not among routes', () => {
  const sheet = new Sheet('office.rsc', text);
  const insert = (menu: string) =>
    commandOf(sheet, { kind: 'insert', menu, statement: 'add comment=x', isFirst: true });
  expect(insert('/ip firewall mangle')).toContain(' place-before=[find ');
  expect(insert('/ip route')).toBe('/ip route add comment=x');
  expect(['/ip route', '/interface list member', '/routing table'].filter(isOrdered)).toEqual([]);
  expect(['/routing rule', '/queue simple', '/ip firewall nat'].every(isOrdered)).toBe(true);
});
