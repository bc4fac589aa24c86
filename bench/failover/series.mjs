// Many faults of one kind: a new site and a new gateway for some of them each, as a line that falls often is held down longer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monotonicMs } from '../../dist/sys/index.js';
import { labJalur, startJalur } from '../gateways/jalur.mjs';
import { bareSite } from '../site/bare.mjs';
import { labSite } from '../site/lab.mjs';
import { startServers } from '../traffic/servers.mjs';
import { textOf } from './kinds.mjs';
import { oneFault } from './one-fault.mjs';

/** Faults on one site before a line is kept down too long. */
const perSite = 4;

/** Has `action` work with a site in which the gateway of `start` runs; everything is gone afterwards. */
async function withSite(site, start, action) {
  const servers = startServers(site);
  try {
    const gateway = await start(site);
    try {
      return await action(gateway, servers);
    } finally {
      await gateway.stop();
    }
  } finally {
    servers.close();
    await site.down();
  }
}

const places = {
  async veths(kind, action) {
    const site = bareSite();
    const start = one => startJalur(one, { file: one.config(textOf(kind)) });
    return withSite(site, start, (gateway, servers) => action(site, gateway, servers));
  },
  async lab(kind, action) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-text-'));
    const file = join(folder, 'office.rsc');
    writeFileSync(file, textOf(kind));
    try {
      const site = await labSite({ file, pace: 'jalur' });
      return await withSite(site, labJalur, (gateway, servers) => action(site, gateway, servers));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What a site may fail to come up before its kind is given up: this machine may be too busy for it. */
const failuresAllowed = 1;

/** `count` faults one after the other, as many as the time allows. `say` hears of each, `complain` of what did not work. */
export async function series({ place, kind, count, untilMs, say, complain }) {
  const results = [];
  let failures = 0;
  const isOver = () => results.length >= count || (results.length > 0 && monotonicMs() > untilMs);
  const batch = async (site, gateway, servers) => {
    for (let i = 0; i < perSite && !isOver(); i++) {
      kind.before?.(site);
      const line = (results.length + 1) % site.lines.length;
      const result = await oneFault(site, gateway, { kind: kind.kind, line, isIdle: kind.isIdle });
      servers.hangUp();
      results.push(result);
      say(results);
      if (!result.isBack) return;
    }
  };
  while (!isOver() && failures <= failuresAllowed) {
    await places[place](kind, batch).catch(error => {
      failures++;
      complain(error);
    });
  }
  return results;
}

/** The same with a peer on plain veths; what was measured until something did not work counts. */
export async function peerSeries({ peer, kind, count, untilMs, say, complain }) {
  const site = bareSite();
  const results = [];
  const faults = async (gateway, servers) => {
    for (let i = 0; i < count && (i === 0 || monotonicMs() < untilMs); i++) {
      const asked = { kind, line: (i + 1) % 2, outageMs: peer.outageMs, backMs: 60_000 };
      results.push(await oneFault(site, gateway, asked));
      servers.hangUp();
      say(results);
    }
  };
  await withSite(site, peer.start, faults).catch(complain);
  return results;
}
