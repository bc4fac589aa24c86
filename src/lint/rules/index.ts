import type { Rule } from '../rule.ts';
import { fasttrackPastMarks } from './firewall/fasttrack-past-marks.ts';
import { inputOpen } from './firewall/input-open.ts';
import { openResolver } from './firewall/open-resolver.ts';
import { wanListIncomplete } from './firewall/wan-list-incomplete.ts';
import { dialInNotListed } from './interfaces/dial-in-not-listed.ts';
import { crossed } from './marks/crossed.ts';
import { neverSet } from './marks/never-set.ts';
import { tableEmpty } from './marks/table-empty.ts';
import { unreached } from './marks/unreached.ts';
import { unscoped } from './marks/unscoped.ts';
import { mixedDenominators } from './pcc/mixed-denominators.ts';
import { remainderImpossible } from './pcc/remainder-impossible.ts';
import { remainderMissing } from './pcc/remainder-missing.ts';
import { remainderRepeated } from './pcc/remainder-repeated.ts';
import { remarksConnections } from './pcc/remarks-connections.ts';
import { recursiveUnchecked } from './probes/recursive-unchecked.ts';
import { unchecked } from './probes/unchecked.ts';
import { duplicate } from './routes/duplicate.ts';
import { dynamicCompetes } from './routes/dynamic-competes.ts';
import { equalDistance } from './routes/equal-distance.ts';
import { ethernetGateway } from './routes/ethernet-gateway.ts';
import { gatewayUnreachable } from './routes/gateway-unreachable.ts';
import { leaseGatewayFixed } from './routes/lease-gateway-fixed.ts';
import { noBackup } from './routes/no-backup.ts';
import { noMainDefault } from './routes/no-main-default.ts';

/** All rules, by their ids. Written by tools/lint-rules.ts from the folders. */
export const rules: readonly Rule[] = [
  fasttrackPastMarks,
  inputOpen,
  openResolver,
  wanListIncomplete,
  dialInNotListed,
  crossed,
  neverSet,
  tableEmpty,
  unreached,
  unscoped,
  mixedDenominators,
  remainderImpossible,
  remainderMissing,
  remainderRepeated,
  remarksConnections,
  recursiveUnchecked,
  unchecked,
  duplicate,
  dynamicCompetes,
  equalDistance,
  ethernetGateway,
  gatewayUnreachable,
  leaseGatewayFixed,
  noBackup,
  noMainDefault,
];
