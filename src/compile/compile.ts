import { inField, markLayout, type Program, type ProgramMark, type ProgramMarks } from '../linux/index.ts';
import { freeze, markKinds, type Router } from '../model/index.ts';
import type { Rib, World } from '../rib/index.ts';
import type { Diagnostic } from '../text/index.ts';
import {
  checkAddresses,
  checkDifferences,
  checkInterfaceKinds,
  checkInterfaceNames,
  checkJumps,
  checkLocalOrder,
} from './check/index.ts';
import { type LinuxContext, type LinuxOptions, linuxContext } from './context.ts';
import { firstUse } from './first-use.ts';
import { checkIpv6, ipv6Chains } from './ipv6.ts';
import { checkFlows, flowChains, flowRoutes, flowRules } from './lines/flows.ts';
import { checkLines, lineChains, lineRoutes, lineRules } from './lines/lines.ts';
import type { ShortCut } from './nft/short-cut.ts';
import { compileNft } from './nft/table.ts';
import { compileQueues } from './queue/queues.ts';
import {
  compileAddresses,
  compileRoutes,
  compileRules,
  compileTables,
  compileUp,
  withOnLink,
} from './routing/index.ts';
import type { RuleChanges } from './rule-changes.ts';
import {
  checkServices,
  checkUnserved,
  compileDhcpClients,
  compileDhcpServers,
  compileDns,
  compileMtus,
  compilePppoe,
  serviceChains,
} from './services/index.ts';
import { checkShares, type SharedRules } from './shares/index.ts';
import { compileSysctls } from './sysctl.ts';

/** A Linux program, in which rules it is not the text, and what it could not say. */
export interface LinuxCompilation extends RuleChanges {
  readonly program: Program;
  readonly diagnostics: readonly Diagnostic[];
  /** Rules that are asked less often than they stand in the text. */
  readonly shortCuts: readonly ShortCut[];
  readonly shares: readonly SharedRules[];
}

/**
 * Router, routes and world as the desired state of a Linux gateway (docs/routeros.md#packet-flow). Never throws on a
 * configuration: what Linux cannot express is a diagnostic `compile/…`, an error where the gateway would do more than
 * the text allows.
 */
export function compileLinux(
  router: Router,
  rib: Rib,
  world: World,
  options: LinuxOptions,
): LinuxCompilation {
  const diagnostics: Diagnostic[] = [];
  const context = linuxContext(router, rib, world, options, diagnostics);
  checkInterfaceNames(context);
  checkInterfaceKinds(context);
  checkMarks(context);
  checkIpv6(context);
  checkLocalOrder(context);
  checkJumps(context);
  checkServices(context);
  checkUnserved(context);
  checkAddresses(context);
  checkDifferences(context);
  checkLines(context);
  checkFlows(context);
  const queues = compileQueues(context);
  const dns = compileDns(context);
  const routes = compileRoutes(context);
  const { nft, guarded, shortCuts, shares } = compileNft(context, asked => [
    ...queues.chains,
    ...ipv6Chains(context),
    ...serviceChains(context),
    ...lineChains(context, asked.keeps),
    ...flowChains(context, asked),
  ]);
  checkShares(context, shares);
  const mtus = compileMtus(context);
  const pppoe = compilePppoe(context);
  const program: Program = {
    sysctls: compileSysctls(context, guarded),
    devices: queues.devices,
    up: compileUp(context),
    ...(mtus.length > 0 && { mtus }),
    addresses: compileAddresses(context),
    tables: compileTables(context),
    rules: [...compileRules(context, guarded.length > 0), ...lineRules(context), ...flowRules(context)],
    routes: withOnLink(context, [...routes, ...lineRoutes(context), ...flowRoutes(context, routes)]),
    nft,
    marks: compileMarks(context),
    tc: queues.tc,
    dhcpClients: compileDhcpClients(context),
    dhcpServers: compileDhcpServers(context),
    ...(pppoe.length > 0 && { pppoe }),
    ...(dns && { dns }),
  };
  const { leftOut, guards } = context;
  return {
    ...{ program: freeze(program), leftOut, guards, shortCuts, shares },
    diagnostics: diagnostics.sort(byPlace),
  };
}

function byPlace({ span: a }: Diagnostic, { span: b }: Diagnostic): number {
  return (
    (a.file === b.file ? 0 : a.file.localeCompare(b.file)) ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column
  );
}

function compileMarks({ marks }: LinuxContext): ProgramMarks {
  const names = markKinds.flatMap(kind =>
    [...marks[kind]].map(([name, number]): ProgramMark => {
      const field = markLayout[kind];
      return { kind, name, value: inField(field, number), mask: field.mask };
    }),
  );
  return { layout: markLayout, names };
}

function checkMarks({ router, marks, report }: LinuxContext): void {
  for (const name of marks.overflow) {
    const kinds = ['routing-table', 'routing-mark', 'connection-mark', 'packet-mark'] as const;
    report(firstUse(router, name, ...kinds), {
      id: 'compile/too-many-marks',
      severity: 'error',
      what: {
        en: `There is no number left for mark ${name}.`,
        id: `Tidak ada nomor tersisa untuk mark ${name}.`,
      },
      why: {
        en: `Linux has one 32-bit mark: room for ${markLayout.routing.limit} routing, ${markLayout.connection.limit} connection and ${markLayout.packet.limit} packet marks.`,
        id: `Linux punya satu mark 32 bit: muat ${markLayout.routing.limit} routing mark, ${markLayout.connection.limit} connection mark, dan ${markLayout.packet.limit} packet mark.`,
      },
      do: { en: 'Use fewer names.', id: 'Pakai lebih sedikit nama.' },
    });
  }
}
