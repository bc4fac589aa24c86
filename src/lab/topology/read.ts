import { type Document, parseDocument, type YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { type Device, isDeviceName } from '../../linux/index.ts';
import type { Router } from '../../model/index.ts';
import type { Diagnostic } from '../../text/index.ts';
import {
  isMissing,
  issueText,
  lineCounterOf,
  spanAt,
  spanOfOffsets,
  type YamlPlace,
  yamlErrorText,
} from '../../yaml/index.ts';
import { checkTopology, type TopologyFault } from './check.ts';
import { checkAgainstRouter } from './check-router.ts';
import { completeTopology } from './complete.ts';
import { fillTopology } from './fill.ts';
import { fitTopology } from './fit.ts';
import { statedOnDevices } from './on-devices.ts';
import { keysAt, type StatedTopology, topologySchema } from './schema.ts';
import type { Topology } from './topology.ts';

/** A topology, or the errors that prevent one. */
export interface TopologyReading {
  readonly topology?: Topology | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a topology file says, with the places of its keys. */
export interface StatedFile {
  readonly stated: StatedTopology;
  readonly place: YamlPlace;
}

/** What a file says, or the errors that prevent it. */
export interface StatedReading {
  readonly found?: StatedFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the text of a `topology.yaml` (YAML 1.2). Never throws on what a user wrote: every trouble is a Diagnostic
 * with its line and column. `file` names the text in them.
 */
export function parseTopology(text: string, file: string): StatedReading {
  const lines = lineCounterOf(text);
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  const place = { document, lines, file };
  if (document.errors.length > 0) {
    return { diagnostics: document.errors.map(error => yamlFault(place, error)) };
  }
  const parsed = topologySchema.safeParse(toPlain(document));
  return parsed.success
    ? { found: { stated: parsed.data, place }, diagnostics: [] }
    : { diagnostics: parsed.error.issues.flatMap(issue => schemaFaults(place, issue)) };
}

/**
 * The bench that a file describes, or what contradicts itself in it. With the configuration, keys that the file leaves
 * out are what the configuration knows; `devices` are Linux names of its interfaces.
 */
export function buildTopology(
  { stated, place }: StatedFile,
  router?: Router,
  devices: readonly Device[] = [],
): TopologyReading {
  const named = statedOnDevices(stated, devices);
  const topology = fillTopology(router ? completeTopology(named, router) : named, 'gateway.rsc');
  const own = [...(router ? oddPorts(topology) : []), ...checkTopology(topology)];
  const faults = router && own.length === 0 ? checkAgainstRouter(topology, named, router) : own;
  const diagnostics = faults.map(fault => contradiction(place, fault));
  if (diagnostics.length > 0) return { diagnostics };
  return { topology: router ? fitTopology(topology, router) : topology, diagnostics };
}

/** Ports that no Linux device was found for: neither does the configuration have them. */
function oddPorts({ router: { lan }, isps }: Topology) {
  const ports = [
    { path: ['router', 'lan'], name: lan },
    ...isps.map((isp, index) => ({ path: ['isps', index, 'interface'], name: isp.interface })),
  ];
  return ports
    .filter(({ name }) => !isDeviceName(name))
    .map(({ path, name }) => ({
      path,
      message: `no Linux device is found for ${name}: the configuration gives it no default-name`,
    }));
}

/** Both at once, without a configuration: what the file leaves out has the usual value. */
export function readTopology(text: string, file: string): TopologyReading {
  const { found, diagnostics } = parseTopology(text, file);
  return found ? buildTopology(found) : { diagnostics };
}

function toPlain(document: Document): unknown {
  // An empty file is an empty topology, for which the schema has the better message.
  return document.toJS({ maxAliasCount: 100 }) ?? {};
}

function yamlFault(place: YamlPlace, { code, pos: [from, to] }: YAMLParseError): Diagnostic {
  return {
    id: 'lab/topology-yaml',
    severity: 'error',
    what: `This is not YAML: ${yamlErrorText(code)}.`,
    do: 'Correct the indentation, quote or bracket at this place.',
    span: spanOfOffsets(place, from, to),
  };
}

function schemaFaults(place: YamlPlace, issue: z.core.$ZodIssue): Diagnostic[] {
  if (issue.code !== 'unrecognized_keys') return [valueFault(place, issue)];
  return issue.keys.map(key => ({
    id: 'lab/topology-unknown-key',
    severity: 'error',
    what: `${where(issue.path)} has no key ${key}.`,
    do: `Its keys are ${keysAt(issue.path).join(', ')}.`,
    span: spanAt(place, [...issue.path, key], 'key'),
  }));
}

function valueFault(place: YamlPlace, issue: z.core.$ZodIssue): Diagnostic {
  const missing = isMissing(issue);
  return {
    id: missing ? 'lab/topology-missing-key' : 'lab/topology-value',
    severity: 'error',
    what: `${where(issue.path)} ${issueText(issue)}.`,
    do: missing ? 'Add it.' : undefined,
    span: spanAt(place, issue.path, 'value'),
  };
}

function contradiction(place: YamlPlace, { path, message, next }: TopologyFault): Diagnostic {
  return {
    id: 'lab/topology-contradiction',
    severity: 'error',
    what: `${where(path)}: ${message}.`,
    do: next ?? 'Change one of the two.',
    span: spanAt(place, path, 'value'),
  };
}

/** `isps[0].gateway`. */
function where(path: readonly PropertyKey[]): string {
  const text = path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'the topology';
}
