import type { ControlValues } from '../../gateway/index.ts';
import { byOf } from '../context.ts';
import { isStill } from '../etag.ts';
import { pageOf } from '../paging.ts';
import { ApiProblem } from '../problem.ts';
import type { operations } from '../routes/index.ts';
import type { Handler } from '../serve.ts';
import { findingView } from '../thread/finding.ts';
import type { NamedText } from '../thread/index.ts';
import { mayHaveSecrets, runningConfig } from './sources.ts';

type Ops = typeof operations;
type Value<K extends 'getConfig' | 'planConfig' | 'validateConfig'> = Exclude<
  Awaited<ReturnType<Handler<Ops[K]>>>,
  Response
>;

const kindOf = (file: string): 'yaml' | 'rsc' => (/\.ya?ml$/i.test(file) ? 'yaml' : 'rsc');

/** In an ETag: of the texts with masks in the places of their passwords. */
const hidden = '-hidden';

export const getConfig: Handler<Ops['getConfig']> = async ({ parts, who, header, set }) => {
  const { hash, dialect, source, texts, trial } = await parts.daemon.ask('texts');
  const isShown = mayHaveSecrets(who);
  // Who sees the secrets, and whether it is on trial, is part of what is kept by this name.
  const etag = `"${hash}${isShown ? '' : hidden}${trial ? `-${trial.until}` : ''}"`;
  set('etag', etag);
  if (isStill(etag, header('if-none-match'))) return new Response(null, { status: 304 });
  const plain = texts.map(({ file, text }) => ({ file, text }));
  const shown = isShown
    ? plain
    : ((await parts.thinker.ask({ kind: 'hide', texts: plain })) as readonly NamedText[]);
  return {
    ...{ at: new Date(parts.now()).toISOString(), hash, dialect, source, trial },
    files: shown.map(({ file, text }) => ({ file, text, kind: kindOf(file) })),
    secrets: isShown ? 'shown' : 'hidden',
  };
};

export const validateConfig: Handler<Ops['validateConfig']> = async ({ parts, body, who, from }) =>
  (await parts.thinker.ask(
    { kind: 'validate', asked: body },
    byOf({ who, from }),
  )) as Value<'validateConfig'>;

export const planConfig: Handler<Ops['planConfig']> = async ({ parts, body, who, from }) => {
  const running = await runningConfig(parts, who);
  const found = await parts.thinker.ask({ kind: 'plan', asked: body, running }, byOf({ who, from }));
  return { at: new Date(parts.now()).toISOString(), ...(found as Omit<Value<'planConfig'>, 'at'>) };
};

const masked = (): ApiProblem =>
  new ApiProblem(
    412,
    'web/masked',
    'The texts were made from masked ones: their passwords and keys would be lost.',
    'Read GET /config again as somebody who may apply, and make the change there.',
  );

/** The hash that an ETag of ours begins with; proxies that compress mark what they pass on as weak, and it names the texts all the same. */
const named = (etag: string): { readonly hash?: string; readonly more: string } => {
  const [, hash, more = ''] = /^(?:W\/)?"([0-9a-f]{64})([^"]*)"$/.exec(etag.trim()) ?? [];
  return { ...(hash !== undefined && { hash }), more };
};

/** The configuration that a change is made from. */
function madeFrom(etag: string | undefined): string {
  const { hash, more } = named(etag ?? '');
  if (more.startsWith(hidden)) throw masked();
  if (hash !== undefined) return hash;
  throw new ApiProblem(
    428,
    'web/no-etag',
    'It is not said from which configuration the texts were made.',
    'Send If-Match with the ETag of GET /config, so that nobody’s change is lost.',
  );
}

/** The configuration that is meant, where that is said: what was said and is not understood is not taken for nothing. */
function meant(etag: string | undefined): { readonly ifHash?: string } {
  if (etag === undefined) return {};
  const { hash } = named(etag);
  if (hash !== undefined) return { ifHash: hash };
  throw new ApiProblem(
    412,
    'web/no-etag',
    'If-Match names no configuration.',
    'Send the ETag of GET /config, or the hash of the trial in quotes.',
  );
}

type Applied = ControlValues['apply'];

function applied({ accepted, file, hash, diagnostics, changes, refused, until, saved }: Applied) {
  return {
    ...{ accepted, file, hash, changes, refused, until, saved },
    diagnostics: diagnostics.map(findingView),
  };
}

export const applyConfig: Handler<Ops['applyConfig']> = async asking => {
  const { parts, body, header } = asking;
  const ifHash = madeFrom(header('if-match'));
  const { files, confirmSeconds, save } = body;
  asking.note(confirmSeconds === undefined ? 'for good' : `for ${confirmSeconds} s`);
  const reply = await parts.daemon.ask('apply', {
    ...{ files: files.map(({ file }) => file), texts: files, ifHash, save, by: byOf(asking) },
    ...(confirmSeconds !== undefined && { confirmMs: confirmSeconds * 1000 }),
  });
  if (reply.accepted) asking.set('connection', 'close');
  return applied(reply);
};

export const confirmConfig: Handler<Ops['confirmConfig']> = async asking => {
  const session = { kind: 'web', ageMs: asking.connectedForMs } as const;
  const { file, hash, saved } = await asking.parts.daemon.ask('confirm', {
    ...meant(asking.header('if-match')),
    session,
    save: asking.body.save,
    by: byOf(asking),
  });
  return { file, hash, saved };
};

export const rollbackConfig: Handler<Ops['rollbackConfig']> = async asking => {
  const { to, confirmSeconds, save } = asking.body;
  asking.note(to ?? 'the trial');
  const reply = await asking.parts.daemon.ask('rollback', {
    ...meant(asking.header('if-match')),
    by: byOf(asking),
    save,
    ...(to !== undefined && { to }),
    ...(confirmSeconds !== undefined && { confirmMs: confirmSeconds * 1000 }),
  });
  return applied(reply);
};

export const reloadConfig: Handler<Ops['reloadConfig']> = async asking =>
  applied(await asking.parts.daemon.ask('reload', { by: byOf(asking) }));

export const getConfigHistory: Handler<Ops['getConfigHistory']> = async ({ parts, query }) => {
  const { items } = await parts.daemon.ask('applied', { limit: 1000 });
  const entries = items.map(({ kept: restorable, ...entry }) => ({ ...entry, restorable }));
  return { at: new Date(parts.now()).toISOString(), ...pageOf(entries, query) };
};
