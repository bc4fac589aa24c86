import { type Command, InvalidArgumentError } from 'commander';
import { convertedJson, parseTarget, type Target } from '../../answers/index.ts';
import { nothingInIt, routerText, type TextFile } from '../../config/index.ts';
import {
  type Check,
  type Converted,
  checkConversion,
  convertRouterOs,
  differenceText,
  isBlind,
  saysNothing,
  type Unwalked,
  type Verdict,
  verdictOf,
} from '../../convert/index.ts';
import { type Dialect, otherDialect } from '../../model/index.ts';
import { type ReadResult, readRouterOs } from '../../rsc/index.ts';
import { counted, hasErrors, jsonDiagnostic } from '../../text/index.ts';
import { convertToIntent, sayIntent } from '../convert/to-intent.ts';
import { exitCode } from '../exit-code.ts';
import { type DialectOption, withDialect } from '../options/dialect.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { stillWorking } from '../output/still-working.ts';
import { readText, sayFindings, writeText } from '../rsc-file.ts';

interface Options extends DialectOption, JsonOption {
  readonly to: Target;
  readonly output?: string;
}

const examples = `
Exit codes:
  0  the same: every class of IPv4 packets ends alike in both texts, with all well and with each uplink broken, and
     what is stated of IPv6 stands as written
  1  the result does something else: what, and by which lines, is said on standard error
  2  nothing was converted (the text cannot be read or has errors), or not all could be compared

Examples:
  jalur convert office-v6.rsc --to v7 -o office-v7.rsc
  jalur convert office.rsc --to v7:16
  jalur convert --json office.rsc --to v6
  jalur convert gateway.yaml --to v7             what an intent stands for, as RouterOS text
  jalur convert office.rsc --to yaml             as an intent, and which statements it has no words for`;

/** `jalur convert`: the same configuration in the terms of another RouterOS. */
export function register(command: Command): void {
  withJson(withDialect(command), 'as JSON: the text, findings, and packets that end in another way')
    .description(
      'Rewrites a configuration for another RouterOS, or as an intent (YAML) and back: tables and marks, ECMP, scopes, gateway checks, rules, VRF, DHCP, NTP, in scripts too. Order, comments and layout stay; what the target has no words for goes into a comment and is said. Then both texts are walked side by side.',
    )
    .argument('<file>', 'RouterOS text or gateway.yaml (- is standard input)')
    .requiredOption('--to <version>', 'target: v6, v7, v7:18 for 7.18, or yaml (an intent)', targetArgument)
    .option('-o, --output <file>', 'write to this file instead of standard output')
    .addHelpText('after', examples)
    .action((name: string, options: Options) => {
      process.exitCode = convert(name, options);
    });
}

function targetArgument(value: string): Target {
  const target = parseTarget(value);
  if (target === undefined) throw new InvalidArgumentError('v6, v7, v7:18 or yaml is the form.');
  return target;
}

function convert(name: string, options: Options): number {
  const named = readText(name);
  if (!named) return exitCode.noAnswer;
  const { text: own, intent, listing, diagnostics } = routerText(named);
  if (diagnostics.length > 0) return refuse(named, { diagnostics }, options);
  // The statements of an intent or a listing are a text of their own, and places in it are no places of the file.
  const text = intent || listing ? { ...named, file: `${named.file} as RouterOS`, text: own.text } : named;
  const read = readRouterOs(text.text, { ...text, dialect: options.dialect });
  if (hasErrors(read.diagnostics)) return refuse(text, read, options);
  const { statements, notUnderstood } = read.counts;
  if (statements > 0 && statements === notUnderstood)
    return refuse(text, { diagnostics: [nothingInIt(text.file)] }, options);
  const { to: target } = options;
  if (target === 'yaml') return intent ? sayIntent(named.file) : convertToIntent(text, read, options);
  const working = stillWorking(process.stderr, 'en');
  const converted = convertRouterOs(text.text, read, { file: text.file, target });
  const check = checkConversion(converted.before, converted.after, { onWalked: working.at('compare') });
  working.end();
  if (!deliver(text, converted, options)) return exitCode.noAnswer;
  const unsaid = intent?.unsaid ?? [];
  if (options.json) printObject(convertedJson(text.file, converted, check, unsaid));
  else {
    sayFindings(named, unsaid);
    sayFindings(text, [...read.diagnostics, ...converted.diagnostics]);
    process.stderr.write(sayCheck(converted, check));
  }
  return exitCodes[verdictOf(converted, check)];
}

/** A text with errors means nothing certain in any version. */
function refuse(
  text: TextFile,
  { diagnostics }: Pick<ReadResult, 'diagnostics'>,
  { json }: JsonOption,
): number {
  if (!json) sayFindings(text, diagnostics);
  else printObject({ file: text.file, refused: true, diagnostics: diagnostics.map(jsonDiagnostic) });
  return exitCode.noAnswer;
}

function deliver(like: TextFile, { text }: Pick<Converted, 'text'>, { output, json }: Options): boolean {
  if (output !== undefined) return writeText(output, text, like);
  if (!json) process.stdout.write(text);
  return true;
}

const exitCodes: Readonly<Record<Verdict, number>> = {
  same: exitCode.ok,
  different: exitCode.bad,
  open: exitCode.noAnswer,
};

function sayCheck(converted: Converted, check: Check): string {
  const { commented, changed, kept } = converted.counts;
  const { from } = converted;
  const lines = [
    ...(from.evidence.length === 0 ? [sayAssumedVersion(from.dialect)] : []),
    `${counted(kept + changed + commented, 'statement')} of RouterOS ${from.text || from.dialect}: ${kept} as written, ${changed} changed, ${commented} in a comment.`,
    ...check.differences.map(one => `different: ${differenceText(one)}`),
    sayWalks(converted, check),
    ...(check.complete ? [] : [sayIncomplete(check)]),
    ...converted.unwalked.map(sayUnwalked),
  ];
  return `${lines.join('\n')}\n`;
}

const sayAssumedVersion = (dialect: Dialect): string =>
  `Read as RouterOS ${dialect.slice(1)}, as nothing in the text says for which it is: --dialect ${otherDialect(dialect)} reads it for the other.`;

function sayWalks(converted: Converted, check: Check): string {
  const { differences, walked, states } = check;
  if (saysNothing(converted))
    return 'No packet was walked: no address, route or rule in this text decides about any. What its scripts do was not compared.';
  if (isBlind(converted, check))
    return 'No packet could be walked, as the text states no networks: whether both do the same was not compared.';
  const result = differences.length === 0 ? 'all end alike' : counted(differences.length, 'difference');
  return `${counted(walked, 'packet')} walked through both texts in ${counted(states, 'state')} of the uplinks${sayAssumed(check)}: ${result}.`;
}

/** What the text leaves to the rest of a configuration. */
function sayAssumed({ assumed: { ports, tables } }: Check): string {
  const all = [
    ...ports.map(({ name, address }) => `${name} has ${address.address}/${address.length}`),
    ...tables.map(({ name, host }) => `table ${name} is for ${host}`),
  ];
  return all.length === 0 ? '' : `, assumed that ${all.join(', ')}`;
}

const sayIncomplete = ({ leftOut }: Check): string =>
  leftOut > 0
    ? `There are ${leftOut} more classes of packets, which were not walked.`
    : 'Some packets have more ways than were walked: of those not all was compared.';

const unwalkedNames: Readonly<Record<Unwalked['what'], string>> = {
  ipv6: 'IPv6: not checked (only packets of IPv4 are walked)',
  'routing-protocols': 'Routing protocols: not checked (the routes that they bring are not known)',
};

const sayUnwalked = ({ what, statements, alike }: Unwalked): string =>
  `${unwalkedNames[what]}; ${counted(statements, 'statement')}, ${alike ? 'unchanged' : 'changed, or with another meaning in the other version'}.`;

function printObject(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
