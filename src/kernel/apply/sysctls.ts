import type { ProgramSysctl } from '../../linux/index.ts';
import { readSysctl, writeSysctl } from '../../sys/index.ts';
import { act, complain, note, type Pass, without } from './pass.ts';

const forwarding = 'net.ipv4.ip_forward';

type Wanted = Pick<ProgramSysctl, 'key' | 'value'>;

/** Opens the gateway: only after its filters, routes and rules are in place. */
export const opensGateway = ({ key, value }: Wanted): boolean => key === forwarding && value !== '0';

/** Stops forwarding until the filters are there; says nothing where it is closed already. */
export function closeForwarding(pass: Pass): void {
  applySysctls(pass, [{ key: forwarding, value: '0' }]);
}

/** A kernel without IPv6 does none of it. */
const isOffWithoutIpv6 = (key: string, value: string): boolean =>
  key.startsWith('net.ipv6.') && value === '0';

/** Writes settings that differ, the value they had remembered first. */
export function applySysctls(pass: Pass, wanted: readonly Wanted[]): void {
  for (const { key, value } of wanted) {
    const now = readSysctl(key, pass.host.ns);
    if (now === undefined && isOffWithoutIpv6(key, value)) continue;
    if (now === undefined) {
      complain(
        pass,
        `Kernel setting ${key} does not exist.`,
        'Is the interface there, is the module loaded?',
      );
    } else if (now !== value) {
      const { sysctls } = pass.host.ledger.now;
      // Setting one may change others (ip_forward resets some), but those have their turn in the next apply.
      const before = sysctls[key]?.before ?? now;
      note(pass, { sysctls: { ...sysctls, [key]: { before, set: value } } });
      act(pass, `set ${key} from ${now} to ${value}`, () => writeSysctl(key, value, pass.host.ns));
    }
  }
}

/** Gives settings that are not wanted any more their old values back. */
export function restoreSysctls(pass: Pass, wanted: readonly Wanted[]): void {
  const keep = new Set(wanted.map(({ key }) => key));
  // Forwarding first: what opened last closes first.
  const entries = Object.entries(pass.host.ledger.now.sysctls).filter(([key]) => !keep.has(key));
  for (const [key, { before, set }] of entries.sort(
    ([a], [b]) => Number(b === forwarding) - Number(a === forwarding),
  )) {
    // What somebody else has set since is his; forwarding closes in any case, as its filters go.
    const now = readSysctl(key, pass.host.ns);
    const isOurs = now === set || key === forwarding;
    const differs = now !== undefined && now !== before && isOurs;
    const done =
      !differs || act(pass, `restore ${key} to ${before}`, () => writeSysctl(key, before, pass.host.ns));
    if (done) note(pass, { sysctls: without(pass.host.ledger.now.sysctls, key) });
  }
}
