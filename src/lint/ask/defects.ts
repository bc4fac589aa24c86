import type { Defect } from '../../prove/index.ts';
import type { Subject } from '../subject.ts';

type Flaw = Defect['flaw'];

/** Some kinds share one shape. */
type FlawOf<K extends Flaw['kind'], F = Flaw> = F extends { readonly kind: infer Kinds }
  ? K extends Kinds
    ? F
    : never
  : never;

/** What `prove` found wrong with the text itself, of one kind. */
interface Flawed<K extends Flaw['kind']> {
  readonly flaw: FlawOf<K>;
  readonly origins: Defect['origins'];
}

export const defectsOf = <K extends Flaw['kind']>(
  { proof: { defects } }: Pick<Subject, 'proof'>,
  kind: K,
): Flawed<K>[] => ofKind(defects, kind);

/** The same of what a text may mean so: remainders that main takes, marks that nothing reaches. */
export const leftOversOf = <K extends Flaw['kind']>(
  { proof: { leftOvers } }: Pick<Subject, 'proof'>,
  kind: K,
): Flawed<K>[] => ofKind(leftOvers, kind);

const ofKind = <K extends Flaw['kind']>(defects: readonly Defect[], kind: K): Flawed<K>[] =>
  defects.flatMap(({ flaw, origins }) => (isOf(flaw, kind) ? [{ flaw, origins }] : []));

const isOf = <K extends Flaw['kind']>(flaw: Flaw, kind: K): flaw is Flaw & FlawOf<K> => flaw.kind === kind;
