import { createHash } from 'node:crypto';
import type { Config } from '../config/index.ts';
import { environmentTrouble } from '../sys/index.ts';
import { type Diagnostic, hasErrors } from '../text/index.ts';
import { checkedDraft } from './checked-draft.ts';
import { type ControlError, ControlRefused, type ControlRequest } from './control/protocol.ts';
import { type ConfirmJudgement, type GatewayEvent, judgeConfirm, type RunConfig } from './core/index.ts';
import type { Parts } from './parts.ts';
import { readRunConfig, readRunTexts } from './read-run-config.ts';
import type { ApplyReply, ChangeReply, ConfirmReply } from './replies/index.ts';
import { isTried, trialOf } from './state/index.ts';

// Other configurations for a gateway that runs: read again, applied for a time, confirmed. One after the other.

type ReadConfig = Config & RunConfig;
type ApplyRequest = Extract<ControlRequest, { readonly type: 'apply' }>;
type ConfirmRequest = Extract<ControlRequest, { readonly type: 'confirm' }>;
type ConfigEvent = Extract<GatewayEvent, { readonly type: 'config' }>;

/** How a configuration came, and from whom. */
export type Asked = Pick<ConfigEvent, 'how' | 'by'>;

/** Says what became of a configuration. */
export function tellOf(
  { hub, port }: Pick<Parts, 'hub' | 'port'>,
  { file, texts }: Pick<RunConfig, 'file' | 'texts'>,
  asked: Asked,
  done: Pick<ConfigEvent, 'result' | 'changes'>,
): void {
  hub.emit({ type: 'config', atMs: port.nowMs(), file, ...asked, ...done, digest: texts && digestOf(texts) });
}

function digestOf(texts: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const name of [...texts.keys()].sort()) hash.update(`${name}\0${texts.get(name)}\0`);
  return hash.digest('hex');
}

/** A configuration with everything that speaks against it: what its reader says, and what Linux cannot do. */
export function checkedConfig(
  { loop, port, reading }: Parts,
  source: readonly string[],
  texts?: ApplyRequest['texts'],
): ReadConfig {
  const config = texts ? readRunTexts({ texts, source }, reading) : readRunConfig(source, reading);
  if (!config.usable) return config;
  const diagnostics = [
    ...config.diagnostics,
    ...checkedDraft(loop.state, config, port, reading.skipUnsupported).diagnostics,
  ];
  return { ...config, diagnostics, usable: !hasErrors(diagnostics) };
}

/** Runs another configuration, unless it has errors; resolves when the kernel has it, with what was changed. */
async function take(parts: Parts, config: ReadConfig, asked: Asked, trialMs?: number): Promise<ChangeReply> {
  const { loop, port, hub } = parts;
  const { file, diagnostics, usable } = config;
  if (diagnostics.length > 0) hub.emit({ type: 'diagnostics', atMs: port.nowMs(), diagnostics });
  if (!usable) {
    loop.post({ kind: 'config-refused', atMs: port.nowMs(), file, objection: objectionOf(diagnostics) });
    tellOf(parts, config, asked, { result: 'refused', changes: 0 });
    return { accepted: false, file, diagnostics, changes: [], refused: [] };
  }
  const changes: string[] = [];
  const refused: string[] = [];
  const end = hub.subscribe(({ event }) => {
    if (event.type !== 'decision') return;
    changes.push(...event.changes);
    refused.push(...event.refused);
  });
  loop.post({ kind: 'config', atMs: port.nowMs(), config, trialMs });
  await loop.settled();
  end();
  const taken = trialMs === undefined ? 'in-force' : 'on-trial';
  tellOf(parts, config, asked, { result: refused.length > 0 ? 'partly' : taken, changes: changes.length });
  return { accepted: true, file, diagnostics, changes, refused };
}

/** The first error, with its place. */
function objectionOf(diagnostics: readonly Diagnostic[]): string {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  if (!first) return 'it cannot be read.';
  const { file, start } = first.span;
  return `${file}:${start.line}:${start.column} ${first.what}`;
}

/** Reads the files of the configuration in force again. Throws ControlRefused. */
export async function reload(parts: Parts, asked: Asked): Promise<ChangeReply> {
  mustNotWait(parts);
  const { source = [] } = parts.loop.state.config;
  if (source.includes('-')) throw new ControlRefused(refusals['no-file']);
  const config = checkedConfig(parts, source);
  const tried = parts.kept.trial();
  if (tried && config.texts && isTried(tried, config.texts)) throw new ControlRefused(refusals['tried']);
  return take(parts, config, asked);
}

/** The same by a signal, whose sender hears nothing: what speaks against it is a condition. */
export async function reloadBySignal(parts: Parts): Promise<void> {
  try {
    await reload(parts, { how: 'signal' });
  } catch (error) {
    const trouble = error instanceof ControlRefused ? error.error : environmentTrouble(error);
    if (!trouble) throw error;
    const { loop, port } = parts;
    loop.post({
      kind: 'config-refused',
      atMs: port.nowMs(),
      file: loop.state.config.file,
      objection: trouble.what,
    });
  }
}

/** Takes other files; with `confirmMs` they are taken back after that time unless somebody confirms. Throws ControlRefused. */
export async function apply(
  parts: Parts,
  { files, texts: given, confirmMs, by }: Pick<ApplyRequest, 'files' | 'texts' | 'confirmMs' | 'by'>,
): Promise<ApplyReply> {
  mustNotWait(parts);
  const config = checkedConfig(parts, files, given);
  const asked = { how: 'apply', by } as const;
  if (!config.usable || confirmMs === undefined) return take(parts, config, asked);
  const { texts = new Map<string, string>(), source = [] } = parts.loop.state.config;
  // On disk before anything changes: whatever ends this process, the next one runs what was in force before.
  parts.kept.beginTrial(trialOf(config.texts, texts, source));
  const until = new Date(Date.now() + confirmMs).toISOString();
  return { ...(await take(parts, config, asked, confirmMs)), until };
}

function mustNotWait({ loop }: Parts): void {
  if (loop.state.trial) throw new ControlRefused(refusals['unconfirmed']);
}

/** The configuration on trial stays. Throws ControlRefused where whoever asks cannot show that he came in by it. */
export async function confirm(
  parts: Parts,
  { session, by: asker }: Pick<ConfirmRequest, 'session' | 'by'>,
  connectedAtMs: number,
): Promise<ConfirmReply> {
  const { loop, port, kept } = parts;
  const nowMs = port.nowMs();
  const by = 'ageMs' in session ? { kind: session.kind, openedAtMs: nowMs - session.ageMs } : session;
  const judged = judgeConfirm(loop.state.trial, { connectedAtMs, session: by });
  if (judged !== 'accepted') throw new ControlRefused(refusals[judged]);
  const { file } = loop.state.config;
  // First on disk: what is said to stay must not be taken back by the next start.
  kept.forgetTrial();
  loop.post({ kind: 'confirmed', atMs: nowMs });
  await loop.settled();
  tellOf(parts, loop.state.config, { how: 'confirm', by: asker }, { result: 'in-force', changes: 0 });
  return { file };
}

type Refusal = Exclude<ConfirmJudgement, 'accepted'> | 'unconfirmed' | 'no-file' | 'tried';

const inAnew =
  'Leave this session as it is, open a new SSH connection to this machine, outside of tmux and screen, and run there: sudo jalur confirm.';

const refusals: Readonly<Record<Refusal, ControlError>> = {
  'nothing-to-confirm': {
    code: 'control/nothing-to-confirm',
    what: 'No configuration waits to be confirmed.',
    do: 'Apply one first: sudo jalur apply FILE --confirm 60. If one did wait, its time is over and it was taken back: see jalur status.',
  },
  'not-in-force': {
    code: 'control/too-early',
    what: 'The kernel does not have all of the new configuration yet.',
    do: 'Try again; jalur status says what is missing.',
  },
  'old-connection': {
    code: 'control/old-connection',
    what: 'This control connection was opened before the configuration was in force: it does not show that one can still come in.',
    do: 'Confirm by a new one: sudo jalur confirm.',
  },
  'old-session': {
    code: 'control/old-connection',
    what: 'This SSH connection was opened before the configuration was in force: it would live on even if no new one could come in.',
    do: inAnew,
  },
  'old-browser': {
    code: 'control/old-connection',
    what: "This browser's connection was opened before the configuration was in force: it would live on even if no new one could come in.",
    do: 'Open the page anew in another window, so that the browser connects anew, and confirm there.',
  },
  'unknown-session': {
    code: 'control/old-connection',
    what: 'Nobody can tell by which SSH connection this comes (tmux and screen outlive them): it counts as an old one.',
    do: inAnew,
  },
  unconfirmed: {
    code: 'control/unconfirmed',
    what: 'A configuration waits to be confirmed; another one would leave it open what to go back to.',
    do: 'Confirm it (sudo jalur confirm, by a new connection), or wait until it is taken back.',
  },
  'no-file': {
    code: 'control/no-file',
    what: 'The configuration in force was read from standard input, which cannot be read again.',
    do: 'Name a file: sudo jalur apply FILE.',
  },
  tried: {
    code: 'control/tried',
    what: 'The file says what was applied before and not confirmed in time.',
    do: 'Change it, or apply it again: sudo jalur apply FILE --confirm 60.',
  },
};
