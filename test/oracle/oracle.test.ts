import { readdirSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { type WorldOptions, withWorld } from '../../src/cli/world/options.ts';
import { parseIpv4Prefix } from '../../src/net/index.ts';
import { assumeWorld, computeRib, type RibRoute, routeFlags } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';

/**
 * Route tables that real routers printed (`NN.expected.txt`), beside the configuration that made them (`NN.rsc`). Each
 * printed row must be one of ours, with the same flags, gateway, distance and table. Nothing else may stand there.
 */
const folder = new URL('.', import.meta.url).pathname;
const names = readdirSync(folder)
  .filter(name => name.endsWith('.rsc'))
  .map(name => name.slice(0, -'.rsc'.length));

/** Printed tables that show a part of the router's routes, so ours may have more; and which part. */
const cut: Readonly<Record<string, string>> = {
  '18': 'default routes only',
  '34': 'static routes only, the list breaks off',
};

interface Row {
  readonly flags: string;
  readonly destination: string;
  readonly gateway: string;
  readonly distance: string;
  readonly table: string;
}

interface Printed {
  readonly world: WorldOptions;
  readonly rows: readonly Row[];
}

function readPrinted(name: string): Printed {
  const lines = readFileSync(`${folder}/${name}.expected.txt`, 'utf8').split('\n');
  const world = lines.find(line => line.startsWith('# world: '))?.slice('# world: '.length) ?? '';
  const rows = lines.filter(line => line !== '' && !line.startsWith('#')).map(readRow);
  return { world: worldOptions(world.startsWith('--') ? world.trim().split(/\s+/) : []), rows };
}

function readRow(line: string): Row {
  const [flags = '', destination = '', gateway = '', distance = '', table = ''] = line.split('|');
  // `H`: forwarded by the switch chip, which no text tells.
  return { flags: flags.replace('H', ''), destination, gateway, distance, table: table || 'main' };
}

/** The options as the commands read them. */
function worldOptions(words: readonly string[]): WorldOptions {
  return withWorld(new Command()).parse(words, { from: 'user' }).opts<WorldOptions>();
}

/** What we would print. v6 prints the letters in another order than Winbox, so they are compared as a set. */
function rowOf(route: RibRoute, flags: string): Row {
  return {
    flags,
    destination: route.destination,
    gateway: route.gateways.map(({ text }) => text).join(),
    distance: `${route.distance}`,
    table: route.table,
  };
}

const letters = (flags: string): string => [...flags].sort().join('');

const text = ({ flags, destination, gateway, distance, table }: Row): string =>
  [letters(flags), destination, gateway, distance, table].join(' ');

function compute(name: string, { down, lease: leases, unreachable }: WorldOptions): readonly Row[] {
  const source = readFileSync(`${folder}/${name}.rsc`, 'utf8');
  const { router } = readRouterOs(source, { file: `${name}.rsc` });
  const { world } = assumeWorld(router, { leases, down, unreachable });
  return computeRib(router, world).routes.map(route => rowOf(route, routeFlags(route, router.version)));
}

describe('printed route tables of real routers', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(19);
    expect(Object.keys(cut).filter(name => !names.includes(name))).toEqual([]);
  });

  for (const name of names) {
    it(`${name}: the routes of the text → what the router printed`, () => {
      const { world, rows } = readPrinted(name);
      expect(rows.filter(({ destination }) => parseIpv4Prefix(destination) === undefined)).toEqual([]);
      const ours = compute(name, world).map(text).toSorted();
      const printed = rows.map(text).toSorted();
      expect(name in cut ? ours.filter(row => printed.includes(row)) : ours).toEqual(printed);
    });
  }
});
