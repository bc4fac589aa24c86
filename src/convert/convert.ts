import {
  asksMarksFirst,
  type Dialect,
  type Router,
  type RouterOsVersion,
  speakAlike,
} from '../model/index.ts';
import {
  type EditedText,
  type OutlineStatement,
  outlineOf,
  type ReadResult,
  readRouterOs,
  type TextEdit,
} from '../rsc/index.ts';
import type { Diagnostic, Language } from '../text/index.ts';
import { accessForV7 } from './access-menus.ts';
import { assemble } from './assemble.ts';
import { stateDefaults } from './defaults.ts';
import { replaceRouteTables } from './dhcp.ts';
import { exemptLocal } from './exempt.ts';
import { gateStatements, gateValues } from './gate.ts';
import { headerEdit, versionText } from './header.ts';
import { moveMenu, moveVrf, renameMailServer } from './moved-menus.ts';
import { ntpForV6, ntpForV7 } from './ntp.ts';
import { rulesForV6, sayQueueKinds } from './only-v7.ts';
import { dropOrphans } from './orphans.ts';
import { sayPings } from './pings.ts';
import { protocolsForV6, protocolsForV7 } from './protocols/index.ts';
import { keepOneActive } from './routes/distances.ts';
import { routesForV6 } from './routes/routes-for-v6.ts';
import { routesForV7 } from './routes/routes-for-v7.ts';
import { implyTables, stateTables } from './routes/tables.ts';
import { bridgeSwitchGroups } from './switch-groups.ts';
import { type Unwalked, unwalked } from './unwalked.ts';
import { Work } from './work.ts';

/** A text in the terms of another version. */
export interface Converted {
  readonly text: string;
  readonly from: RouterOsVersion;
  /** The router of the text before, and of the converted one as the target reads it. */
  readonly before: Router;
  readonly after: Router;
  readonly diagnostics: readonly Diagnostic[];
  /** Of what the check can say nothing. */
  readonly unwalked: readonly Unwalked[];
  /** How many of the text's own statements went into a comment, were changed, and stand as they stood. */
  readonly counts: { readonly commented: number; readonly changed: number; readonly kept: number };
}

/**
 * Turns a text into what the target version can say (docs/routeros.md#v6-and-v7-syntax): tables and marks, ECMP,
 * scopes, shared gateway checks, DHCP default routes, moved menus, in scripts too. Only what differs is changed: order,
 * comments and layout stay. What is lost is said, and stays as a comment.
 */
export function convertRouterOs(
  text: string,
  { router, version }: ReadResult,
  {
    file,
    target,
    language = 'en',
  }: { readonly file: string; readonly target: RouterOsVersion; readonly language?: Language },
): Converted {
  const work = new Work(router, outlineOf(text, file), target, language);
  const isOther = !speakAlike(version, target);
  if (isOther) changes[target.dialect](work);
  replaceRouteTables(work);
  renameMailServer(work);
  gateStatements(work, isOther);
  gateValues(work);
  dropOrphans(work);
  const header = headerEdit(text, version, target);
  let assembled = withoutRefused(work, header);
  let after = readResult(assembled, target);
  const marksFirst = asksMarksFirst(target) && !asksMarksFirst(version);
  while (marksFirst && exemptLocal(work, assembled, after)) {
    assembled = withoutRefused(work, header);
    after = readResult(assembled, target);
  }
  return {
    text: assembled.text,
    from: version,
    before: router,
    after,
    diagnostics: work.remarks,
    ...sortedOf(work),
  };
}

const readResult = ({ text }: EditedText, { dialect }: RouterOsVersion): Router =>
  readRouterOs(text, { file: 'result', dialect }).router;

const changes: Readonly<Record<Dialect, (work: Work) => void>> = {
  v7: work => {
    routesForV7(work);
    keepOneActive(work);
    stateTables(work);
    moveMenu(work, '/ip route rule', '/routing rule');
    moveVrf(work, '/ip route vrf', '/ip vrf', ['routing-mark', 'name']);
    ntpForV7(work);
    accessForV7(work);
    bridgeSwitchGroups(work);
    protocolsForV7(work);
    sayPings(work);
    stateDefaults(work);
  },
  v6: work => {
    routesForV6(work);
    implyTables(work);
    rulesForV6(work);
    moveMenu(work, '/routing rule', '/ip route rule');
    moveVrf(work, '/ip vrf', '/ip route vrf', ['name', 'routing-mark']);
    ntpForV6(work);
    sayQueueKinds(work);
    protocolsForV6(work);
    sayPings(work);
    stateDefaults(work);
  },
};

/** Lines that the target refuses go into comments as well, until it takes the rest. */
function withoutRefused(work: Work, header: TextEdit): EditedText {
  for (let assembled = assemble(work, header); ; assembled = assemble(work, header)) {
    const { dialect } = work.target;
    const { diagnostics } = readRouterOs(assembled.text, {
      file: 'result',
      dialect,
      language: work.language,
    });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const refused = errors.filter(error => refuse(error, assembled, work));
    if (refused.length === 0) return assembled;
  }
}

/** False: it is in a comment already, or no line of the text. */
function refuse({ what, span }: Diagnostic, { before }: EditedText, work: Work): boolean {
  const at = before(span.start.offset);
  const one = work.outline.statements.findLast(({ isTop, statement }) => isTop && statement.start <= at);
  if (!one || one.kind === 'menu' || work.commented.has(one)) return false;
  work.comment(one, `not converted, RouterOS ${work.target.dialect.slice(1)} refuses it`);
  work.say(one, 'error', 'refused', {
    en: `RouterOS ${versionText(work.target)} refuses this line: ${what}`,
    id: `RouterOS ${versionText(work.target)} menolak baris ini: ${what}`,
  });
  return true;
}

/** Which statements stand as they stood. */
function sortedOf(work: Work): Pick<Converted, 'counts' | 'unwalked'> {
  const own = work.outline.statements.filter(({ isTop, kind }) => isTop && kind !== 'menu');
  const commented = own.filter(one => work.commented.has(one)).length;
  const places = [...new Set(work.edits().map(({ edit }) => edit.start))].sort((a, b) => a - b);
  const changed = own.filter(one => !work.commented.has(one) && isChanged(one, places));
  const apart = new Set(changed);
  return {
    counts: { commented, changed: changed.length, kept: own.length - commented - changed.length },
    unwalked: unwalked(work, one => !work.commented.has(one) && !apart.has(one)),
  };
}

/** `places`: sorted. */
function isChanged({ statement: { start, end } }: OutlineStatement, places: readonly number[]): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? Number.POSITIVE_INFINITY) <= end;
}
