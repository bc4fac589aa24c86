import { spawn, spawnSync } from 'node:child_process';
import { EnvironmentError } from './environment-error.ts';
import { inNamespace, type Namespace } from './namespace/namespace.ts';
import { missingTool, toolEnvironment } from './tool.ts';

export interface RunOptions {
  /** Written to standard input, which is then closed. */
  readonly input?: string | undefined;
  /** Default 30 000 ms; then the process is killed and the call fails with `COMMAND_TIMEOUT`. */
  readonly timeoutMs?: number | undefined;
  /** Hand back a non-zero exit code instead of throwing. */
  readonly allowFailure?: boolean | undefined;
  /** Network namespace to start it in; default: where the caller is. */
  readonly ns?: Namespace | undefined;
}

export interface RunResult {
  /** Exit code; 128 + n after signal n. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const limitBytes = 256 << 20;
const defaultTimeoutMs = 30_000;

/** Starts `argv[0]` without a shell and waits. Throws EnvironmentError: missing tool, time-out, non-zero exit. */
export function run(argv: readonly string[], options: RunOptions = {}): RunResult {
  const [tool = '', ...args] = argv;
  const done = inNamespace(options.ns, () =>
    spawnSync(tool, args, {
      input: options.input ?? '',
      timeout: options.timeoutMs ?? defaultTimeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: limitBytes,
      encoding: 'utf8',
      env: toolEnvironment(),
    }),
  );
  if (done.error && !hasNotRead(done.error)) throw startError(tool, argv, done.error);
  return judge(argv, { code: done.status ?? 128, stdout: done.stdout, stderr: done.stderr }, options);
}

/** As `run`, without blocking. The namespace is entered only for the moment of starting. */
export function runAsync(argv: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const [tool = '', ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = inNamespace(options.ns, () => spawn(tool, args, { stdio: 'pipe', env: toolEnvironment() }));
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, options.timeoutMs ?? defaultTimeoutMs);
    child.stdout.on('data', (part: Buffer) => stdout.push(part));
    child.stderr.on('data', (part: Buffer) => stderr.push(part));
    child.stdin.on('error', () => {}); // a tool that ends before it read everything says so by its exit code
    child.stdin.end(options.input ?? '');
    child.on('error', error => {
      clearTimeout(timer);
      reject(startError(tool, argv, error));
    });
    child.on('close', code => {
      clearTimeout(timer);
      if (late) return reject(timeoutError(argv));
      const result = { code: code ?? 128, stdout: text(stdout), stderr: text(stderr) };
      try {
        resolve(judge(argv, result, options));
      } catch (error) {
        reject(error);
      }
    });
  });
}

/** A tool that ends before it has read everything says why by its exit code. */
const hasNotRead = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';

const text = (parts: readonly Buffer[]): string => Buffer.concat(parts).toString('utf8');

function judge(argv: readonly string[], result: RunResult, options: RunOptions): RunResult {
  if (result.code === 0 || options.allowFailure) return result;
  const said = (result.stderr.trim() || result.stdout.trim() || 'it said nothing').split('\n').slice(0, 20);
  throw new EnvironmentError(
    'COMMAND_FAILED',
    `${argv.join(' ')} ended with ${result.code}: ${said.join('\n')}`,
    {
      en: 'Run the command by hand to see more; as root where it changes the network.',
      id: 'Jalankan perintah itu sendiri untuk melihat lebih banyak; sebagai root bila mengubah jaringan.',
    },
  );
}

function startError(tool: string, argv: readonly string[], error: NodeJS.ErrnoException): EnvironmentError {
  if (error.code === 'ENOENT') return missingTool(tool, error);
  if (error.code === 'ETIMEDOUT') return timeoutError(argv);
  return new EnvironmentError(
    'COMMAND_FAILED',
    `${argv.join(' ')}: ${error.message}`,
    { en: 'Try it by hand.', id: 'Coba jalankan sendiri.' },
    {
      cause: error,
    },
  );
}

function timeoutError(argv: readonly string[]): EnvironmentError {
  return new EnvironmentError(
    'COMMAND_TIMEOUT',
    { en: `${argv.join(' ')} did not end in time.`, id: `${argv.join(' ')} tidak selesai pada waktunya.` },
    {
      en: 'Is the machine overloaded? Try it by hand.',
      id: 'Apakah mesin terlalu sibuk? Coba jalankan sendiri.',
    },
  );
}
