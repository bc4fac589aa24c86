// Shorewall writes into /etc and /var/lib: it starts in a mount namespace where these are copies, so that this machine keeps its own.
import { mkdirSync, writeFileSync } from 'node:fs';

// A rule set that is compiled knows nothing of what this machine has; rt_tables is among what it would rewrite.
const script = (folder, after) => `set -e
mount -t tmpfs none /var/lib/shorewall
mkdir -p ${folder}/iproute2
cp -a /etc/iproute2/. ${folder}/iproute2/ 2>/dev/null || true
[ -d /etc/iproute2 ] && mount --bind ${folder}/iproute2 /etc/iproute2
cp /etc/shorewall/shorewall.conf ${folder}/etc/shorewall.conf
sed -i -e 's/^STARTUP_ENABLED=.*/STARTUP_ENABLED=Yes/' -e 's/^ROUTE_FILTER=.*/ROUTE_FILTER=No/' \\
  -e 's/^KEEP_RT_TABLES=.*/KEEP_RT_TABLES=Yes/' -e 's/^USE_DEFAULT_RT=.*/USE_DEFAULT_RT=Yes/' \\
  -e 's/^IP_FORWARDING=.*/IP_FORWARDING=On/' -e 's#^LOGFILE=.*#LOGFILE=${folder}/log#' \\
  -e 's/^RESTORE_DEFAULT_ROUTE=.*/RESTORE_DEFAULT_ROUTE=No/' ${folder}/etc/shorewall.conf
touch ${folder}/log
mount --bind ${folder}/etc /etc/shorewall
shorewall start
echo started
${after}
`;

/** What starts it with these files of its configuration, says `started`, and goes on with `after`. */
export function startingShorewall(folder, files, after = '') {
  mkdirSync(`${folder}/etc`, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/etc/${name}`, text);
  writeFileSync(`${folder}/start.sh`, script(folder, after));
  return ['unshare', '--mount', '--propagation', 'private', 'sh', `${folder}/start.sh`];
}
