import {
  findChecks,
  findInterfaces,
  lookedAt,
  type SaidOfText,
  statedAddresses,
} from '../../answers/index.ts';
import { type Config, nameInRouter, readTexts, type TextFile } from '../../config/index.ts';
import type { Topology } from '../../lab/index.ts';
import { type LintInput, lintInput, type SaidOfWorld } from '../../lint/index.ts';
import { assumeWorld, type Known } from '../../rib/index.ts';
import type { LanguageOption } from '../options/language.ts';
import { complain } from '../output/complain.ts';
import type { WorldOptions } from '../world/options.ts';
import { topologyLeases } from '../world/sources.ts';

/** What a user says beside a text that is linted. */
export interface LintReading
  extends Omit<SaidOfText, 'lang'>,
    Partial<Pick<WorldOptions, 'down' | 'lease' | 'unreachable'>> {
  /** The bench beside the text. */
  readonly topology?: Topology | undefined;
}

/** A text as it is read, and what its rules are asked of; undefined where an option names no port of it, which has been said. */
export function lintInputOf(
  text: TextFile,
  options: LintReading & Partial<LanguageOption>,
): { config: Config; input: LintInput } | undefined {
  const config = readTexts([text], lookedAt(options));
  const known = knownOf(config, options);
  if (!known) return undefined;
  const asOlder = () => readTexts([text], lookedAt({ ...options, dialect: 'v6' }));
  const isSaid = options.dialect !== undefined;
  const isMade = config.intents.length > 0;
  const input = lintInput(config, known, isSaid || isMade ? undefined : asOlder);
  return { config, input: { ...input, isMade } };
}

/** What options say goes first, then the bench. */
function knownOf(config: Config, options: LintReading): SaidOfWorld | undefined {
  const { lease = [], topology } = options;
  const named = (name: string): string => nameInRouter(config, name);
  const stated = lease.map(one => ({ ...one, interface: named(one.interface) }));
  const held = stated.map(one => one.interface);
  const bench = topologyLeases(config, topology).filter(one => !held.includes(one.interface));
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
    ...bench.map((lease): Known => ({ kind: 'bench', lease })),
    ...stated.map((lease): Known => ({ kind: 'stated', lease })),
    ...given.map(([name, address]): Known => ({ kind: 'address', interface: name, address })),
    ...down.map((name): Known => ({ kind: 'down', name })),
    ...silent.map((name): Known => ({ kind: 'unreachable', name })),
  ];
  return { ...base, down, unreachable, said };
}
