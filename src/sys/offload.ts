import { errno, refused } from './errno.ts';
import { flag, lastErrno, libc } from './libc.ts';
import { inNamespace, type Namespace } from './namespace/namespace.ts';
import { koffi } from './native.ts';

type Ioctl = (
  fd: number,
  code: number,
  argument: { readonly name: string; readonly data: Uint8Array; readonly rest: readonly number[] },
) => number;

let bound: Ioctl | undefined;

/** ioctl(2) with the `struct ifreq` of netdevice(7) that SIOCETHTOOL wants, with a pointer; bound at its first call. */
function ioctl(...parts: Parameters<Ioctl>): number {
  bound ??= bindIoctl();
  return bound(...parts);
}

function bindIoctl(): Ioctl {
  const bridge = koffi();
  const request = bridge.struct({
    name: bridge.array('char', 16),
    data: 'void *',
    rest: bridge.array('uint8', 16),
  });
  const parameters = ['int', 'unsigned long', bridge.pointer(request)];
  return bridge.load(null).func('ioctl', 'int', parameters) as unknown as Ioctl;
}

const SIOCETHTOOL = 0x8946;
/** linux/ethtool.h: set transmit checksumming, TSO, GSO, GRO. */
const setters = { checksum: 0x17, tso: 0x1f, gso: 0x24, gro: 0x2c } as const;
const rest = Array<number>(16).fill(0);

/**
 * As `ethtool -K NAME tx off tso off gso off gro off`: packets are what they look like, whole and with their checksum.
 * What a device cannot do anyway is no error. Throws EnvironmentError.
 */
export function disableOffloads(name: string, ns?: Namespace): void {
  const fd = inNamespace(ns, () => libc.socket(flag.AF_INET, flag.SOCK_DGRAM | flag.SOCK_CLOEXEC, 0));
  if (fd < 0) throw refused('open a socket', lastErrno());
  try {
    for (const [feature, command] of Object.entries(setters)) turnOff(fd, name, feature, command);
  } finally {
    libc.close(fd);
  }
}

function turnOff(fd: number, name: string, feature: string, command: number): void {
  const value = Buffer.alloc(8); // `struct ethtool_value`: command, data
  value.writeUInt32LE(command);
  if (ioctl(fd, SIOCETHTOOL, { name, data: value, rest }) === 0) return;
  const code = lastErrno();
  if (code !== errno.EOPNOTSUPP) throw refused(`turn ${feature} of ${name} off`, code);
}
