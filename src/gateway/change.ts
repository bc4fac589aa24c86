import type { Config } from '../config/index.ts';
import { environmentTrouble } from '../sys/index.ts';
import { type Diagnostic, hasErrors } from '../text/index.ts';
import { changedMeanwhile, refusals } from './change-refusals.ts';
import { checkedDraft } from './checked-draft.ts';
import type { ConditionCode } from './conditions/index.ts';
import { ControlRefused, type ControlRequest } from './control/protocol.ts';
import { type GatewayEvent, type GatewayState, judgeConfirm, type RunConfig } from './core/index.ts';
import type { Loop } from './loop/index.ts';
import { withLoss, withReceiversKept } from './notify/kept-receivers.ts';
import type { Parts } from './parts.ts';
import { readRunConfig, readRunTexts, type TextsUse } from './read-run-config.ts';
import { type ApplyReply, type ChangeReply, type ConfirmReply, trialReply } from './replies/index.ts';
import { savedTexts } from './saved-texts.ts';
import { digestOf, isTried } from './state/index.ts';

// Other configurations for a gateway that runs: read again, applied for a time, confirmed. One after the other.

type ReadConfig = Config & RunConfig;
type ApplyRequest = Extract<ControlRequest, { readonly type: 'apply' }>;
type RollbackRequest = Extract<ControlRequest, { readonly type: 'rollback' }>;
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

/** A configuration with everything that speaks against it: what its reader says, and what Linux cannot do. */
export function checkedConfig(
  { loop, port, reading }: Pick<Parts, 'loop' | 'port' | 'reading'>,
  source: readonly string[],
  texts?: ApplyRequest['texts'],
  use?: TextsUse,
): ReadConfig {
  const config = texts ? readRunTexts({ texts, source }, reading, use) : readRunConfig(source, reading);
  if (!config.usable) return config;
  const diagnostics = [
    ...config.diagnostics,
    ...checkedDraft(loop.state, config, port, reading.skipUnsupported).diagnostics,
  ];
  return { ...config, diagnostics, usable: !hasErrors(diagnostics) };
}

/** Runs another configuration, unless it has errors; resolves when the kernel has it, with what was changed. */
async function take(
  parts: Parts,
  config: ReadConfig,
  asked: Asked,
  { confirmMs: trialMs, save: saves }: ForHowLong = {},
): Promise<ChangeReply> {
  const { loop, port, hub } = parts;
  const { file, diagnostics, usable } = config;
  if (diagnostics.length > 0) hub.emit({ type: 'diagnostics', atMs: port.nowMs(), diagnostics });
  if (!usable) {
    loop.post({ kind: 'config-refused', atMs: port.nowMs(), file, objection: objectionOf(diagnostics) });
    tellOf(parts, config, asked, { result: 'refused', changes: 0 });
    return { accepted: false, file, hash: hashOf(parts), diagnostics, changes: [], refused: [] };
  }
  const done = await settledWith(parts, () =>
    loop.post({ kind: 'config', atMs: port.nowMs(), config, trialMs, saves }),
  );
  const taken = trialMs === undefined ? 'in-force' : 'on-trial';
  const result = done.refused.length > 0 ? 'partly' : taken;
  tellOf(parts, config, asked, { result, changes: done.changes.length });
  if (taken === 'in-force') keepTexts(parts);
  return { accepted: true, file, hash: hashOf(parts), diagnostics, ...done };
}

/** Conditions under which the kernel is not as the configuration in force asks. */
const notHeld: readonly ConditionCode[] = [
  'gateway/apply-failed',
  'gateway/refused',
  'gateway/forwarding-closed',
];

/** What the machine refuses now, all of it: also where it refuses everything. */
export const refusedNow = ({ conditions }: Pick<GatewayState, 'conditions'>): readonly string[] =>
  conditions.filter(({ code }) => notHeld.includes(code)).map(({ what }) => what);

/** Has something done, and says what that changed in the kernel once all is settled. Throws ControlRefused where the gateway ends meanwhile. */
async function settledWith(
  { loop, hub }: Pick<Parts, 'loop' | 'hub'>,
  work: () => void,
): Promise<Pick<ChangeReply, 'changes' | 'refused'>> {
  const changes: string[] = [];
  const end = hub.subscribe(({ event }) => {
    if (event.type === 'decision') changes.push(...event.changes);
  });
  work();
  await loop.settled();
  end();
  mustRun(loop);
  return { changes, refused: refusedNow(loop.state) };
}

/** Keeps the texts in force, where a past is kept at all; a disk that is full is no reason to fail. */
export function keepTexts({ kept, loop, keepsPast }: Pick<Parts, 'kept' | 'loop' | 'keepsPast'>): void {
  if (!keepsPast) return;
  try {
    kept.keepTexts(loop.state.config);
  } catch (error) {
    if (!environmentTrouble(error)) throw error;
  }
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
  const config = withLoss(checkedConfig(parts, source), parts.loop.state.config);
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
  { files, texts: given, confirmMs, ifHash, by, save, keepNotify }: Unnumbered<ApplyRequest>,
): Promise<ApplyReply> {
  mustBe(parts, ifHash);
  mustNotWait(parts);
  const { config: before } = parts.loop.state;
  const use = keepNotify ? { passwordFiles: before.passwordFiles ?? {} } : {};
  const read = checkedConfig(parts, placeOf(files, given, before), given, use);
  const config = keepNotify ? withReceiversKept(read, before) : withLoss(read, before);
  const reply = await takeFor(parts, config, { how: 'apply', by }, { confirmMs, save });
  return withSaved(reply, config, save === true ? before : undefined);
}

/** Texts of the very files in force are read where those were: what lies beside them, who is told, goes on. */
function placeOf(
  files: readonly string[],
  given: ApplyRequest['texts'],
  { source, texts }: Pick<RunConfig, 'source' | 'texts'>,
): readonly string[] {
  const isSame = given?.length === texts?.size && given?.every(({ file }) => texts?.has(file));
  return isSame ? (source ?? files) : files;
}

/** What stays is written into its files, where that was asked for: what is on trial, once it is confirmed. */
const withSaved = (reply: ApplyReply, config: RunConfig, before: RunConfig | undefined): ApplyReply =>
  before && reply.accepted && reply.until === undefined
    ? { ...reply, saved: savedTexts(config, before) }
    : reply;

type Unnumbered<T> = Omit<T, 'v' | 'id' | 'type'>;

/** For good, or for a time; to be written into its files once it stays. */
type ForHowLong = Pick<ApplyRequest, 'confirmMs' | 'save'>;

async function takeFor(parts: Parts, config: ReadConfig, asked: Asked, how: ForHowLong): Promise<ApplyReply> {
  const { confirmMs } = how;
  if (!config.usable || confirmMs === undefined) return take(parts, config, asked);
  // On disk before anything changes: whatever ends this process, the next one runs what was in force before.
  parts.kept.beginTrial(config.texts, parts.loop.state.config);
  const until = new Date(Date.now() + confirmMs).toISOString();
  return { ...(await take(parts, config, asked, how)), until };
}

/** Takes back what is on trial, or returns to what was in force before. Throws ControlRefused. */
export async function rollback(parts: Parts, request: Unnumbered<RollbackRequest>): Promise<ApplyReply> {
  const { to, ifHash, by } = request;
  mustBe(parts, ifHash);
  return to === undefined ? takeBack(parts, by) : returnTo(parts, to, request);
}

async function takeBack(parts: Parts, by: string | undefined): Promise<ChangeReply> {
  const { loop, port } = parts;
  if (!loop.state.trial) throw new ControlRefused(refusals['no-trial']);
  const done = await settledWith(parts, () => loop.post({ kind: 'taken-back', atMs: port.nowMs() }));
  const { config } = loop.state;
  const result = done.refused.length > 0 ? 'partly' : 'in-force';
  tellOf(parts, config, { how: 'rolled-back', by }, { result, changes: done.changes.length });
  return { accepted: true, file: config.file, hash: hashOf(parts), diagnostics: [], ...done };
}

async function returnTo(
  parts: Parts,
  to: string,
  { by, confirmMs, save }: Unnumbered<RollbackRequest>,
): Promise<ApplyReply> {
  mustNotWait(parts);
  const stored = parts.kept.texts(to);
  if (!stored) throw new ControlRefused(refusals['not-kept']);
  const { config: before } = parts.loop.state;
  const config = checkedConfig(parts, stored.source, [...stored.texts], { otherwise: before.notify ?? [] });
  const reply = await takeFor(parts, config, { how: 'rolled-back', by }, { confirmMs, save });
  return withSaved(reply, config, save === true ? before : undefined);
}

/** The configuration in force, by its texts. */
export const hashOf = ({ loop }: Pick<Parts, 'loop'>): string =>
  digestOf(loop.state.config.texts ?? new Map());

/** `hash`: of what whoever asks has seen, or how it begins. */
function mustBe(parts: Parts, hash: string | undefined): void {
  if (hash === undefined || hashOf(parts).startsWith(hash)) return;
  const { state } = parts.loop;
  const now = { file: state.config.file, hash: hashOf(parts) };
  throw new ControlRefused(changedMeanwhile(now, trialReply(state, parts.port.nowMs())));
}

/** What ends does nothing of what it is asked for now. */
export function mustRun({ isStopped }: Pick<Loop, 'isStopped'>): void {
  if (isStopped) throw new ControlRefused(refusals['ending']);
}

function mustNotWait({ loop }: Parts): void {
  if (loop.state.trial) throw new ControlRefused(refusals['unconfirmed']);
}

/** The configuration on trial stays. Throws ControlRefused where whoever asks cannot show that he came in by it. */
export async function confirm(
  parts: Parts,
  { session, by: asker, save, ifHash }: Unnumbered<ConfirmRequest>,
  connectedAtMs: number,
): Promise<ConfirmReply> {
  const { loop, port, kept } = parts;
  const nowMs = port.nowMs();
  const by = 'ageMs' in session ? { kind: session.kind, openedAtMs: nowMs - session.ageMs } : session;
  const judged = judgeConfirm(loop.state.trial, { connectedAtMs, nowMs, session: by });
  // Before anything else is said of it: a trial that he has not seen is none of his.
  if (judged !== 'nothing-to-confirm') mustBe(parts, ifHash);
  if (judged !== 'accepted') throw new ControlRefused(refusals[judged]);
  const { config, trial } = loop.state;
  const { file } = config;
  // First on disk: what is said to stay must not be taken back by the next start.
  kept.settleTrial(config);
  loop.post({ kind: 'confirmed', atMs: nowMs });
  await loop.settled();
  tellOf(parts, config, { how: 'confirm', by: asker }, { result: 'in-force', changes: 0 });
  keepTexts(parts);
  const isSaved = trial !== undefined && (save === true || trial.saves === true);
  const stays = { file, hash: hashOf(parts) };
  return isSaved ? { ...stays, saved: savedTexts(config, trial.previous) } : stays;
}
