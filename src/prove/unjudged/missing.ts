import { type Kept, mainTable } from '../../model/index.ts';
import type { InvariantName } from '../invariants/breach.ts';
import type { State } from '../states/states.ts';
import { isDefaultLike, saysTheWay } from '../states/uplinks.ts';
import type { NotJudged } from './verdict.ts';

/** What a text lacks, so that there is no packet to ask an invariant about. */
export function missing(well: State, invariant: InvariantName): NotJudged {
  const [healthy] = well.ways[0].prepared;
  const { wans, lans, rib } = healthy;
  if (invariant === 'answer-leaves-as-it-came') {
    if (wans.length === 0) return { kind: 'no-wan' };
    return rib.routes.some(route => route.table === mainTable && isDefaultLike(route))
      ? { kind: 'part' }
      : withoutDefault(well);
  }
  if (lans.length === 0) return { kind: 'no-lan' };
  if (!saysTheWay(healthy)) return withoutDefault(well);
  return { kind: wans.length === 0 ? 'no-wan' : 'no-default' };
}

/** No default route is read: a statement that is not understood or not carried out may have been it. */
function withoutDefault(well: State): NotJudged {
  const [healthy] = well.ways[0].prepared;
  const wrong = healthy.router.kept.find(isOfMain);
  if (wrong) return { kind: 'not-understood', table: mainTable, origin: wrong.origin };
  const open = well.points.find(
    ({ isOfText, touched = [routes] }) => isOfText === true && touched.some(menu => leading.has(menu)),
  );
  return open ? { kind: 'left-to-router', point: open } : { kind: 'no-default' };
}

const routes = '/ip route';

/** Menus whose items bring default routes. */
const leading: ReadonlySet<string> = new Set([routes, '/ip dhcp-client', '/interface pppoe-client']);

/** A statement with an error that could be the default route of main. */
const isOfMain = ({ origin, reason, text }: Kept): boolean =>
  reason === 'not-understood' &&
  origin.menu === routes &&
  !/routing-(?:mark|table)=(?!main\b)/.test(text) &&
  (!/dst-address=/.test(text) || /dst-address="?0\.0\.0\.0\/0/.test(text)) &&
  /gateway=/.test(text);
