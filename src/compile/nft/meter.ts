import type { LinuxContext, Meter } from '../context.ts';

/** Makes a set for counts by address; returns its name. */
export function addMeter({ meters }: LinuxContext, meter: Meter): string {
  return meterName(meters.push(meter) - 1);
}

/** Declarations of all such sets. */
export function meterLines({ meters }: LinuxContext): string[] {
  return meters.flatMap(({ type, expire }, i) => [
    `set ${meterName(i)} {`,
    `  type ${type}`,
    '  size 65535',
    ...(expire === undefined ? ['  flags dynamic'] : ['  flags dynamic,timeout', `  timeout ${expire}s`]),
    '}',
  ]);
}

const meterName = (index: number): string => `meter${index}`;
