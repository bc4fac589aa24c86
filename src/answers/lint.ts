import { type SaidOfWorld as LintedWorld, type LintInput, lintInput } from '../lint/index.ts';
import { type Config, nameInRouter, readTexts } from '../reading/index.ts';
import { assumeWorld, type Known, type Lease } from '../rib/index.ts';
import type { NamedText } from '../rsc/index.ts';
import type { Complain } from './names/index.ts';
import { findChecks, findInterfaces } from './names/index.ts';
import { lookedAt, type SaidOfText, type SaidOfWorld, statedAddresses } from './subject/index.ts';

/** What a user says beside a text that is linted. */
export interface SaidOfLint
  extends SaidOfText,
    Partial<Pick<SaidOfWorld, 'down' | 'lease' | 'unreachable'>> {}

/** A text as it is read, and what its rules are asked of; undefined where an option names no port of it, which was said. */
export function lintInputOf(
  text: NamedText,
  said: SaidOfLint,
  benchOf: (config: Config) => readonly Lease[],
  complain: Complain,
): { config: Config; input: LintInput } | undefined {
  const config = readTexts([text], lookedAt(said));
  const known = knownOf(config, said, benchOf(config), complain);
  if (!known) return undefined;
  const asOlder = () => readTexts([text], lookedAt({ ...said, dialect: 'v6' }));
  const isIntent = config.intents.length > 0;
  const isMade = isIntent || config.listings.length > 0;
  const input = lintInput(config, known, said.dialect !== undefined || isIntent ? undefined : asOlder);
  return { config, input: { ...input, isMade } };
}

/** What options say goes first, then the bench. */
function knownOf(
  config: Config,
  options: SaidOfLint,
  ofBench: readonly Lease[],
  complain: Complain,
): LintedWorld | undefined {
  const { lease = [] } = options;
  const named = (name: string): string => nameInRouter(config, name);
  const stated = lease.map(one => ({ ...one, interface: named(one.interface) }));
  const held = stated.map(one => one.interface);
  const bench = ofBench.filter(one => !held.includes(one.interface));
  const given = Object.entries(statedAddresses(options)).map(
    ([name, address]) => [named(name), address] as const,
  );
  const base = { addresses: Object.fromEntries(given), leases: [...stated, ...bench], unleased: held };
  const { world } = assumeWorld(config.router, base);
  const { down: unplugged = [], unreachable: silent = [] } = options;
  const down = findInterfaces(config.router, world, unplugged, complain);
  const unreachable = down && findChecks(config.router, world, config, silent, complain);
  if (!unreachable) return undefined;
  const said = [
    ...bench.map((one): Known => ({ kind: 'bench', lease: one })),
    ...stated.map((one): Known => ({ kind: 'stated', lease: one })),
    ...given.map(([name, address]): Known => ({ kind: 'address', interface: name, address })),
    ...down.map((name): Known => ({ kind: 'down', name })),
    ...silent.map((name): Known => ({ kind: 'unreachable', name })),
  ];
  return { ...base, down, unreachable, said };
}
