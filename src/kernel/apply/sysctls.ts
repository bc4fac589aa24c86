import type { ProgramSysctl } from '../../linux/index.ts';
import { readSysctl, writeSysctl } from '../../sys/index.ts';
import type { Host } from '../host.ts';
import { act, complain, note, type Pass } from './pass.ts';

const forwarding = 'net.ipv4.ip_forward';

type Wanted = Pick<ProgramSysctl, 'key' | 'value'>;

/** Opens the gateway: only after its filters, routes and rules are in place. */
export const opensGateway = ({ key, value }: Wanted): boolean => key === forwarding && value !== '0';

/** Stops forwarding until the filters are there; says nothing where it is closed already. */
export function closeForwarding(pass: Pass): void {
  applySysctls(pass, [{ key: forwarding, value: '0' }]);
}

/** Somebody of ours has closed it at once, and it was `before`: as if it had been done here. */
export function noteClosed({ ledger }: Host, before: string): void {
  const { sysctls } = ledger.now;
  const known = sysctls[forwarding]?.before ?? before;
  ledger.write({ sysctls: { ...sysctls, [forwarding]: { before: known, set: '0' } } });
}

/** A kernel without IPv6 does none of it. */
const isOffWithoutIpv6 = (key: string, value: string): boolean =>
  key.startsWith('net.ipv6.') && value === '0';

interface Differing extends Wanted {
  readonly now: string;
}

/**
 * Writes settings that differ, the values they had remembered first. Setting one may change others (ip_forward resets
 * some); those have their turn in the next apply.
 */
export function applySysctls(pass: Pass, wanted: readonly Wanted[]): void {
  const differing = wanted.flatMap(one => differs(pass, one) ?? []);
  if (differing.length === 0) return;
  const { sysctls } = pass.host.ledger.now;
  const known = differing.map(({ key, value, now }) => {
    return [key, { before: sysctls[key]?.before ?? now, set: value }] as const;
  });
  note(pass, { sysctls: { ...sysctls, ...Object.fromEntries(known) } });
  for (const { key, value, now } of differing)
    act(pass, `set ${key} from ${now} to ${value}`, () => writeSysctl(key, value, pass.host.ns));
}

function differs(pass: Pass, { key, value }: Wanted): Differing | undefined {
  const now = readSysctl(key, pass.host.ns);
  if (now !== undefined) return now === value ? undefined : { key, value, now };
  if (!isOffWithoutIpv6(key, value))
    complain(pass, `Kernel setting ${key} does not exist.`, 'Is the interface there, is the module loaded?');
  return undefined;
}

/** Gives settings that are not wanted any more their old values back. */
export function restoreSysctls(pass: Pass, wanted: readonly Wanted[]): void {
  const keep = new Set(wanted.map(({ key }) => key));
  const done = new Set<string>();
  // Forwarding first: what opened last closes first.
  const entries = Object.entries(pass.host.ledger.now.sysctls).filter(([key]) => !keep.has(key));
  for (const [key, { before, set }] of entries.sort(
    ([a], [b]) => Number(b === forwarding) - Number(a === forwarding),
  )) {
    // What somebody else has set since is his; forwarding closes in any case, as its filters go.
    const now = readSysctl(key, pass.host.ns);
    const isOurs = now === set || key === forwarding;
    const isOther = now !== undefined && now !== before && isOurs;
    const isAsBefore =
      !isOther || act(pass, `restore ${key} to ${before}`, () => writeSysctl(key, before, pass.host.ns));
    if (isAsBefore) done.add(key);
  }
  if (done.size === 0) return;
  const left = Object.entries(pass.host.ledger.now.sysctls).filter(([key]) => !done.has(key));
  note(pass, { sysctls: Object.fromEntries(left) });
}
