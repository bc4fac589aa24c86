// Shorewall's own rule set for the paper's shape: connections are tracked to their provider, new ones are balanced by the route.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../dist/sys/index.js';
import { startingShorewall } from '../gateways/shorewall-start.mjs';

const files = wans => ({
  zones: 'fw firewall\nnet ipv4\nloc ipv4\n',
  interfaces: `?FORMAT 2\n${wans.map(i => `net w${i} optional\n`).join('')}loc ether4 -\n`,
  policy: 'loc net ACCEPT\nloc fw ACCEPT\nfw all ACCEPT\nnet all DROP\nall all REJECT\n',
  rules: '?SECTION NEW\n',
  providers: wans.map(i => `ISP${i} ${i} ${i} - w${i} 10.${i}.0.1 track,balance -\n`).join(''),
  snat: wans.map(i => `MASQUERADE 192.168.0.0/24 w${i}\n`).join(''),
});

export const shorewall = {
  name: 'Shorewall, its own rule set',
  needs: { tool: 'shorewall', apt: 'shorewall' },
  async lay(bed) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-shorewall-'));
    try {
      run(startingShorewall(folder, files(bed.wans)), { ns: bed.router, timeoutMs: 120_000 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return async () => undefined;
  },
};
