import { expect, it } from 'vitest';
import { openInText, readRouterOs } from '../index.ts';

const read = (statements: string) =>
  readRouterOs(
    `/ip firewall filter\nadd chain=forward action=accept comment=first\nadd chain=forward action=log comment=last\n${statements}`,
    { file: 'office.rsc' },
  );

const orderIn = (statements: string) =>
  read(statements).router.firewall.ipv4.filter.map(({ action }) => action.kind);

it('place-before and move: number 0, or an item that is there → in front of it', () => {
  expect(orderIn('add chain=forward action=drop place-before=0')).toEqual(['drop', 'accept', 'log']);
  expect(orderIn('add chain=forward action=drop place-before=[find comment=last]')).toEqual([
    'accept',
    'drop',
    'log',
  ]);
  expect(orderIn('move [find comment=last] 0')).toEqual(['log', 'accept']);
  expect(orderIn('move [find comment=first]')).toEqual(['log', 'accept']);
});

it('another number, or an item that is not there: nobody knows where the rule stands → not put anywhere, and open', () => {
  for (const place of ['1', '*5', '[find comment=elsewhere]', '[find where dynamic]', '$nobody']) {
    const { router } = read(`add chain=forward action=drop place-before=${place}`);
    expect(
      router.firewall.ipv4.filter.map(({ action }) => action.kind),
      place,
    ).toEqual(['accept', 'log']);
    expect(openInText(router), place).toMatchObject([{ touched: ['/ip firewall filter'] }]);
  }
  const { diagnostics } = read('add chain=forward action=drop place-before=1');
  expect(diagnostics.map(({ id }) => id)).toContain('rsc/item-number');
});

it('before the text has an item of the menu → any place is the same', () => {
  const { router } = readRouterOs('/ip firewall nat add chain=srcnat action=masquerade place-before=3', {
    file: 'office.rsc',
  });
  expect(router.firewall.ipv4.nat).toHaveLength(1);
});
