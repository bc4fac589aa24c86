import type { Router } from '../../model/index.ts';
import { computeRib, type RibOptions, type World } from '../../rib/index.ts';
import { interfaceNamed } from '../../walk/index.ts';

/** The interface that a word on the command line means; undefined where there is none, which has been said then. */
export function findInterface(router: Router, world: World, word: string): string | undefined {
  const known = [
    ...new Set([...Object.keys(world.interfaces), ...router.interfaces.map(({ name }) => name)]),
  ];
  const found = interfaceNamed(router, known, word);
  if (found === undefined) {
    process.stderr.write(`jalur: there is no interface ${word}.\n       Interfaces: ${known.join(', ')}\n`);
  }
  return found;
}

/** All of them; undefined where one is no interface. */
export function findInterfaces(router: Router, world: World, words: readonly string[]): string[] | undefined {
  const found = words.map(word => findInterface(router, world, word));
  return found.includes(undefined) ? undefined : found.filter(name => name !== undefined);
}

/** Keys of the checks that watch a gateway; undefined where none does, which has been said then. */
export function findChecks(
  router: Router,
  world: World,
  options: RibOptions,
  words: readonly string[],
): string[] | undefined {
  if (words.length === 0) return [];
  const { checks } = computeRib(router, world, options);
  const keys = words.map(word =>
    checks
      .filter(check => [check.key, check.address, `${check.address}%${check.interface}`].includes(word))
      .map(({ key }) => key),
  );
  const missing = words.find((_, index) => keys[index]?.length === 0);
  if (missing === undefined) return keys.flat();
  const known = [...new Set(checks.map(({ address, interface: name }) => `${address}%${name}`))];
  process.stderr.write(
    `jalur: no route checks a gateway ${missing}.\n       Checked: ${known.join(', ') || 'none (check-gateway is nowhere set)'}\n`,
  );
  return undefined;
}
