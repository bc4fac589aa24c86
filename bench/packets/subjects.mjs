// What is compared. Each lays its rules into the router of a bed and returns how to take the process away, if there is one.
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, packagePath, run, spawnIn } from '../../dist/sys/index.js';
import { paperText } from './texts.mjs';

const nft = (bed, text) => void run(['nft', '-f', '-'], { ns: bed.router, input: text });
const ip = (bed, lines) => void run(['ip', '-batch', '-'], { ns: bed.router, input: lines.join('\n') });
const nothing = async () => undefined;

const defaults = ({ wans }) => wans.map(i => `route add default via 10.${i}.0.1 dev w${i} metric ${i}`);
const tables = ({ wans }, mark = i => `${i}`) =>
  wans.flatMap(i => [
    `route add default via 10.${i}.0.1 dev w${i} table ${100 + i}`,
    `rule add pref ${1000 + i} fwmark ${mark(i)} lookup ${100 + i}`,
  ]);
const names = ({ wans }) => wans.map(i => `"w${i}"`).join(', ');
const masquerade = bed =>
  `chain nat { type nat hook postrouting priority srcnat;\n oifname { ${names(bed)} } masquerade\n }\n`;

/** The unit of everything: one rule, one route. */
export const plain = {
  name: 'plain masquerade',
  async lay(bed) {
    ip(bed, defaults(bed));
    nft(bed, `table inet p {\n${masquerade(bed)}}\n`);
    return nothing;
  },
};

/** RouterOS's order as it stands: a rule for each network, each bucket, each mark. */
export const linear = {
  name: 'rule by rule (nftables)',
  async lay(bed) {
    const buckets = Math.max(3, bed.wans.length);
    ip(bed, [...defaults(bed), 'rule add pref 900 lookup main suppress_prefixlength 0', ...tables(bed)]);
    const chain = [
      ...bed.wans.map(i => `iifname "ether4" ip daddr 10.${i}.0.0/24 accept`),
      ...bed.wans.map(i => `iifname "w${i}" ct mark 0 ct mark set ${i}`),
      ...Array.from(
        { length: buckets },
        (_, k) =>
          `iifname "ether4" ct mark 0 fib daddr type != local jhash ip saddr . ip daddr mod ${buckets} seed 0x1234 ${k} ct mark set ${(k % bed.wans.length) + 1}`,
      ),
      ...bed.wans.map(i => `iifname "ether4" ct mark ${i} meta mark set ${i}`),
    ];
    const out = bed.wans.map(i => `ct mark ${i} meta mark set ${i}`);
    const nat = bed.wans.map(i => `oifname "w${i}" masquerade`);
    nft(
      bed,
      `table inet p {
chain pre { type filter hook prerouting priority mangle;\n${chain.join('\n')}\n}
chain out { type route hook output priority mangle;\n${out.join('\n')}\n}
chain nat { type nat hook postrouting priority srcnat;\n${nat.join('\n')}\n}
}\n`,
    );
    return nothing;
  },
};

/** mwan3's chains, as its script lays them by iptables-nft. */
export const mwan3 = {
  name: "mwan3's chains (iptables-nft)",
  needs: { tool: 'iptables-nft-restore', apt: 'iptables' },
  async lay(bed) {
    const all = '0x3f00';
    const mark = i => `0x${(i << 8).toString(16)}`;
    ip(bed, [
      ...defaults(bed),
      'rule add pref 900 lookup main suppress_prefixlength 0',
      ...tables(bed, i => `${mark(i)}/${all}`),
    ]);
    const unmarked = `-m mark --mark 0x0/${all}`;
    const count = bed.wans.length;
    const share = i =>
      i < count ? `-m statistic --mode random --probability ${(1 / (count - i + 1)).toFixed(6)} ` : '';
    run(['iptables-nft-restore'], {
      ns: bed.router,
      input: [
        '*mangle',
        ...['mwan3_hook', 'mwan3_ifaces_in', 'mwan3_connected', 'mwan3_rules', 'pol'].map(
          c => `:${c} - [0:0]`,
        ),
        ...bed.wans.map(i => `:in${i} - [0:0]`),
        '-A PREROUTING -j mwan3_hook',
        '-A OUTPUT -j mwan3_hook',
        `-A mwan3_hook -j CONNMARK --restore-mark --nfmask ${all} --ctmask ${all}`,
        ...['ifaces_in', 'connected', 'rules'].map(c => `-A mwan3_hook ${unmarked} -j mwan3_${c}`),
        `-A mwan3_hook -j CONNMARK --save-mark --nfmask ${all} --ctmask ${all}`,
        `-A mwan3_hook -m mark ! --mark ${all}/${all} -j mwan3_connected`,
        ...bed.wans.flatMap(i => [
          `-A mwan3_ifaces_in ${unmarked} -j in${i}`,
          `-A in${i} -i w${i} ${unmarked} -j MARK --set-xmark ${mark(i)}/${all}`,
        ]),
        `-A mwan3_connected -d 192.168.0.0/24 -j MARK --set-xmark ${all}/${all}`,
        `-A mwan3_rules ${unmarked} -j pol`,
        ...bed.wans.map(i => `-A pol ${unmarked} ${share(i)}-j MARK --set-xmark ${mark(i)}/${all}`),
        'COMMIT',
        '*nat',
        ...bed.wans.map(i => `-A POSTROUTING -o w${i} -j MASQUERADE`),
        'COMMIT',
        '',
      ].join('\n'),
    });
    return nothing;
  },
};

/** The gateway itself, with the rules of the paper for all ISPs of the bed. */
export const gateway = (name, options = {}, args = []) => ({
  name,
  options,
  async lay(bed) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-packets-'));
    const file = join(folder, 'paper.rsc');
    writeFileSync(file, paperText(bed.wans.length, options));
    const argv = [
      process.execPath,
      packagePath('bin/jalur'),
      'run',
      file,
      '--state',
      folder,
      '--json',
      ...args,
    ];
    const child = spawnIn(bed.router, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
    await ready(child);
    return async () => {
      await end(child, 10_000);
      rmSync(folder, { recursive: true, force: true });
    };
  },
});

/** Resolves when the gateway says that it is ready. */
async function ready(child) {
  const lines = [];
  const said = new Promise(resolve => {
    child.stdout.on('data', chunk => {
      lines.push(String(chunk));
      if (/"ready"/.test(lines.join(''))) resolve(true);
    });
  });
  const isReady = await Promise.race([said, once(child, 'exit').then(() => false)]);
  if (!isReady) throw new Error(`The gateway did not start: ${lines.join('')}`);
}

/** Tools come from the path of root. */
export const isInstalled = ({ needs }) =>
  !needs || ['/usr/sbin', '/sbin', '/usr/bin', '/bin'].some(dir => existsSync(join(dir, needs.tool)));
