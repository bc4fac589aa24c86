import { isDeviceName } from '../../linux/index.ts';
import { type Interface, interfaceNames } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { firstUse } from '../first-use.ts';
import { hasHostFiles } from '../host/host-files.ts';
import { isDialledHere } from '../services/index.ts';

/** Says which interface names Linux cannot have. RouterOS allows long names with blanks. */
export function checkInterfaceNames({ router, report }: LinuxContext): void {
  for (const name of interfaceNames(router)) {
    if (isDeviceName(name)) continue;
    const origin =
      router.interfaces.find(item => item.name === name)?.origin ?? firstUse(router, name, 'interface');
    report(origin, {
      id: 'compile/interface-name',
      severity: 'error',
      what: {
        en: `Linux cannot have an interface named "${name}".`,
        id: `Linux tidak bisa punya interface bernama "${name}".`,
      },
      why: {
        en: 'Its names hold at most 15 bytes, without blanks, slashes and colons.',
        id: 'Namanya paling panjang 15 byte, tanpa spasi, garis miring, dan titik dua.',
      },
      do: {
        en: `Say which device it is: --port ${JSON.stringify(`${name}=eth0`)}.`,
        id: `Sebutkan device-nya: --port ${JSON.stringify(`${name}=eth0`)}.`,
      },
    });
  }
}

/** Kinds that this program does not create: the host must have them. */
export function checkInterfaceKinds(context: LinuxContext): void {
  const { router, report } = context;
  for (const item of router.interfaces) {
    const { kind, name, disabled, origin } = item;
    if (disabled || kind === 'ethernet' || kind === 'loopback') continue;
    if (isDialledHere(context, item)) continue;
    report(origin, {
      id: 'compile/interface-kind',
      severity: 'info',
      what: {
        en: `Interface ${name} (${wordOf(item)}) is taken as given: the host has to make it.`,
        id: `Interface ${name} (${wordOf(item)}) dianggap sudah ada: host yang harus membuatnya.`,
      },
      do: hasHostFiles(item)
        ? {
            en: 'jalur plan --host-files DIR writes the files that make it.',
            id: 'jalur plan --host-files DIR menulis file yang membuatnya.',
          }
        : undefined,
    });
  }
}

/** RouterOS's own word, also for kinds that the model does not tell apart. */
const wordOf = ({ kind, origin }: Interface): string =>
  (kind === 'other' ? /^\/interface (\S+)/.exec(origin.menu)?.[1] : undefined) ?? kind;
