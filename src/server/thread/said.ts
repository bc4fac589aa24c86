import type { z } from '@hono/zod-openapi';
import { askedAssumption, type NoAnswer, type Said, type StatedPort } from '../../answers/index.ts';
import { isIpv4, parseIpv4Interface } from '../../net/index.ts';
import type { Lease } from '../../rib/index.ts';
import { parseMoment } from '../../walk/index.ts';
import type { ProveRequest } from '../schema/index.ts';

/** What was asked means nothing; `path`: which field. */
export class Meaningless extends Error {
  readonly path: string;

  constructor(path: string, what: string) {
    super(what);
    this.path = path;
  }
}

/** There is no answer; the texts say why. */
export class Unanswered extends Error {
  readonly no: NoAnswer;

  constructor(no: NoAnswer) {
    super(no.why.join(' '));
    this.no = no;
  }
}

type AskedPorts = z.infer<typeof ProveRequest>['wan'];
type AskedLeases = z.infer<typeof ProveRequest>['leases'];

function ports(asked: AskedPorts, path: string): readonly StatedPort[] | undefined {
  return asked?.map(({ name, address: text }, i) => {
    const address = text === undefined ? undefined : parseIpv4Interface(text);
    if (text !== undefined && !address)
      throw new Meaningless(
        `${path}.${i}.address`,
        'It is an address with its length, such as 203.0.113.2/24.',
      );
    return { name, address };
  });
}

export function leasesOf(asked: AskedLeases): readonly Lease[] {
  return (asked ?? []).map(({ interface: name, address: text, gateway }, i) => {
    const address = parseIpv4Interface(text);
    if (!address)
      throw new Meaningless(
        `leases.${i}.address`,
        'It is an address with its length, such as 10.10.10.254/24.',
      );
    if (gateway !== undefined && !isIpv4(gateway))
      throw new Meaningless(`leases.${i}.gateway`, 'It is an address, such as 10.10.10.1.');
    return { interface: name, address, gateway, dns: [], leaseTime: 3_600_000 };
  });
}

/** What was said of the text alone. */
export function saidOfText({
  dialect,
  wan,
  lan,
  lang,
}: Pick<z.infer<typeof ProveRequest>, 'dialect' | 'wan' | 'lan' | 'lang'>) {
  const [wans, lans] = [ports(wan, 'wan'), ports(lan, 'lan')];
  return { lang, ...(dialect && { dialect }), ...(wans && { wan: wans }), ...(lans && { lan: lans }) };
}

/** The same for questions about packets. */
export function saidOf(asked: z.infer<typeof ProveRequest>): Said {
  const {
    engine,
    down = [],
    dead = [],
    deadGateway = [],
    unreachable = [],
    leases,
    assume = {},
    atMoment,
  } = asked;
  const at = atMoment === undefined ? undefined : parseMoment(atMoment);
  if (atMoment !== undefined && at === undefined)
    throw new Meaningless('atMoment', 'It is a day and a time of day, such as mon 14:00.');
  for (const [question, answer] of Object.entries(assume)) {
    const found = askedAssumption(`${question}=${answer}`);
    if ('wrong' in found) throw new Meaningless('assume', found.wrong.en);
  }
  return {
    ...saidOfText(asked),
    ...{ engine, down, dead, deadGateway, unreachable, lease: leasesOf(leases), assume },
    ...(at !== undefined && { at }),
  };
}
