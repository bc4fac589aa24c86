import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { quietly } from '../hostile/quietly.ts';

// Networks inside, and what is forwarded to them, as packets fare.

const folder = mkdtempSync(join(tmpdir(), 'jalur-inside-'));
const file = join(folder, 'gateway.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(
  file,
  `wans:
  isp1: ether1
  isp2: { interface: ether2, address: 203.0.113.2/29, gateway: 203.0.113.1 }
lans:
  office: { interface: ether4, address: 192.168.10.1/24 }
  guests: { interface: guests, over: ether4, vlan: 20, address: 10.5.50.1/24, isolated: true }
forwards:
  - { port: 443, to: 192.168.10.9 }
  - { port: 8443, to: 192.168.10.7, wans: [isp2] }
  - { port: 25, to: 192.168.10.7, hairpin: false }
routes:
  - { to: 10.99.0.0/16, via: 192.168.10.254 }
`,
);

const staff = ['--in', 'ether4', '--src', '192.168.10.20'];
const guest = ['--in', 'guests', '--src', '10.5.50.20'];
const tcp = (dst: string, port: number): string[] => ['--dst', dst, '--proto', 'tcp', '--dport', `${port}`];
const toHost = /^It goes to 192\.168\.10\.9:443 on ether4/;

describe('networks inside', () => {
  it('all of it → holds, and no mistake is found', async () => {
    expect(await quietly(['prove', file])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^All holds/),
    });
    expect((await quietly(['lint', file])).out).toMatch(/^No mistake found/);
  });

  it.each([
    ['a forward from inside, by a leased address', staff, tcp('10.10.10.254', 443), toHost],
    ['… by the other line', staff, tcp('203.0.113.2', 443), toHost],
    ['… of one line, by its address', staff, tcp('203.0.113.2', 8443), /^It goes to 192\.168\.10\.7:8443/],
    ['… where that is not wanted', staff, tcp('203.0.113.2', 25), /^It is delivered to the router/],
    [
      'the same port of the gateway itself',
      staff,
      tcp('192.168.10.1', 443),
      /^It is delivered to the router/,
    ],
    ['a forward, for a guest', guest, tcp('203.0.113.2', 443), toHost],
    [
      'a guest to the office',
      guest,
      tcp('192.168.10.9', 443),
      /^It is dropped .* "guests: to the internet alone"/,
    ],
    ['a guest behind another router', guest, tcp('10.99.0.5', 80), /^It is dropped .* "guests: to the/],
    [
      'a guest to the gateway',
      guest,
      tcp('10.5.50.1', 22),
      /^It is dropped .* "guests: nothing else of the gateway"/,
    ],
    [
      'a guest asks for a name',
      guest,
      ['--dst', '10.5.50.1', '--proto', 'dns'],
      /^It is delivered to the router/,
    ],
    ['a guest to the internet', guest, [...tcp('9.9.9.10', 443), '--seed', '1'], /^It leaves by isp[12] /],
    [
      'the office behind another router',
      staff,
      tcp('10.99.0.5', 80),
      /^It goes to 10\.99\.0\.5:80 on ether4/,
    ],
  ])('%s', async (_, who, where, said) => {
    expect((await quietly(['explain', file, ...who, ...where])).out).toMatch(said);
  });

  it('a forward from its own network → its answers come by the gateway', async () => {
    const { out } = await quietly(['explain', file, ...staff, ...tcp('203.0.113.2', 443), '--reply']);
    expect(out).toMatch(/from its own network by the public address|192\.168\.10\.1:/);
    expect(out).not.toContain('never passes the router');
  });
});
