import type { z } from 'zod';
import { didYouMean } from '../../rsc/index.ts';
import { isMissing, issueText } from '../../yaml/index.ts';
import type { Fault } from '../fault.ts';
import type { Path } from '../path.ts';
import { keysAt } from '../schema/index.ts';
import { meantValue } from './meant-value.ts';

type Issue = z.core.$ZodIssue;

/** What a schema says of a file, in our words. */
export const schemaFaults = (issues: readonly Issue[]): Fault[] =>
  issues.flatMap(issue => faultsOf(issue, []));

function faultsOf(issue: Issue, before: Path): Fault[] {
  const path = [...before, ...pathOf(issue)];
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey(path, key));
  if (issue.code === 'invalid_union') return unionFaults(issue, path);
  if (issue.code === 'invalid_key') return [wrongKey(issue, path)];
  if (isBareSecret(issue, path)) return [bareSecret(path)];
  const part = isMissing(issue) ? ('key' as const) : ('value' as const);
  return [{ path, part, what: `${nameOf(path)} ${textOf(issue)}.`, do: todo(issue, path) }];
}

/** What should stand elsewhere stands here. */
const isBareSecret = (issue: Issue, path: Path): boolean =>
  path[0] === 'notify' &&
  /^(?:token|secret)$/.test(String(path.at(-1))) &&
  issue.code === 'invalid_type' &&
  /^(?:string|number)$/.test(typeof issue.input);

const bareSecret = (path: Path): Fault => ({
  path,
  part: 'key',
  what: `${nameOf(path)} is a secret, which does not stand in this file.`,
  why: 'The file is copied, shown and compared; a secret should be in one place that root alone reads.',
  do: `Write it into a file of mode 600, and ${String(path.at(-1))}: { file: /etc/jalur/secret } here.`,
});

const pathOf = ({ path }: Issue): Path => path.map(part => (typeof part === 'number' ? part : String(part)));

const nameOf = (path: Path): string => path.join('.') || 'The file';

function textOf(issue: Issue): string {
  const isUsual = /^(Invalid|Too|Unrecognized)\b/.test(issue.message);
  if (isUsual && issue.code === 'too_small' && issue.origin === 'array') return 'is an empty list';
  if (isUsual && issue.code === 'too_big' && issue.origin === 'array')
    return `has more than ${issue.maximum} entries`;
  if (isUsual && (issue.code === 'too_small' || issue.code === 'too_big') && issue.origin === 'string')
    return issue.code === 'too_small' ? 'is empty' : `is longer than ${issue.maximum} letters`;
  if (issue.code !== 'invalid_value') return issueText(issue);
  const values = issue.values.map(String);
  const given = typeof issue.input === 'string' ? didYouMean(issue.input, values) : '';
  return `is not one of ${values.join(', ')}${given === '' ? '' : `.${given.replace(/\?$/, '')}`}`;
}

function todo(issue: Issue, path: Path): string {
  if (isMissing(issue)) return `Write ${String(path.at(-1))}: there.`;
  const meant = meantValue(issue, path);
  if (meant !== undefined) return meant;
  const keys = keysAt(path);
  return issue.code === 'invalid_type' && /^(?:object|record)$/.test(issue.expected) && keys.length > 0
    ? `Its keys are ${keys.join(', ')}.`
    : `Correct it; docs/${path[0] === 'notify' ? 'notifications' : 'guide/intent'}.md shows all keys with examples.`;
}

function unknownKey(path: Path, key: string): Fault {
  const known = keysAt(path);
  return {
    path: [...path, key],
    part: 'key',
    what: `${nameOf(path)} has no key ${short(key)}.${didYouMean(key, known)}`,
    do: `Its keys are ${known.join(', ')}.`,
  };
}

function wrongKey(issue: Extract<Issue, { readonly code: 'invalid_key' }>, path: Path): Fault {
  const [first] = issue.issues;
  return {
    path,
    part: 'key',
    what: `${short(String(path.at(-1)))} ${first ? issueText(first) : 'cannot be a name'}.`,
    do: 'Choose another name.',
  };
}

/** Of several forms the one that was meant: the one whose kind of value stands there. */
function unionFaults(issue: Extract<Issue, { readonly code: 'invalid_union' }>, path: Path): Fault[] {
  const isOther = (one: Issue): boolean => one.path.length === 0 && one.code === 'invalid_type';
  const meant = issue.errors.find(issues => issues.length > 0 && !issues.some(isOther));
  if (meant) return meant.flatMap(one => faultsOf(one, path));
  const keys = keysAt(path);
  const forms = formsOf(path);
  return [
    {
      path,
      what: `${nameOf(path)} is ${forms}.`,
      do:
        keys.length > 0 && typeof path.at(-1) === 'string'
          ? `Its keys are ${keys.join(', ')}.`
          : 'Write one of them.',
    },
  ];
}

function formsOf(path: Path): string {
  switch (path.at(-1)) {
    case 'dhcp':
      return 'neither true nor false nor a group of keys';
    case 'dns':
      return 'neither true nor false nor a list of name servers';
    case 'port':
    case 'to-port':
      return 'neither a port nor a range of ports';
    case 'url':
      return 'neither a URL nor { file: PATH } nor { env: NAME }';
    case 'chat':
      return 'neither the number of a chat nor @channel';
    case 'target':
      return 'neither a LAN nor a network nor a host';
    default:
      if (path.at(-2) === 'headers') return 'neither a text nor { file: PATH } nor { env: NAME }';
      return 'neither an interface nor a group of keys, as { interface: ether1 }';
  }
}

/** What a user wrote, in a sentence. */
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
