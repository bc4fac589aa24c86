import { expect, it } from 'vitest';
import { assumeWorld, computeRib } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { compileLinux } from '../compile.ts';

function compiled(queue: string) {
  const { router, diagnostics: read } = readRouterOs(
    `# by RouterOS 7.16\n/interface ethernet set [find default-name=ether2]\n/ip address add address=192.168.0.1/24 interface=ether2\n/queue simple add name=q max-limit=1M/1M ${queue}`,
    { file: 'office.rsc' },
  );
  const { world } = assumeWorld(router);
  const { program, diagnostics } = compileLinux(router, computeRib(router, world), world, { seed: 0 });
  return {
    read,
    said: diagnostics.filter(({ id }) => id !== 'compile/flows').map(({ what }) => what),
    text: program.nft.text,
  };
}

it('a target of IPv6 → a network and no interface; said that it is not shaped, and nothing is', () => {
  const { read, said, text } = compiled('target=2001:db8::/64');
  expect(read).toEqual([]);
  expect(said).toEqual(['Queue q: 2001:db8::/64 is not limited, as only IPv4 is shaped.']);
  expect(text).not.toContain('meta priority set');
});

it('a limit of both directions together → said', () => {
  expect(compiled('target=192.168.0.9/32 total-max-limit=2M').said).toEqual([
    'Queue q: total-max-limit is not applied.',
  ]);
  expect(compiled('target=192.168.0.9/32 total-max-limit=0').said).toEqual([]);
});
