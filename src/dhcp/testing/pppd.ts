import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// A stand-in for pppd, which needs a kernel with PPP: it reads the same file of options, makes what `link` says, and calls the same
// programs. To everybody else it looks the same: `pppd file PATH nodetach`.

/** The shell is called as pppd, and takes the first word for its script. */
const starter = `#!/bin/bash
cd "$(dirname "$0")" && exec -a pppd /bin/sh "$@"
`;

const script = (link: string): string => `
options=$1
value() { sed -n "s/^$1 \\"\\{0,1\\}\\([^\\"]*\\)\\"\\{0,1\\}$/\\1/p" "$options"; }
name=$(value ifname)
param=$(value ipparam)
port=$(sed -n 's/^"nic-\\(.*\\)"$/\\1/p' "$options")
echo "$(value user)/$(value password)" >>"$options.dialled"
[ "$(value password)" = wrong ] && { echo "PAP authentication failed"; exit 19; }
address=10.64.0.2 peer=10.64.0.1
${link}
grep -q '^usepeerdns$' "$options" && { DNS1=10.64.0.53; export DNS1; }
up() { "$(value ip-up-script)" "$name" "" 0 "$address" "$peer" "$param" </dev/null >/dev/null 2>&1; }
down() { "$(value ip-down-script)" "$name" "" 0 "$address" "$peer" "$param" </dev/null >/dev/null 2>&1; }
type unlink_it >/dev/null 2>&1 || unlink_it() { :; }
trap 'down; unlink_it; exit 0' TERM
trap 'down; sleep 0.2; up' HUP
up
while :; do sleep 60 & wait $!; kill $! 2>/dev/null; done
`;

/** Puts it into a folder, to be found before any other: that goes first in PATH. `link`: shell that makes the device $name over $port. */
export function putPppd(folder: string, link = ''): void {
  writeFileSync(join(folder, 'pppd'), starter);
  chmodSync(join(folder, 'pppd'), 0o755);
  writeFileSync(join(folder, 'file'), script(link));
}
