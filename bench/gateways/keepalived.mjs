// keepalived: a script watches each line, and the routes of a line go with it (virtual_routes). Marks by a hash of both
// addresses, as the paper's, and a table for each line; an empty one leads on to main.
import { mkdirSync, writeFileSync } from 'node:fs';
import { run, sleep, spawnIn } from '../../dist/sys/index.js';
import { addressPorts, endWith } from './static-ports.mjs';

const lines = [
  { n: 1, port: 'ether1', gateway: '10.10.10.1', canary: '8.8.4.4' },
  { n: 2, port: 'ether2', gateway: '20.20.20.1', canary: '9.9.9.9' },
];

/** Its manual's own values for scripts: each second, two failures. */
const config = folder => `global_defs {
  script_user root
  vrrp_garp_master_refresh 0
}
${lines
  .map(
    ({ n, port, gateway, canary }) => `vrrp_script line${n} {
  script "/bin/sh ${folder}/ask${n}.sh"
  interval 1
  timeout 1
  fall 2
  rise 2
}
vrrp_instance W${n} {
  state MASTER
  interface ether4
  virtual_router_id ${50 + n}
  priority 100
  advert_int 1
  track_interface {
    ${port}
  }
  track_script {
    line${n}
  }
  virtual_routes {
    default via ${gateway} dev ${port} table 10${n}
    default via ${gateway} dev ${port} metric 10${n}
  }
}
# ${canary}`,
  )
  .join('\n')}
`;

const rules = `table ip mwan {
  chain pre {
    type filter hook prerouting priority mangle;
    iifname "ether4" ct mark 0 ip daddr != 192.168.0.0/24 ct mark set jhash ip saddr . ip daddr mod 2 seed 0x1 offset 1
    iifname "ether4" meta mark set ct mark
  }
  chain post {
    type nat hook postrouting priority srcnat;
    oifname { "ether1", "ether2" } masquerade
  }
}
`;

export async function startKeepalived(site) {
  await site.ready;
  addressPorts(site);
  const folder = `${site.folder}/keepalived`;
  mkdirSync(folder);
  writeFileSync(`${folder}/keepalived.conf`, config(folder));
  for (const { n, port, canary } of lines)
    writeFileSync(`${folder}/ask${n}.sh`, `exec ping -n -q -c 1 -W 1 -I ${port} ${canary}\n`);
  run(['nft', '-f', '-'], { ns: site.router, input: rules });
  const ways = lines.flatMap(({ n, port, gateway, canary }) => [
    `route add ${canary} via ${gateway} dev ${port}`,
    `rule add pref 100${n} fwmark ${n} lookup 10${n}`,
  ]);
  run(['ip', '-batch', '-'], { ns: site.router, input: ways.join('\n') });
  const files = ['-f', `${folder}/keepalived.conf`, '-p', `${folder}/pid`, '-r', `${folder}/vrrp.pid`];
  const child = spawnIn(site.router, ['keepalived', '-n', '-l', '-P', ...files], { stdio: 'ignore' });
  await sleep(6000);
  return {
    name: 'keepalived',
    pid: child.pid,
    detectedMs: () => undefined,
    stop: () => endWith(child, site),
  };
}
