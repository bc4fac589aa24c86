import { EnvironmentError, inNamespace, privateNamespace } from '../sys/index.ts';
import { type Feature, features } from './feature-table.ts';

/** A feature that is not there. */
export interface MissingFeature {
  readonly name: string;
  readonly since: string;
  readonly purpose: string;
  /** What the machine said. */
  readonly reason: string;
}

/** By name, as they were found. A kernel does not change while we run. */
const probed = new Map<string, MissingFeature | undefined>();

function tryOut({ name, since, purpose, probe }: Feature): MissingFeature | undefined {
  const ns = privateNamespace(`feature-${name}`);
  try {
    inNamespace(ns, () => probe(ns));
    return undefined;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { name, since, purpose, reason: error.message };
  } finally {
    ns.close();
  }
}

function lookUp(feature: Feature): readonly MissingFeature[] {
  if (!probed.has(feature.name)) probed.set(feature.name, tryOut(feature));
  const missing = probed.get(feature.name);
  return missing ? [missing] : [];
}

/**
 * What this machine lacks of the named features (default: all of `features`), each tried in a namespace of its own
 * that vanishes. Once per process; some 6 ms each. Names of no feature are left out.
 */
export function missingFeatures(names?: readonly string[]): readonly MissingFeature[] {
  return features.filter(({ name }) => names === undefined || names.includes(name)).flatMap(lookUp);
}
