import type { Balance, Pace } from '../../gateway/index.ts';
import type { EnvironmentErrorCode } from '../../sys/index.ts';
import type { Language } from '../../text/index.ts';
import type { UnsupportedName } from '../../walk/index.ts';
import type { PartOutcome } from '../experiments/index.ts';
import type { FaultKind, FaultOptions } from '../faults/fault.ts';
import type { EmulationMeasure, MissingFeature } from '../report/environment.ts';
import type { Topology } from '../topology/topology.ts';

/** What a lab is made of. */
export interface LabSpec {
  readonly topology: Topology;
  /** Absolute path of the configuration. */
  readonly config: string;
  /** What of it cannot be enforced and the user goes without. */
  readonly skipUnsupported?: readonly UnsupportedName[] | undefined;
  /** Whose timers the gateway has; default RouterOS's. */
  readonly pace?: Pace | undefined;
  /** How connections are divided; default: what an intent says, else PCC. */
  readonly balance?: Balance | undefined;
  readonly spill?: boolean | undefined;
}

/** One part of one experiment in a fresh lab. */
export interface PartRequest {
  readonly type: 'part';
  readonly lab: LabSpec;
  readonly experiment: string;
  readonly part: string;
  /** Of the lines of progress. */
  readonly language: Language;
}

/** What the parent process asks of a runner; one thing at a time. */
export type RunnerRequest =
  | PartRequest
  /** Find out what this machine lacks, and how accurate its emulated lines are. */
  | { readonly type: 'check-machine'; readonly lab: LabSpec; readonly language: Language }
  /** Make a lab and keep it until the end of input. */
  | { readonly type: 'keep'; readonly lab: LabSpec }
  | FaultRequest
  /** Let the clients of the lab that is kept use the Internet, or stop that. */
  | { readonly type: 'traffic'; readonly on: boolean }
  /** End the faults of an ISP, or all, in the lab that is kept. */
  | { readonly type: 'repair'; readonly isp?: string | undefined };

/** Make a fault in the lab that is kept. */
export interface FaultRequest {
  readonly type: 'fault';
  readonly fault: FaultKind;
  /** The first one where it is not said. */
  readonly isp?: string | undefined;
  readonly options: FaultOptions;
}

/** A fault that is in effect. */
export interface ActiveFault {
  /** It ends by itself then: CLOCK_MONOTONIC, ms. */
  readonly endsAtMs?: number | undefined;
  readonly fault: FaultKind;
  readonly isp: string;
}

/** A namespace of a lab that is kept up. */
export interface KeptNamespace {
  /** As `ip netns` knows it inside the runner. */
  readonly name: string;
  /** `client c1`, `router under test`. */
  readonly role: string;
}

/** What a check of the machine found. */
export interface MachineFindings {
  readonly missing: readonly MissingFeature[];
  readonly emulation: readonly EmulationMeasure[];
}

/** Why a runner could not do what it was asked; `environment` where the machine is the cause. */
export interface RunnerFailure {
  readonly message: string;
  /** The lab itself did not come up: neither will it for another part. */
  readonly notUp?: boolean | undefined;
  readonly environment?: { readonly code: EnvironmentErrorCode; readonly next: string } | undefined;
}

/** What a runner sends. Each request ends with `outcome`, `machine` or `failed`; `kept` does not end. */
export type RunnerMessage =
  | { readonly type: 'progress'; readonly fraction: number; readonly line: string }
  | { readonly type: 'outcome'; readonly outcome: PartOutcome }
  | { readonly type: 'machine'; readonly findings: MachineFindings }
  /** `control`: the control socket of the gateway under test, by its path in the runner. */
  | { readonly type: 'kept'; readonly namespaces: readonly KeptNamespace[]; readonly control: string }
  /** Those that are in effect now; the last one is the youngest. */
  | { readonly type: 'faults'; readonly active: readonly ActiveFault[] }
  | { readonly type: 'traffic'; readonly on: boolean }
  | { readonly type: 'failed'; readonly failure: RunnerFailure };
