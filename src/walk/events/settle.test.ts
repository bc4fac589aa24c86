import { describe, expect, it } from 'vitest';
import { assumeWorld, type Fault } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { ranTexts } from '../say/event.ts';
import { type Settled, scriptQuestions, settle } from './index.ts';

const office = `/ip address
add address=203.0.113.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/interface list
add name=WAN
/interface list member
add list=WAN interface=ether1
/ip route
add gateway=203.0.113.1 comment=A
add gateway=203.0.113.9 distance=9 comment=B
/ip firewall nat
add chain=srcnat action=masquerade out-interface-list=WAN
`;

const routerOf = (text: string) => readRouterOs(text, { file: 'x.rsc', dialect: 'v7' }).router;

function settled(more: string, faults: readonly Fault[] = [], assume: Record<string, string> = {}): Settled {
  const router = routerOf(`${office}${more}\n`);
  return settle(router, assumeWorld(router).world, faults, { assume });
}

/** Comments of the routes that are enabled. */
const routes = ({ router }: Settled): string =>
  router.routes.flatMap(({ disabled, comment }) => (disabled ? [] : [comment])).join('');

const kinds = ({ points }: Settled): readonly string[] => points.map(({ kind, line }) => `${kind} ${line}`);

const ran = ({ ran }: Settled): string[] => ranTexts(ran, 'en');

const disableA = '/ip route disable [find comment=A]';
const unplugged = (name: string): readonly Fault[] => [{ interface: name, kind: 'unplugged' }];
const upstream = (name: string): readonly Fault[] => [{ interface: name, kind: 'upstream' }];

describe('the scheduler', () => {
  const schedule = (more: string, script = disableA) =>
    settled(`/system scheduler\nadd name=s on-event="${script}" ${more}`);

  it.each(['', 'interval=0s', 'interval=0', 'interval=00:00:00'])(
    'at startup, %s → carried out',
    interval => {
      const one = schedule(`start-time=startup ${interval}`);
      expect([routes(one), kinds(one)]).toEqual(['B', []]);
    },
  );

  it.each(['start-time=startup interval=1m', 'interval=1h', 'interval=30s'])(
    '%s → runs so often that it has run',
    when => {
      const one = schedule(when);
      expect([routes(one), kinds(one)]).toEqual(['B', []]);
    },
  );

  it.each(['start-time=10:00:00', 'interval=1d', 'interval=1h1s', 'interval=0s'])(
    '%s → not now, and it is open what it has done',
    when => {
      const one = schedule(when);
      expect([routes(one), kinds(one)]).toEqual(['AB', ['scheduler 14']]);
    },
  );

  it.each(['start-time=startup', 'interval=1d'])('disabled, %s → nothing', when => {
    const one = schedule(`${when} disabled=yes`);
    expect([routes(one), kinds(one)]).toEqual(['AB', []]);
  });

  it('a long script → its first line, cut', () => {
    const [point] = schedule('interval=1d', `${disableA}; :log info ${'x'.repeat(60)}`).points;
    expect(point).toMatchObject({ file: 'x.rsc', choices: ['yes', 'no'], id: 'scheduler@x.rsc:14' });
    expect([point?.what.length, point?.what.endsWith('…'), point?.what.startsWith(disableA)]).toEqual([
      60,
      true,
      true,
    ]);
  });

  it('a condition → a question with its answers; other statements leave none to answer', () => {
    const text = `${office}/system scheduler\nadd name=s start-time=startup on-event=":if ([/ping 1.1.1.1 count=1] = 0) do={ ${disableA} }"\n`;
    const router = routerOf(text);
    expect(scriptQuestions(router, assumeWorld(router).world)).toEqual([
      { questions: ['script@14'], answers: ['yes', 'no'] },
    ]);
    const world = assumeWorld(router).world;
    const by = (answer: string) => routes(settle(router, world, [], { assume: { 'script@14': answer } }));
    expect([by('yes'), by('no')]).toEqual(['B', 'AB']);
  });
});

describe('what scripts do to the world', () => {
  const startup = (script: string, more = '', faults: readonly Fault[] = []) =>
    settled(`${more}\n/system scheduler\nadd name=s start-time=startup on-event="${script}"`, faults);
  const held = ({ world }: Settled, name: string) =>
    world.interfaces[name]?.addresses.map(({ address }) => address);

  it('an address is removed or disabled → gone; others stay', () => {
    for (const verb of ['remove', 'disable']) {
      const one = startup(`/ip address ${verb} [find interface=ether1]`);
      expect([held(one, 'ether1'), held(one, 'ether2')]).toEqual([[], ['192.168.0.1']]);
    }
    const none = startup('/ip address disable [find interface=ether7]');
    expect([held(none, 'ether1'), held(none, 'ether2')]).toEqual([['203.0.113.2'], ['192.168.0.1']]);
  });

  it('an address that was disabled in the text → never was there, and is no loss', () => {
    const extra = '/ip address\nadd address=203.0.113.2/24 interface=ether1 disabled=yes comment=twice';
    const one = startup('/ip address remove [find comment=twice]', extra);
    expect(held(one, 'ether1')).toEqual(['203.0.113.2']);
  });

  it('a link is disabled → down, with its routes; enabled → up', () => {
    const vlan = (more: string) =>
      `/interface vlan\nadd name=v interface=ether3 vlan-id=5 ${more}\n/ip address\nadd address=198.51.100.2/24 interface=v\n/ip route\nadd dst-address=9.9.9.0/24 gateway=198.51.100.1`;
    const ended = (script: string, more: string) => {
      const { world, rib } = startup(script, vlan(more));
      const running = ['v', 'ether1'].map(name => world.interfaces[name]?.running);
      return [...running, rib.routes.some(one => one.active && one.destination === '9.9.9.0/24')];
    };
    expect(ended(':log info x', 'disabled=no')).toEqual([true, true, true]);
    expect(ended('/interface vlan disable [find name=v]', 'disabled=no')).toEqual([false, true, false]);
    expect(ended(':log info x', 'disabled=yes')).toEqual([false, true, false]);
    expect(ended('/interface vlan enable [find name=v]', 'disabled=yes')).toEqual([true, true, true]);
  });

  it('a DHCP client is disabled → its lease goes; enabled → it gets one', () => {
    const client = (more: string) => `/ip dhcp-client\nadd interface=ether3 ${more}`;
    const lease = (script: string, more: string) => {
      const { world } = startup(script, client(more));
      return [Object.keys(world.leases), world.interfaces['ether3']?.addresses.length];
    };
    expect(lease('/ip dhcp-client disable [find interface=ether3]', 'disabled=no')).toEqual([[], 0]);
    expect(lease(':log info x', 'disabled=no')).toEqual([['ether3'], 1]);
    expect(lease('/ip dhcp-client enable [find interface=ether3]', 'disabled=yes')).toEqual([['ether3'], 1]);
    expect(lease(':log info x', 'disabled=yes')).toEqual([[], 0]);
  });
});

describe('scripts of leases and lines', () => {
  const client = (script: string) =>
    `/ip dhcp-client\nadd interface=ether3 add-default-route=no script="${script}"`;
  const bound = `:if (\\$bound = 1) do={ /ip route add gateway=\\$\\"gateway-address\\" comment=C } else={ /ip route disable [find comment=B] }`;

  it('a lease → bound=1 with its gateway; none → bound=0', () => {
    const up = settled(client(bound));
    expect(routes(up)).toBe('ABC');
    const route = up.router.routes.find(({ comment }) => comment === 'C');
    expect(route?.gateways[0]?.address).toBe(up.world.leases['ether3']?.gateway);
    expect(routes(settled(client(bound), unplugged('ether3')))).toMatch(/^A/);
    expect(routes(settled(client(bound), unplugged('ether3')))).not.toContain('B');
    expect(routes(settled(client(bound), upstream('ether3')))).toBe('ABC');
  });

  it('a client that is disabled, or has no script → runs nothing', () => {
    expect(routes(settled(client(bound).replace('script=', 'disabled=yes script=')))).toBe('AB');
    expect(routes(settled(client('')))).toBe('AB');
  });

  it('the name of the interface → is what the script gets', () => {
    const script = ':if (\\$interface = \\"ether3\\") do={ /ip route disable [find comment=A] }';
    expect(routes(settled(client(script)))).toBe('B');
    expect(routes(settled(client(script.replace('ether3', 'ether4'))))).toBe('AB');
  });

  const line = (profile: string, more: string) =>
    `/ppp profile\nadd name=p ${more}\n/interface pppoe-client\nadd name=pppoe-a interface=ether4 user=u disabled=no ${profile}`;
  const add = '/ip route add gateway=\\$\\"remote-address\\" comment=C';

  it('a line of the profile → on-up; down → on-down', () => {
    const scripts = `on-up="${add}" on-down="/ip route disable [find comment=B]"`;
    expect(routes(settled(line('profile=p', scripts)))).toBe('ABC');
    expect(routes(settled(line('profile=p', scripts), unplugged('pppoe-a')))).not.toContain('B');
    expect(routes(settled(line('', scripts)))).toBe('AB');
    expect(routes(settled(line('profile=p', `${scripts} disabled=no`)))).toBe('ABC');
  });
});

describe('netwatch', () => {
  const watch = (more: string, host = '8.8.8.8') => `/tool netwatch\nadd host=${host} ${more}`;
  const scripts = `up-script="/ip route enable [find comment=A]" down-script="${disableA}"`;
  const pinned = '/ip route\nadd dst-address=8.8.8.8/32 gateway=203.0.113.1 comment=P\n';

  it('down → the down script, up → the up script', () => {
    expect(routes(settled(pinned + watch(scripts)))).toBe('ABP');
    expect(routes(settled(pinned + watch(scripts), upstream('ether1')))).toBe('BP');
    const off = pinned.replace('/ip route\n', '/ip route\nset [find comment=A] disabled=yes\n');
    expect(routes(settled(off + watch(scripts)))).toBe('ABP');
    expect(routes(settled(pinned + watch(`${scripts} disabled=yes`), upstream('ether1')))).toBe('ABP');
  });

  it('ignore-initial-… → the first state runs nothing, a later one does', () => {
    const off = pinned.replace('/ip route\n', '/ip route\nset [find comment=A] disabled=yes\n');
    expect(routes(settled(off + watch(`${scripts} ignore-initial-up=yes`)))).toBe('BP');
    expect(routes(settled(off + watch(`${scripts} ignore-initial-down=yes`)))).toBe('ABP');
    expect(routes(settled(pinned + watch(`${scripts} ignore-initial-down=yes`), upstream('ether1')))).toBe(
      'BP',
    );
  });

  it('a name → open where either script could change something', () => {
    const named = (more: string) => kinds(settled(watch(more, 'example.com')));
    expect(named(scripts)).toEqual(['netwatch 14']);
    expect(named(`down-script="${disableA}"`)).toEqual(['netwatch 14']);
    expect(named('up-script="/ip route enable [find comment=A]"')).toEqual(['netwatch 14']);
    expect(named('up-script=":log info up" down-script=":log info down"')).toEqual([]);
  });

  it('a test script that would change something → open', () => {
    const test = (script: string, more = '') => kinds(settled(watch(`test-script="${script}" ${more}`)));
    expect(test(disableA)).toEqual(['scheduler 14']);
    expect(test(disableA, 'disabled=yes')).toEqual([]);
    expect(test(':log info x')).toEqual([]);
  });

  it('scripts that undo what they see → flaps between its states', () => {
    const turns = `up-script="${disableA}" down-script="/ip route enable [find comment=A]"`;
    const only = '/ip route\nset [find comment=B] disabled=yes\n';
    const one = settled(only + watch(turns));
    expect(one.flapping?.probes.map(({ host }) => host)).toEqual(['8.8.8.8']);
    expect(one.flapping?.phases).toHaveLength(2);
    expect(new Set(one.flapping?.phases.map(phase => routes({ ...one, ...phase })))).toEqual(
      new Set(['A', '']),
    );
    expect(kinds(one)).toEqual(['flapping 16']);
    expect(settled(pinned + watch(scripts)).flapping).toBeUndefined();
  });
});

describe('scripts that have run', () => {
  const watch = `/ip route\nadd dst-address=9.9.9.9/32 gateway=203.0.113.1\n/tool netwatch\nadd host=9.9.9.9 down-script="${disableA}" up-script="/ip route enable [find comment=A]"`;

  it('the probe is down, its script changes a route → said with its line', () => {
    const down = settled(watch, upstream('ether1'));
    expect(routes(down)).toBe('B');
    expect(ran(down)).toEqual([
      'Then the down-script of x.rsc:16 has run, and has changed the configuration.',
    ]);
  });

  it('the probe is up, or the script changes nothing → not said', () => {
    expect(ran(settled(watch))).toEqual([]);
    const idle = watch.replace(disableA, ':log info x');
    expect(ran(settled(idle, upstream('ether1')))).toEqual([]);
  });
});

describe('a script that switches a port', () => {
  it.each([
    '/interface ethernet set [find default-name=ether1] disabled=yes',
    '/interface ethernet disable [find name=ether1]',
    '/interface ethernet disable ether1',
    '/interface disable ether1',
  ])('%s → the port is off', script => {
    const one = settled(`/system scheduler\nadd name=s start-time=startup on-event="${script}"`);
    expect(one.router.interfaces.find(({ name }) => name === 'ether1')?.disabled).toBe(true);
    expect(kinds(one)).toEqual([]);
  });
});

describe('what a lease script sees of its server', () => {
  const client = (script: string) =>
    `/ip dhcp-client\nadd interface=ether3 add-default-route=no disabled=no script="${script}"`;

  it('[get dhcp-server] → known where the lease has one, open where not', () => {
    const script =
      ':if ([/ip dhcp-client get [find interface=ether3] dhcp-server] != 10.9.9.9) do={ /ip route disable [find comment=A] }';
    const router = routerOf(`${office}${client(script)}\n`);
    const lease = {
      interface: 'ether3',
      address: { address: '10.1.0.9', length: 24 },
      gateway: '10.1.0.1',
      dns: [],
      leaseTime: 600_000,
    } as const;
    const withServer = (server?: '10.9.9.9' | '10.1.0.1') =>
      settle(router, assumeWorld(router, { leases: [server ? { ...lease, server } : lease] }).world);
    expect(routes(withServer('10.9.9.9'))).toBe('AB');
    expect(routes(withServer('10.1.0.1'))).toBe('B');
    expect(kinds(withServer())).toEqual(['script 14']);
  });
});
