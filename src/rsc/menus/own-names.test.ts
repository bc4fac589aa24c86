import { expect, it } from 'vitest';
import { readRouterOs } from '../index.ts';

const read = (text: string) => readRouterOs(text, { file: 'odd.rsc' });

/** What every object of JavaScript has, and no menu. */
const inherited = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'] as const;

it.each(inherited)('a property %s → unknown, as any other word', name => {
  for (const statement of [
    `/ip address add address=10.0.0.1/24 interface=ether1 ${name}=1`,
    `/ip service set www ${name}=1`,
    `/ip settings set ${name}=1`,
    `/tool e-mail set ${name}=1`,
  ])
    expect(
      read(statement).diagnostics.map(({ id }) => id),
      statement,
    ).toContain('rsc/unknown-property');
});

it.each(inherited)('%s in a condition → nobody can say', name => {
  const { router, counts } = read(
    `/ip address add address=10.0.0.1/24 interface=ether1\n/ip address disable [find ${name}=1]\n/ip address disable [find ${name}]`,
  );
  expect(router.addresses).toMatchObject([{ disabled: false }]);
  expect(counts.notEvaluated).toBe(2);
});

it.each(inherited)('%s as a value of yes or no → refused', name => {
  const { router, diagnostics } = read(
    `/ip address add address=10.0.0.1/24 interface=ether1 disabled=${name}`,
  );
  expect(diagnostics).toMatchObject([{ severity: 'error' }]);
  expect(router.addresses).toEqual([]);
});

it.each(inherited)('a chain called %s → a chain', name => {
  const { router, diagnostics } = read(
    `/interface ethernet set [find default-name=ether1]\n/ip firewall filter add chain=${name} in-interface=ether1 action=drop`,
  );
  expect(diagnostics).toEqual([]);
  expect(router.firewall.ipv4.filter).toMatchObject([{ chain: name }]);
});

it.each(inherited)('%s as a condition of a script → not carried out', name => {
  const { router, counts } = read(`:if (${name}) do={ /ip route add gateway=10.0.0.1 }`);
  expect(router.routes).toEqual([]);
  expect(counts.notEvaluated).toBe(1);
});
