import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { firewallLook } from './let-in.ts';
import type { KeptOutLan } from './own-troubles.ts';
import { officeText } from './testing/office.ts';
import { openSite, type Site } from './testing/site.ts';

// A LAN that its own firewall keeps from the pages: the rules are walked, nothing is opened.

const lan = { address: '192.168.0.1', length: 24, interface: 'ether4', name: 'ether4' };
const drop = 'add action=drop chain=input in-interface=ether4 protocol=tcp dst-port=8000-9000\n';
const accept = 'add action=accept chain=input in-interface=ether4 protocol=tcp dst-port=8443\n';

interface Open {
  readonly code: string;
  readonly about: string;
  readonly what: string;
}

let site: Site;
let said: KeptOutLan[];
let look: ReturnType<typeof firewallLook>;
const sites: Site[] = [];
beforeEach(async () => {
  site = await openSite();
  sites.push(site);
  said = [];
  look = firewallLook(site.parts, one => said.push(one));
});
afterAll(() => {
  for (const one of sites) one.close();
});

let versions = 0;
function run(rules: string): void {
  versions += 1;
  const texts = [{ file: 'office.rsc', text: `${officeText}/ip firewall filter\n${rules}` }];
  site.daemon.texts = { ...site.daemon.texts, hash: `${versions}`.padStart(64, '0'), texts };
}

async function conditions(lang = 'en'): Promise<readonly Open[]> {
  const headers = { authorization: `Bearer ${site.tokenOf('read')}` };
  const answer = await site.request(`/api/v1/status?lang=${lang}`, { headers });
  const { conditions: all } = (await answer.json()) as { conditions: readonly Open[] };
  return all.filter(({ code }) => code === 'web/refused-by-firewall');
}

describe('web/refused-by-firewall', () => {
  it('a rule drops what clients send to the port → raised, with the LAN and the rule; accepted before it → cleared', async () => {
    run(drop);
    await look([lan], 8443);
    const [one, ...others] = await conditions();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ about: 'ether4', what: expect.stringMatching(/ether4.*192\.168\.0\.1/) });
    expect((await conditions('id'))[0]?.what).toContain('Klien ether4');
    run(`${accept}${drop}`);
    await look([lan], 8443);
    expect(await conditions()).toEqual([]);
    expect(said.map(({ interface: name }) => name)).toEqual(['ether4']);
  });

  it('a port that the machine calls otherwise → walked by the name that the text has', async () => {
    run(drop);
    await look([{ ...lan, interface: 'enp3s0' }], 8443);
    expect((await conditions())[0]?.about).toBe('enp3s0');
  });

  it('a rule for other ports, or for another LAN → none', async () => {
    run('add action=drop chain=input in-interface=ether4 protocol=tcp dst-port=80\n');
    await look([lan], 8443);
    run('add action=drop chain=input in-interface=ether5\n');
    await look([lan], 8443);
    expect(await conditions()).toEqual([]);
  });

  it('the LAN is gone → cleared', async () => {
    run(drop);
    await look([lan], 8443);
    expect(await conditions()).toHaveLength(1);
    await look([], 8443);
    expect(await conditions()).toEqual([]);
  });

  it('nothing has changed → not walked again; the gateway is away → what was known stays', async () => {
    run(drop);
    await look([lan], 8443);
    await look([lan], 8443);
    expect(said).toHaveLength(1);
    site.daemon.trouble = { what: 'It is away.', do: 'Wait.' };
    await look([lan], 8443);
    expect(site.parts.keptOut.lans).toHaveLength(1);
  });
});
