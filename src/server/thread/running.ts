import type { Sources } from '../../answers/index.ts';
import { nameOfDevice, readTexts } from '../../reading/index.ts';
import type { World } from '../../rib/index.ts';
import { hide } from './rules.ts';
import { Unanswered } from './said.ts';
import type { NamedText, Running } from './task.ts';

/** A world whose interfaces are called otherwise. */
function inNames(world: World, rename: (device: string) => string): World {
  const each = <T extends object>(record: Readonly<Record<string, T>>, key: 'name' | 'interface') =>
    Object.fromEntries(
      Object.entries(record).map(([device, value]) => [rename(device), { ...value, [key]: rename(device) }]),
    );
  return {
    ...world,
    interfaces: each(world.interfaces, 'name') as World['interfaces'],
    leases: each(world.leases, 'interface') as World['leases'],
  };
}

/** The texts that are meant, and what is known of the world: of a text that came with the question, nothing. */
export function meantBy(
  texts: readonly NamedText[] | undefined,
  running: Running | undefined,
): { readonly texts: readonly NamedText[]; readonly sources: Sources } {
  if (texts) return { texts, sources: {} };
  if (!running)
    throw new Unanswered({ file: '', why: ['No text was given, and no gateway runs.'], diagnostics: [] });
  const { world, sharing, masked } = running;
  const own = masked ? hide({ kind: 'hide', texts: running.texts }) : running.texts;
  if (!world) return { texts: own, sources: {} };
  const config = readTexts(own, { assumesPorts: true });
  const seen = inNames(world, device => nameOfDevice(config, device));
  return { texts: own, sources: { here: { seen, leasesKnown: true, sharing } } };
}
