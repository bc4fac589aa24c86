import { isDeviceName } from '../linux/index.ts';
import { interfaceNames, noOrigin } from '../model/index.ts';
import type { LinuxContext } from './context.ts';

/** Says which interface names Linux cannot have. RouterOS allows long names with blanks. */
export function checkInterfaceNames({ router, report }: LinuxContext): void {
  for (const name of interfaceNames(router)) {
    if (isDeviceName(name)) continue;
    const origin = router.interfaces.find(item => item.name === name)?.origin ?? noOrigin;
    report(origin, {
      id: 'compile/interface-name',
      severity: 'error',
      what: `Linux cannot have an interface named "${name}".`,
      why: 'Its names hold at most 15 bytes, without blanks, slashes and colons.',
      do: 'Rename it in the configuration; keep the long name as its comment.',
    });
  }
}

/** Kinds that this program does not create: the host must have them. */
export function checkInterfaceKinds({ router, report }: LinuxContext): void {
  for (const { kind, name, disabled, origin } of router.interfaces) {
    if (disabled || kind === 'ethernet' || kind === 'loopback') continue;
    report(origin, {
      id: 'compile/interface-kind',
      severity: 'info',
      what: `Interface ${name} (${kind}) is taken as given: the host has to make it.`,
    });
  }
}
