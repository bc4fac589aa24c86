import { EnvironmentError, errno, type Namespace, type RunResult, run } from '../../sys/index.ts';

/** What ip(8) prints for the numbers we decide by: it does not print the number itself. */
const words: readonly (readonly [RegExp, number])[] = [
  [/File exists|already assigned/, errno.EEXIST],
  [/No such process/, errno.ESRCH],
  [/No such device|Cannot find device|does not exist/, errno.ENODEV],
  [/No such file or directory/, errno.ENOENT],
  [/Cannot assign requested address|[Aa]ddress not found/, errno.EADDRNOTAVAIL],
  [/Network is unreachable|invalid gateway/, errno.ENETUNREACH],
  [/Operation not permitted/, errno.EPERM],
];

/** The tools of one namespace. */
export interface Shell {
  /** Output of a tool; throws EnvironmentError with its words and, where they are known ones, the errno. */
  say(argv: readonly string[], input?: string): string;
  /** Without judging the exit code. */
  ask(argv: readonly string[]): RunResult;
  /** `ip -j` with everything in numbers, parsed. */
  ip(...args: readonly string[]): unknown;
}

export function openShell(ns: Namespace | undefined): Shell {
  const ask: Shell['ask'] = argv => run(argv, { ns, allowFailure: true });
  const say: Shell['say'] = (argv, input) => {
    const done = run(argv, { ns, input, allowFailure: true });
    if (done.code !== 0) throw refusal(argv, done);
    return done.stdout;
  };
  // Some empty lists of ip 6.1 print nothing at all.
  const ip: Shell['ip'] = (...args) => JSON.parse(say(['ip', '-N', '-j', '-d', ...args]) || '[]');
  return { ask, say, ip };
}

function refusal(argv: readonly string[], { stderr }: RunResult): EnvironmentError {
  const said = stderr.trim().split('\n').join('; ');
  const code = words.find(([pattern]) => pattern.test(said))?.[1];
  const denied = code === errno.EPERM;
  return new EnvironmentError(
    denied ? 'MISSING_ROOT' : 'KERNEL_REFUSED',
    `${argv.join(' ')}: ${said}`,
    denied
      ? { en: 'Run as root (CAP_NET_ADMIN).', id: 'Jalankan sebagai root (CAP_NET_ADMIN).' }
      : { en: 'See what it refers to.', id: 'Periksa apa yang dimaksud.' },
    { errno: code },
  );
}
