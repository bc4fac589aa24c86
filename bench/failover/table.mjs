/** A table as text: the first row is its head. */
export function table(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map(row => `${row[i]}`.length)));
  const line = row =>
    row.map((cell, i) => (i === 0 ? `${cell}`.padEnd(widths[i]) : `${cell}`.padStart(widths[i]))).join('  ');
  return rows.map(line).join('\n');
}

const pair = ({ p50, p99 }) => (p50 === null ? '-' : `${Math.round(p50)} / ${Math.round(p99)}`);

export function faultTable(faults) {
  const head = [
    'ms: p50 / p99',
    'n',
    'detect',
    'restore',
    'reconnect',
    'receivers hung',
    'broken at failback',
  ];
  const rows = faults.map(one => [
    ...[one.fault, one.n, pair(one.detectMs), pair(one.restoreMs), pair(one.reconnectMs)],
    ...[one.receiversHung, one.failbackBroken],
  ]);
  return table([head, ...rows]);
}

export const peerTable = peers =>
  table([
    ['peer', 'fault', 'restore, ms'],
    ...peers.map(({ name, fault, restoreMs }) => [name, fault, restoreMs ?? 'never within the time waited']),
  ]);
