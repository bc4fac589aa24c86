import type { ProgramHook, ProgramNft } from '../../linux/index.ts';
import { isDefault } from '../../net/index.ts';
import { EnvironmentError } from '../../sys/index.ts';
import { showRoute } from '../netlink/index.ts';
import type { KernelRoute } from '../types.ts';
import { diffRoutes, diffRules, kernelRoute, kernelRule, showAddress } from './diff.ts';
import type { KernelProgram } from './kernel-program.ts';
import { fillOwnSets, isUntouched, saidOfHooks, setOwnHooks } from './nft.ts';
import type { Pass } from './pass.ts';

/**
 * What a program changes of routes, and of the sets and hooks that decide about connections, where it follows one that is in the
 * kernel: packets wait for these, so they are changed before anything is looked at. What does not work is left to the look
 * that follows, and said by it.
 */
export function hurry(pass: Pass, program: KernelProgram): void {
  const { applied } = pass.host.memory;
  if (!applied || pass.dry || !isSamePlace(applied, program)) return;
  const { port } = pass.host;
  const { add, replace, remove } = diffRoutes(program.routes, applied.routes.map(kernelRoute));
  for (const route of defaultsFirst(replace)) {
    attempt(pass, `change route to ${showRoute(route)}`, () => port.replaceRoute(route));
  }
  for (const route of defaultsFirst(add))
    attempt(pass, `add route ${showRoute(route)}`, () => port.addRoute(route));
  const sets = changedSets(applied.nft, program.nft);
  if (sets.length > 0 && isUntouched(pass)) {
    const names = sets.map(({ name }) => name).join(' and ');
    attempt(pass, `fill ${names}`, () => fillOwnSets(pass, program.nft.table, sets));
  }
  const hooks = changedHooks(applied.nft, program.nft);
  if (hooks.length > 0 && isUntouched(pass)) {
    attempt(pass, saidOfHooks(hooks), () => setOwnHooks(pass, program.nft.table, hooks));
  }
  for (const route of remove) {
    attempt(pass, `delete route ${showRoute(route)}`, () => port.deleteRoute(route));
  }
}

/** Most packets wait for these, those for single networks and hosts are mostly probes. */
const defaultsFirst = (routes: readonly KernelRoute[]): readonly KernelRoute[] => [
  ...routes.filter(({ destination }) => isDefault(destination)),
  ...routes.filter(({ destination }) => !isDefault(destination)),
];

/** Routes by an address that is not there yet cannot be added, and rules that go have to go before their routes. */
function isSamePlace(before: KernelProgram, after: KernelProgram): boolean {
  const [a, b] = [before, after].map(({ addresses }) => addresses.map(showAddress).sort().join());
  const { add, remove } = diffRules(after.rules, before.rules.map(kernelRule));
  return a === b && add.length + remove.length === 0;
}

function changedSets(before: ProgramNft, { sets = [] }: ProgramNft): NonNullable<ProgramNft['sets']> {
  const known = new Map((before.sets ?? []).map(({ name, elements }) => [name, JSON.stringify(elements)]));
  return sets.filter(({ name, elements }) => known.has(name) && known.get(name) !== JSON.stringify(elements));
}

function changedHooks(before: ProgramNft, { hooks = [] }: ProgramNft): readonly ProgramHook[] {
  const known = new Map((before.hooks ?? []).map(({ name, isOpen }) => [name, isOpen]));
  return hooks.filter(({ name, isOpen }) => known.has(name) && known.get(name) !== isOpen);
}

function attempt(pass: Pass, sentence: string, step: () => void): void {
  try {
    step();
    pass.changes.push(sentence);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
  }
}
