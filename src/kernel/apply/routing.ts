import type { Program } from '../../linux/index.ts';
import { families } from '../../net/index.ts';
import { showRoute, showRule } from '../netlink/index.ts';
import type { KernelAddress, KernelRoute, KernelRule } from '../types.ts';
import { allowedRules, orderLocal } from './ahead.ts';
import { diffAddresses, diffRoutes, diffRules, showAddress } from './diff.ts';
import { act, complain, note, type Pass } from './pass.ts';

/** What the kernel routes by, read back. */
export interface Routing {
  readonly addresses: readonly KernelAddress[];
  readonly routes: readonly KernelRoute[];
  readonly rules: readonly KernelRule[];
}

type Wanted = Pick<Program, 'addresses' | 'routes' | 'rules'>;

/**
 * Deleting an address takes its secondary addresses and the routes by them along, so one look is not enough: it is
 * read again after every change until nothing is left to do, and that last reading is what was reached.
 */
const rounds = 4;

export function readRouting({ host }: Pass): Routing {
  const { port } = host;
  return {
    addresses: families.flatMap(family => port.addresses(family)),
    routes: families.flatMap(family => port.routes(family)),
    rules: families.flatMap(family => port.rules(family)),
  };
}

/** Everything that is missing: addresses, then routes by them, then the rules that lead there. Returns the last reading. */
export function addRouting(pass: Pass, wanted: Wanted): Routing {
  for (let left = rounds; ; left--) {
    const now = readRouting(pass);
    const before = pass.changes.length;
    addMissing(pass, wanted, now);
    if (pass.changes.length === before || pass.dry || left === 0) return now;
  }
}

function addMissing(pass: Pass, wanted: Wanted, now: Routing): void {
  const { port, ledger } = pass.host;
  const addresses = diffAddresses(wanted.addresses, now.addresses, writtenDown(pass)).add;
  if (addresses.length > 0)
    note(pass, { addresses: [...new Set([...ledger.now.addresses, ...addresses.map(showAddress)])] });
  for (const row of addresses) {
    act(pass, `add address ${showAddress(row)}`, () => port.addAddress(row));
  }
  const routes = diffRoutes(wanted.routes, now.routes);
  for (const route of routes.add) act(pass, `add route ${showRoute(route)}`, () => port.addRoute(route));
  for (const route of routes.replace) {
    act(pass, `change route to ${showRoute(route)}`, () => port.replaceRoute(route));
  }
  for (const { wanted: route, foreign } of routes.blocked) {
    const what = `Route ${showRoute(route)} is not ours to set: there is ${showRoute(foreign)} (protocol ${foreign.protocol}).`;
    complain(pass, what, 'Remove that route, or the program that sets it, or leave this one out.');
  }
  for (const rule of diffRules(allowedRules(port, wanted.rules, now.rules), now.rules).add) {
    act(pass, `add rule ${showRule(rule)}`, () => port.addRule(rule));
  }
  orderLocal(pass, now.rules);
}

/** Addresses that are ours by the ledger alone. */
const writtenDown = ({ host }: Pass): readonly string[] =>
  host.marksAddresses ? [] : host.ledger.now.addresses;

/** What is ours and no longer wanted: rules, routes, addresses. Then looks whether anything else went with it. */
export function removeRouting(pass: Pass, wanted: Wanted, now: Routing): Routing {
  const { port, ledger } = pass.host;
  const before = pass.changes.length;
  for (const rule of diffRules(allowedRules(port, wanted.rules, now.rules), now.rules).remove) {
    act(pass, `delete rule ${showRule(rule)}`, () => port.deleteRule(rule));
  }
  for (const route of diffRoutes(wanted.routes, now.routes).remove) {
    act(pass, `delete route ${showRoute(route)}`, () => port.deleteRoute(route));
  }
  const addresses = diffAddresses(wanted.addresses, now.addresses, writtenDown(pass)).remove;
  const gone = addresses.filter(row =>
    act(pass, `delete address ${showAddress(row)}`, () => port.deleteAddress(row.interface, row.address)),
  );
  const keys = new Set(gone.map(showAddress));
  if (keys.size > 0) note(pass, { addresses: ledger.now.addresses.filter(key => !keys.has(key)) });
  return pass.changes.length === before || pass.dry ? now : addRouting(pass, wanted);
}
