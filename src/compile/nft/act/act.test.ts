import { expect, it } from 'vitest';
import { assumeWorld, computeRib } from '../../../rib/index.ts';
import { readRouterOs } from '../../../rsc/index.ts';
import { compileLinux } from '../../compile.ts';

function compiled(text: string) {
  const { router } = readRouterOs(
    `# by RouterOS 7.16\n/ip address\nadd address=203.0.113.5/24 interface=ether1\nadd address=192.168.0.1/24 interface=ether2\n/ip route add gateway=203.0.113.1\n${text}`,
    { file: 'office.rsc' },
  );
  const { world } = assumeWorld(router);
  return compileLinux(router, computeRib(router, world), world, { seed: 0 });
}

const idsIn = (text: string) => compiled(text).diagnostics.map(({ id, severity }) => `${severity} ${id}`);

it('a reset without protocol=tcp → refused: nft would let all but TCP pass', () => {
  const reject = '/ip firewall filter add chain=forward action=reject reject-with=tcp-reset';
  expect(idsIn(reject)).toContain('error compile/rule-left-out');
  expect(compiled(`${reject} protocol=tcp`).program.nft.text).toContain('reject with tcp reset');
});

it('a network mapped with ports → refused, as nft maps addresses alone', () => {
  const map = '/ip firewall nat add chain=dstnat dst-address=203.0.113.0/28 protocol=tcp action=netmap';
  expect(idsIn(`${map} to-addresses=192.168.0.0/28 to-ports=80`)).toContain('warning compile/rule-left-out');
  expect(idsIn(`${map} to-addresses=192.168.0.0/28`)).not.toContain('warning compile/rule-left-out');
});

it('a chain called like what every object has → a chain', () => {
  const { text } = compiled(
    '/ip firewall filter\nadd chain=forward action=jump jump-target=toString\nadd chain=toString action=drop\n',
  ).program.nft;
  expect(text).toContain('jump filter_toString');
  expect(text).not.toContain('undefined');
});

it('/ipv6 settings set forward=no → the switch of the kernel, and a rule', () => {
  const { program } = compiled('/ipv6 settings set forward=no');
  expect(program.sysctls).toContainEqual(
    expect.objectContaining({ key: 'net.ipv6.conf.all.forwarding', value: '0' }),
  );
});

it.each([
  ['15000', 'limit 15000', true],
  ['20KiB', 'limit 20480', true],
  ['1MiB', 'limit 1048576', true],
  ['2M', 'limit 2000000', true],
  ['much', 'limit 15000', false],
])('bfifo-limit=%s → %s', (limit, expected, isExact) => {
  const { program, diagnostics } = compiled(
    `/queue type add name=big kind=bfifo bfifo-limit=${limit}\n/queue simple add name=q target=192.168.0.9/32 max-limit=1M/1M queue=big/big\n`,
  );
  expect(program.tc.map(({ argv }) => argv.join(' ')).filter(line => line.includes('bfifo'))).toContainEqual(
    expect.stringMatching(new RegExp(`${expected}$`)),
  );
  expect(diagnostics.some(({ id }) => id === 'compile/queue')).toBe(!isExact);
});
