import { type RoleEvidence, rolesOf } from '../model/index.ts';
import type { Found, Said } from './rule.ts';
import type { Subject } from './subject.ts';

/**
 * A finding whose packet comes in by a port of which the text says two things (a default route leads out by it, and the list of
 * LANs holds it) rests on the one that counts, and names the option for the other.
 */
export function withDoubts(subject: Subject, found: Found): Found {
  const assuming = found.assuming ?? roleAssumed(subject, found);
  return assuming === undefined ? found : { ...found, assuming };
}

function roleAssumed({ router }: Subject, { counterExample }: Found): Said | undefined {
  const name = counterExample?.packet.in;
  const { role, evidence = [] } = rolesOf(router).all.find(one => one.interface === name) ?? {};
  const isStated = evidence.some(({ kind }) => kind === 'stated');
  if (role !== 'wan' || isStated || !evidence.some(speaksForLan)) return undefined;
  return {
    en: `${name} is a WAN; --lan ${name} says otherwise.`,
    id: `${name} adalah WAN; --lan ${name} menyatakan lain.`,
  };
}

/** Names, comments and private networks are those of lines behind modems as well. */
const speaksForLan = ({ role, kind }: RoleEvidence): boolean =>
  role === 'lan' && kind !== 'name' && kind !== 'comment' && kind !== 'bridge' && kind !== 'network';
