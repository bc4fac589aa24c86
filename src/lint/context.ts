import { type Router, rolesOf } from '../model/index.ts';
import { assumptionText, type Known, knownText, type WorldAssumption } from '../rib/index.ts';
import type { Language } from '../text/index.ts';

/** What a port was taken for, and the sentence that shows why. */
export interface RoleLine {
  readonly interface: string;
  readonly role: 'wan' | 'lan' | 'tunnel';
  readonly evidence: string;
}

/** What findings rest on: which version the text is for, which ports are what, and what was assumed. */
export interface Context {
  readonly version: string;
  readonly evidence: readonly string[];
  readonly roles: readonly RoleLine[];
  /** What the user or a bench beside the text says of the world. */
  readonly known: readonly string[];
  readonly assumptions: readonly string[];
}

/** What it is made of. */
interface Rested {
  readonly router: Router;
  readonly assumptions: readonly WorldAssumption[];
  readonly said?: readonly Known[] | undefined;
}

export function contextOf({ router, assumptions, said = [] }: Rested, language: Language): Context {
  const { text, dialect, evidence } = router.version;
  return {
    version: text === '' ? dialect.slice(1) : text,
    evidence: evidence.map(one => one[language]),
    roles: rolesOf(router).all.flatMap(({ interface: name, role, evidence: [...reasons] }) => {
      const reason = reasons.find(one => one.role === role);
      return role === 'unknown' || !reason
        ? []
        : [{ interface: name, role, evidence: reason.what[language] }];
    }),
    known: said.map(one => knownText(one, language)),
    assumptions: assumptions.map(one => assumptionText(one, language)),
  };
}
