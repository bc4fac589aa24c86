import { environmentTrouble } from '../../sys/index.ts';
import type { Diagnostic } from '../../text/index.ts';
import type { ConditionCode } from '../conditions/index.ts';
import type { GatewayEvent, GatewayState, RunConfig } from '../core/index.ts';
import type { Parts } from '../parts.ts';
import type { ApplyReply, ChangeReply } from '../replies/index.ts';
import { digestOf } from '../state/index.ts';
import type { ReadConfig } from './checked-config.ts';
import { hashOf, mustRun } from './guards.ts';
import type { ApplyRequest } from './request.ts';

// Another configuration for a gateway that runs: taken once it is read, and what became of it told and kept.

type ConfigEvent = Extract<GatewayEvent, { readonly type: 'config' }>;

/** How a configuration came, and from whom. */
export type Asked = Pick<ConfigEvent, 'how' | 'by'>;

/** For good, or for a time; to be written into its files once it stays. */
type ForHowLong = Pick<ApplyRequest, 'confirmMs' | 'save'>;

/** Says what became of a configuration. */
export function tellOf(
  { hub, port }: Pick<Parts, 'hub' | 'port'>,
  { file, texts }: Pick<RunConfig, 'file' | 'texts'>,
  asked: Asked,
  done: Pick<ConfigEvent, 'result' | 'changes'>,
): void {
  hub.emit({ type: 'config', atMs: port.nowMs(), file, ...asked, ...done, digest: texts && digestOf(texts) });
}

/** Runs another configuration, unless it has errors; resolves when the kernel has it, with what was changed. */
export async function take(
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

export async function takeFor(
  parts: Parts,
  config: ReadConfig,
  asked: Asked,
  how: ForHowLong,
): Promise<ApplyReply> {
  const { confirmMs } = how;
  if (!config.usable || confirmMs === undefined) return take(parts, config, asked);
  // On disk before anything changes: whatever ends this process, the next one runs what was in force before.
  parts.kept.beginTrial(config.texts, parts.loop.state.config);
  const until = new Date(Date.now() + confirmMs).toISOString();
  return { ...(await take(parts, config, asked, how)), until };
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
export async function settledWith(
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
