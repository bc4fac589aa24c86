import type { ProgramNft, Rehearsal } from '../../linux/index.ts';
import { EnvironmentError, type Namespace, privateNamespace, run } from '../../sys/index.ts';

/**
 * Loads a table where it harms nobody: into a network namespace of its own, which vanishes right after. `nft --check`
 * is not enough, as the kernel looks for loops of jumps and chains of a wrong kind only when it commits
 * (docs/lab-notes.md#what-nft-check-leaves-out). Takes some 20 ms. `at`: where it shall be loaded later (without `ns`:
 * where we are); who may make no namespace, as in a container or as a service, has it checked there.
 */
export function rehearse(nft: ProgramNft, at?: { readonly ns?: Namespace | undefined }): Rehearsal {
  try {
    const own = inOwnNamespace(nft);
    if (own) return own;
    const asUser = inUserNamespace(nft);
    return asUser.kind === 'not-asked' && at ? checked(nft, at.ns) : asUser;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { kind: 'not-asked', why: error.message, do: { en: error.next, id: error.next } };
  }
}

/** Undefined where we may not make one. */
function inOwnNamespace({ text }: ProgramNft): Rehearsal | undefined {
  const ns = ownNamespace();
  if (!ns) return undefined;
  try {
    const { code, stderr } = run(['nft', '-f', '-'], { ns, input: text, allowFailure: true });
    return code === 0 ? { kind: 'taken' } : refusalOf(stderr);
  } finally {
    ns.close();
  }
}

function ownNamespace(): Namespace | undefined {
  try {
    return privateNamespace('rehearsal');
  } catch (error) {
    if (error instanceof EnvironmentError) return undefined;
    throw error;
  }
}

/** In place of the table that is there, whose chains may be entered elsewhere; on the first line, so that lines keep their numbers. */
function checked({ family, table, text }: ProgramNft, ns: Namespace | undefined): Rehearsal {
  const name = `${family} ${table}`;
  const input = `add table ${name}; delete table ${name}; ${text}`;
  const { code, stderr } = run(['nft', '--check', '-f', '-'], { ns, input, allowFailure: true });
  return code === 0 ? { kind: 'taken' } : refusalOf(stderr);
}

/** Whoever is not root may be it in a namespace of users (user_namespaces(7)), unless the machine forbids that. */
function inUserNamespace({ text }: ProgramNft): Rehearsal {
  const argv = ['unshare', '--map-root-user', '--net', 'nft', '-f', '-'];
  const { code, stderr } = run(argv, { input: text, allowFailure: true });
  if (code === 0) return { kind: 'taken' };
  if (place.test(stderr)) return refusalOf(stderr);
  return {
    kind: 'not-asked',
    why: stderr.trim().split('\n')[0] ?? '',
    do: { en: 'Run it as root, with nft installed.', id: 'Jalankan sebagai root, dengan nft terpasang.' },
  };
}

/** `/dev/stdin:64:5-25: Error: Could not process rule: Too many links` */
const place = /^[^\s:]+:(\d+):\d+(?:-\d+)?: Error: (.*)$/m;

function refusalOf(stderr: string): Rehearsal {
  const [, line = '1', said = stderr.trim()] = place.exec(stderr) ?? [];
  return { kind: 'refused', line: Number(line) - 1, said };
}
