import { type Device, type DeviceNames, isDeviceName } from '../linux/index.ts';
import { type Item, interfaceNames, type Router } from '../model/index.ts';
import {
  type Diagnostic,
  diagnosticOf,
  type Finding,
  inEvery,
  type Language,
  nowhere,
  type Said,
  type Span,
} from '../text/index.ts';

/** What the router of a configuration calls the interface that its text calls so. */
export function nameInRouter({ router, linux, devices }: NamedConfig, name: string): string {
  const found = router === linux ? devices.find(one => one.interface === name) : undefined;
  return found?.device ?? name;
}

/** What the router of a configuration calls a device of this machine. */
export function nameOfDevice({ router, linux, devices }: NamedConfig, device: string): string {
  const found = router === linux ? undefined : devices.find(one => one.device === device);
  return found?.interface ?? device;
}

/** What is to be said of the devices that a configuration gets on Linux. Errors where it must not be run with them. */
export function deviceFindings(
  file: string,
  router: Router,
  { devices, twice }: DeviceNames,
  stated: ReadonlyMap<string, string>,
  language: Language,
): Diagnostic[] {
  const found = [
    ...namesFinding(router, devices),
    ...wrongNames(file, router, devices, stated),
    ...twice.map(name => deviceTwice(file, name)),
    ...scriptsNaming(router, devices),
  ];
  return found.map(one => diagnosticOf(one, one.span, language));
}

interface Placed extends Finding {
  readonly span: Span;
}

interface NamedConfig {
  readonly router: Router;
  readonly linux: Router;
  readonly devices: readonly Device[];
}

export const deviceReasons: Readonly<Record<Device['why'], Said>> = {
  stated: { en: '--port', id: '--port' },
  'default-name': { en: 'its default-name', id: 'default-name-nya' },
  shortened: { en: 'shortened', id: 'dipendekkan' },
};

const devicesText = {
  en: (devices: string) => `Linux devices with other names than their interfaces: ${devices}.`,
  id: (devices: string) => `Device Linux yang namanya lain dari interface-nya: ${devices}.`,
};

const deviceText = ({ interface: name, device, why }: Device, language: Language): string =>
  `${JSON.stringify(name)} ${is[language]} ${device} (${deviceReasons[why][language]})`;

const is: Said = { en: 'is', id: 'adalah' };

function namesFinding({ interfaces }: Router, devices: readonly Device[]): Placed[] {
  const [first] = devices;
  if (!first) return [];
  const span = interfaces.find(({ name }) => name === first.interface)?.origin.span ?? nowhere;
  return [
    {
      id: 'config/device-names',
      severity: 'info',
      what: inEvery(language =>
        devicesText[language](devices.map(one => deviceText(one, language)).join(', ')),
      ),
      do: { en: 'Another device: --port NAME=DEVICE.', id: 'Device lain: --port NAMA=DEVICE.' },
      span,
    },
  ];
}

function wrongNames(
  file: string,
  router: Router,
  devices: readonly Device[],
  stated: ReadonlyMap<string, string>,
): Placed[] {
  const known = new Set(interfaceNames(router));
  const born = new Set(router.interfaces.map(({ defaultName }) => defaultName));
  const unknown = [...stated.keys()].filter(name => !known.has(name) && !born.has(name));
  const odd = devices.filter(({ device }) => !isDeviceName(device));
  return [
    ...unknown.map(name => ({
      ...error(file),
      id: 'config/no-such-interface',
      what: {
        en: `${file} has no interface ${name}, which --port names.`,
        id: `${file} tidak punya interface ${name}, yang disebut --port.`,
      },
      do: {
        en: `Name one of ${[...known].join(', ')}.`,
        id: `Sebutkan salah satu dari ${[...known].join(', ')}.`,
      },
    })),
    ...odd.map(({ interface: name, device }) => ({
      ...error(file),
      id: 'config/no-device-name',
      what: {
        en: `--port ${name}=${device}: Linux cannot have a device of that name.`,
        id: `--port ${name}=${device}: Linux tidak bisa punya device dengan nama itu.`,
      },
      do: {
        en: 'Name a device that ip link shows: at most 15 bytes, without blanks, slashes and colons.',
        id: 'Sebutkan device yang ditampilkan ip link: paling panjang 15 byte, tanpa spasi, garis miring, dan titik dua.',
      },
    })),
  ];
}

const deviceTwice = (file: string, name: string): Placed => ({
  ...error(file),
  id: 'config/device-twice',
  what: {
    en: `Two interfaces would be the Linux device ${name}.`,
    id: `Dua interface akan menjadi device Linux ${name}.`,
  },
  do: {
    en: 'Give the other one a device too: --port NAME=DEVICE.',
    id: 'Beri yang lain device juga: --port NAMA=DEVICE.',
  },
});

const error = (file: string) => ({ severity: 'error', span: { ...nowhere, file } }) as const;

/** Scripts that name an interface as RouterOS does: on Linux they would not find it. */
function scriptsNaming(router: Router, devices: readonly Device[]): Placed[] {
  return scriptsOf(router).flatMap(({ item, text }) => {
    const named = devices.find(({ interface: name }) => names(text, name));
    if (!named) return [];
    return [
      {
        id: 'config/device-in-script',
        severity: 'error' as const,
        what: {
          en: `A script names the interface ${JSON.stringify(named.interface)}, which is the device ${named.device} on Linux: it would not find it.`,
          id: `Sebuah script menyebut interface ${JSON.stringify(named.interface)}, yang di Linux adalah device ${named.device}: script itu tidak akan menemukannya.`,
        },
        do: {
          en: `Call the interface ${named.device} in the configuration, in the script too.`,
          id: `Namai interface itu ${named.device} di konfigurasi, juga di script.`,
        },
        span: item.origin.span,
      },
    ];
  });
}

/** Not within a longer word: `ether1` is not named by `ether10`. */
function names(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0) return false;
  const around = [text[at - 1] ?? '', text[at + name.length] ?? ''];
  return !around.some(letter => /[\w-]/.test(letter)) || names(text.slice(at + 1), name);
}

function scriptsOf({ dhcpClients, netwatch, plain }: Router): { item: Item; text: string }[] {
  const holding = ['source', 'on-event', 'on-up', 'on-down'];
  return [
    ...dhcpClients.map(item => ({ item, text: item.script })),
    ...netwatch.map(item => ({ item, text: `${item.upScript}\n${item.downScript}` })),
    ...plain.map(item => ({ item, text: holding.map(name => item.properties[name] ?? '').join('\n') })),
  ].filter(({ item, text }) => !item.disabled && text !== '');
}
