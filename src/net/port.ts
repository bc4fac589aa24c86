/** An inclusive range of TCP/UDP ports; one port has `from === to`. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** RouterOS's port list `80,443,1024-65535`; undefined where any part is no port. */
export function parsePorts(text: string): PortRange[] | undefined {
  const ranges: PortRange[] = [];
  for (const part of text.split(',')) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim());
    if (!match) return undefined;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (to > 65535 || from > to) return undefined;
    ranges.push({ from, to });
  }
  return ranges;
}

/** The inverse of `parsePorts`. */
export function printPorts(ranges: readonly PortRange[]): string {
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
