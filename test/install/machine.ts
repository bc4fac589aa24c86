import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inNamespace, type Namespace, sleep } from '../../src/sys/index.ts';

/** A machine with this one's files, none of which it can change, that systemd has started, in a network namespace. */
export interface Machine {
  /** Runs a program in it, as root. */
  run(...argv: readonly string[]): Ran;
  /** Puts a file into it. */
  write(path: string, text: string | Uint8Array): void;
  has(path: string): boolean;
  down(): Promise<void>;
}

export interface Ran {
  readonly code: number | null;
  readonly said: string;
}

/** Where the kernel's second version of control groups is, which systemd needs. */
const groups = readFileSync('/proc/self/mounts', 'utf8')
  .split('\n')
  .map(line => line.split(' '))
  .find(([, , type]) => type === 'cgroup2')?.[1];

/** Why no such machine can be had here; undefined where it can. */
export const noMachine = ((): string | undefined => {
  if (process.getuid?.() !== 0) return 'not root';
  if (!existsSync('/lib/systemd/systemd')) return 'systemd is not installed';
  if (spawnSync('dpkg-deb', ['--version']).status !== 0) return 'no dpkg';
  return groups === undefined ? 'no cgroup2' : undefined;
})();

/**
 * Lives as long as its standard input, which only the test holds: however that ends, so does everything in it. What this machine has
 * configured to be mounted or started is not.
 */
const outer = `
group=$1 folder=$2
mkdir "$group" && echo $$ >"$group/cgroup.procs" || exit 1
unshare --mount --pid --fork --uts --ipc --cgroup --kill-child sh "$folder/inner.sh" "$folder" </dev/null >"$folder/log" 2>&1 &
echo $! >"$folder/pid"
read -r _
kill -9 $!
wait $! 2>/dev/null
echo $$ >"$(dirname "$group")/cgroup.procs"
for look in 1 2 3 4 5 6 7 8 9 10; do
  find "$group" -depth -type d -exec rmdir {} \\; 2>/dev/null
  [ -d "$group" ] || break
  sleep 0.5
done
rm -rf "$folder"
`;

const inner = `
set -e
folder=$1
mount --make-rprivate /
mkdir "$folder/disk" && mount -t tmpfs tmpfs "$folder/disk"
cd "$folder/disk"
mkdir up work root
mount -t overlay overlay -o lowerdir=/,upperdir=up,workdir=work root
cd root
rm -rf etc/systemd/system etc/fstab etc/jalur etc/default/jalur var/lib/jalur
mkdir -p etc/systemd/system run tmp root
for one in proc sysfs; do mount -t "$one" "$one" "$(echo "$one" | sed s/fs//)"; done
for one in run tmp dev; do mount -t tmpfs -o mode=755 tmpfs "$one"; done
for one in null zero full random urandom tty; do touch "dev/$one"; mount --bind "/dev/$one" "dev/$one"; done
ln -s /proc/self/fd dev/fd
ln -s pts/ptmx dev/ptmx
mkdir dev/shm dev/pts
mount -t devpts -o newinstance,ptmxmode=666 devpts dev/pts
mount -t cgroup2 cgroup2 sys/fs/cgroup
printf '[Unit]\\nDescription=test\\n' >etc/systemd/system/test.target
exec chroot . env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=test.target
`;

/** Started and ready. */
export async function startMachine(ns: Namespace): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'machine-'));
  writeFileSync(join(folder, 'inner.sh'), inner);
  const group = join(groups ?? '', `jalur-machine-${process.pid}`);
  const shell = inNamespace(ns, () =>
    spawn('sh', ['-c', outer, 'sh', group, folder], { stdio: ['pipe', 'ignore', 'inherit'], detached: true }),
  );
  const machine = inside(shell, folder);
  for (let looks = 0; !/running|degraded/.test(machine.run('systemctl', 'is-system-running').said); looks++) {
    if (looks > 300) throw new Error(`systemd does not start: ${readFileSync(join(folder, 'log'), 'utf8')}`);
    await sleep(100);
  }
  return machine;
}

function inside(shell: ChildProcess, folder: string): Machine {
  // The first process of the machine is the only child of the one that has made its namespaces.
  const init = (): string => {
    try {
      const parent = readFileSync(join(folder, 'pid'), 'utf8').trim();
      return readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim();
    } catch {
      return '';
    }
  };
  const place = (path: string): string => join('/proc', init(), 'root', path);
  return {
    run(...argv) {
      const pid = init();
      if (pid === '') return { code: null, said: '' };
      const words = [
        '--target',
        pid,
        '--mount',
        '--uts',
        '--ipc',
        '--net',
        '--pid',
        '--cgroup',
        '--root',
        '--wd',
      ];
      const { status, stdout, stderr } = spawnSync('nsenter', [...words, ...argv], {
        encoding: 'utf8',
        env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive', HOME: '/root' },
      });
      return { code: status, said: `${stdout}${stderr}` };
    },
    write(path, text) {
      mkdirSync(join(place(path), '..'), { recursive: true });
      writeFileSync(place(path), text);
    },
    has: path => existsSync(place(path)),
    async down() {
      const gone = new Promise(resolve => shell.once('exit', resolve));
      shell.stdin?.end();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
