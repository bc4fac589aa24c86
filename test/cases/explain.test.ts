import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quoteFrom } from '../../src/answers/index.ts';
import {
  findAddress,
  findArrival,
  findInterface,
  findInterfaces,
  noteForeignSource,
} from '../../src/answers/names/index.ts';
import { complain } from '../../src/cli/output/complain.ts';
import { parseProtocol, parseServicePort } from '../../src/cli/walk/parse.ts';
import { assumeWorld, computeRib } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { prepare } from '../../src/walk/index.ts';
import { caseText, preparedCase, readCase, storyOf } from './read.ts';

const file = 'explained.rsc';
const { router, world } = readCase(file);

let said = '';
beforeEach(() => {
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('--in', () => {
  it.each([
    ['wan-radio', 'wan-radio'],
    ['ether2', 'wan-radio'],
    ['Fibre of the house', 'wan-fibre'],
    ['neighbour', 'wan-radio'],
  ])('%s → %s', (word, name) => {
    expect(findInterface(router, world, word, complain)).toBe(name);
  });

  it('a list → the member in whose network the source lies, else the first with a network', () => {
    expect(findArrival(router, world, 'lan', '192.168.4.20', complain)).toBe('ether4');
    expect(findArrival(router, world, 'LAN', '10.99.0.1', complain)).toBe('ether3');
    expect(findInterfaces(router, world, ['WAN'], complain)).toEqual(['wan-fibre', 'wan-radio']);
  });

  it.each([
    ['LAM', "there is no interface LAM. Did you mean 'LAN'?"],
    ['nieghbour', "Did you mean 'neighbour'?"],
    [' of the ', 'Did you mean wan-fibre or wan-radio?'],
    ['LAN', 'LAN means several interfaces: ether3, ether4'],
  ])('%s where one interface is asked → said: %s', (word, text) => {
    expect(findInterface(router, world, word, complain)).toBeUndefined();
    expect(said).toContain(text);
  });
});

describe('a source that is not at home where it comes in', () => {
  const rib = computeRib(router, world);

  it('in no network of the LAN, and no route leads there → noted', () => {
    noteForeignSource(router, { world, rib }, 'ether3', '10.99.0.1', complain);
    expect(said).toContain('10.99.0.1 lies in no network of ether3 (192.168.3.0/24)');
  });

  it.each([
    ['ether3', '192.168.3.9'],
    ['wan-fibre', '203.0.113.9'],
  ] as const)('%s, %s → nothing', (name, src) => {
    noteForeignSource(router, { world, rib }, name, src, complain);
    expect(said).toBe('');
  });
});

describe('--src, --dst', () => {
  it('an address, a name of /ip dns static, what a lease is called → the address', () => {
    expect(findAddress(router, '--src', '10.0.0.1', complain)).toBe('10.0.0.1');
    expect(findAddress(router, '--src', 'printer.lan', complain)).toBe('192.168.3.30');
    expect(findAddress(router, '--src', 'NAS', complain)).toBe('192.168.4.20');
  });

  it('no host → said, with the near one', () => {
    expect(findAddress(router, '--dst', 'nass', complain)).toBeUndefined();
    expect(said).toContain(
      "--dst nass is no IPv4 address such as 192.168.0.10 and no host that the text names. Did you mean 'nas'?",
    );
  });
});

describe('--proto, --dport', () => {
  it('services → protocol and port; numbers and protocols as they are', () => {
    expect(parseProtocol('dns')).toEqual({ protocol: 'udp', port: 53 });
    expect(parseProtocol('icmp')).toEqual({ protocol: 'icmp' });
    expect(parseServicePort('https')).toEqual({ protocol: 'tcp', port: 443 });
    expect(parseServicePort('8080')).toEqual({ port: 8080 });
  });

  it('no service → refused with the near one', () => {
    expect(() => parseServicePort('htps')).toThrow("Did you mean 'https'?");
    expect(() => parseServicePort('70000')).toThrow('0 to 65535');
    expect(() => parseProtocol('tpc')).toThrow('another IP protocol');
  });
});

describe('what is said of the way', () => {
  it('no source → the router chooses the address of the way out', () => {
    const { answer } = storyOf(preparedCase(file), { src: 0, dst: '9.9.9.9', protocol: 'udp', dstPort: 123 });
    expect(answer).toBe('It leaves by Fibre of the house (wan-fibre) with its own source 10.1.1.2.');
  });

  it('v6, routes of equal distance → the one that is not used, and that nobody promises which', () => {
    const packet = { in: 'ether4', src: '192.168.4.20', dst: '8.8.8.8', dstPort: 443 } as const;
    const routed = storyOf(preparedCase(file), packet).lines.find(line => line.startsWith('Routed'));
    expect(routed).toContain(
      '10.2.2.1 (explained.rsc:30) is not used. Same distance as 10.1.1.1 (explained.rsc:29): RouterOS uses one of them, not saying which; taken here: the first.',
    );
  });

  it('v7, routes of equal distance → one of both next hops; unequal → nothing of it', () => {
    const packet = { in: 'ether4', src: '192.168.4.20', dst: '8.8.8.8', dstPort: 443 } as const;
    const v7 = caseText(file).replace('RouterOS 6.49.10', 'RouterOS 7.16');
    const lines = (text: string) => {
      const { router: read } = readRouterOs(text, { file });
      const { world: now } = assumeWorld(read);
      const options = { engine: 'routeros', seed: 0 } as const;
      return storyOf(prepare(read, computeRib(read, now), now, options), packet).lines.join(' ');
    };
    expect(lines(v7)).toContain('(one of 2 next hops, routes of equal distance 1)');
    const unequal = lines(v7.replace('distance=1 gateway=10.2.2.1', 'distance=2 gateway=10.2.2.1'));
    expect(unequal).not.toMatch(/next hops|is not used/);
  });

  it('a wrapped statement → quoted whole, as the router puts it together', () => {
    const quote = quoteFrom(new Map([[file, caseText(file)]]));
    const rule = router.firewall.ipv4.filter[0];
    expect(rule && quote(rule.origin)).toBe(
      'add action=drop chain=forward comment="the printer stays inside" out-interface-list=WAN src-address=192.168.3.30',
    );
  });
});
