import { expect, it } from 'vitest';
import { readRouterOs } from '../read.ts';

const read = (text: string) => readRouterOs(text, { file: 'office.rsc' });

const bridge = '/interface bridge\nadd name=br-lan\n';
const rule = '/ip firewall filter\nadd chain=forward action=accept out-interface-list=!br-lan\n';

it('an interface where a list is asked for → refused, the rule is left out, and the fix asks for the interface', () => {
  const { router, diagnostics } = read(bridge + rule);
  expect(router.firewall.ipv4.filter).toEqual([]);
  expect(
    diagnostics.map(({ id, severity, span }) => [id, severity, span.start.line, span.start.column]),
  ).toEqual([['rsc/unknown-interface-list', 'error', 4, 52]]);
  const [edit] = diagnostics[0]?.fix?.edits ?? [];
  expect([edit?.span.start.column, edit?.text]).toEqual([33, 'out-interface']);
});

it('a list of the same name, or a name that no interface of the text has → the rule stands', () => {
  const lists = '/interface list\nadd name=br-lan\n';
  expect(read(bridge + lists + rule).router.firewall.ipv4.filter).toHaveLength(1);
  expect(read(rule).router.firewall.ipv4.filter).toHaveLength(1);
});
