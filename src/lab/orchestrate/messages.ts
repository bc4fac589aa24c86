import type { EnvironmentErrorCode } from '../../sys/index.ts';
import type { PartOutcome } from '../experiments/index.ts';
import type { EmulationMeasure, MissingFeature } from '../report/environment.ts';
import type { Topology } from '../topology/topology.ts';

/** What a lab is made of. */
export interface LabOrder {
  readonly topology: Topology;
  /** Absolute path of the configuration. */
  readonly config: string;
}

/** What the front process wants of a runner; one thing at a time. */
export type RunnerOrder =
  | { readonly type: 'part'; readonly lab: LabOrder; readonly experiment: string; readonly part: string }
  /** Find out what this machine lacks, and measure how exact its emulated lines are. */
  | { readonly type: 'survey'; readonly lab: LabOrder }
  /** Make a lab and keep it until the end of input. */
  | { readonly type: 'keep'; readonly lab: LabOrder };

/** A namespace of a lab that is kept up. */
export interface KeptNamespace {
  /** As `ip netns` knows it inside the runner. */
  readonly name: string;
  /** `client c1`, `the router`. */
  readonly role: string;
}

/** What a survey found. */
export interface Survey {
  readonly missing: readonly MissingFeature[];
  readonly emulation: readonly EmulationMeasure[];
}

/** Why a runner could not do what it was told; `environment` where the machine is to blame. */
export interface RunnerFailure {
  readonly message: string;
  readonly environment?: { readonly code: EnvironmentErrorCode; readonly next: string } | undefined;
}

/** What a runner says. Each order ends with `outcome`, `surveyed` or `failed`; `kept` does not end. */
export type RunnerMessage =
  | { readonly type: 'progress'; readonly fraction: number; readonly line: string }
  | { readonly type: 'outcome'; readonly outcome: PartOutcome }
  | { readonly type: 'surveyed'; readonly survey: Survey }
  | { readonly type: 'kept'; readonly namespaces: readonly KeptNamespace[] }
  | { readonly type: 'failed'; readonly failure: RunnerFailure };
