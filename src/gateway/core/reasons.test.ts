import { expect, it } from 'vitest';
import { lineCauses, reason, reasonIn, reasons } from './reasons.ts';
import { shareReasonText } from './shares/reason-text.ts';

it('each reason: the facts of one language are those of the other', () => {
  const facts = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const { en, id } of Object.values(reasons)) expect(facts(id)).toEqual(facts(en));
});

it('each reason as the gateway says it → another sentence in Indonesian, with the same facts', () => {
  const names = { name: 'ether1', file: 'office.rsc', address: '9.9.9.9', by: 'nft (123)', host: '1.1.1.1' };
  const facts = {
    ...names,
    targets: '9.9.9.9',
    cause: 'x',
    state: 'y',
    moves: 'z',
    rate: '1 Mbit/s',
    part: '3 %',
  };
  for (const [key, { en, id }] of Object.entries(reasons)) {
    const fill = (text: string) =>
      text.replaceAll(/\{(\w+)\}/g, (_, fact: keyof typeof facts) => facts[fact]);
    expect([key, reasonIn(fill(en), 'id')]).toEqual([key, fill(id)]);
  }
});

it('causes together, words among the facts, and what is not known', () => {
  const both = `${reason('lineDown', { name: 'ether2', cause: lineCauses.en.upstream })}; ${reason('leaseLost', { name: 'ether1' })}`;
  expect(reasonIn(both, 'id')).toBe(
    'ether2 mati (tidak ada jawaban di belakang gateway); ether1 kehilangan lease',
  );
  expect(reasonIn(both, 'en')).toBe(both);
  expect(reasonIn('what another version says', 'id')).toBe('what another version says');
});

it('shares that move → each with why', () => {
  const moves = [
    { kind: 'full', line: 'ether1', from: 0.5, to: 0.34, deliveredBps: 20e6 },
    { kind: 'spills', line: 'ether3', from: 0.2, to: 0.1 },
    { kind: 'others', line: 'ether2', from: 0.3, to: 0.56 },
  ].map(one => shareReasonText(one as Parameters<typeof shareReasonText>[0]));
  expect(reasonIn(reason('shares', { moves: moves.join(', ') }), 'id')).toBe(
    'pembagian: ether1 50 % → 34 % (penuh pada 20 Mbit/s), ether3 20 % → 10 % (penuh sedangkan jalur lain belum), ether2 30 % → 56 %',
  );
});
