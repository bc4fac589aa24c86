/**
 * What parts of the pages show. The answers of `answers/` have these shapes, and so have those of the API, which is made
 * of them.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Severity = 'error' | 'warning' | 'info';

export interface FindingView extends Place {
  readonly id: string;
  readonly severity: Severity;
  readonly confidence: 'certain' | 'likely' | 'assumed';
  readonly file: string;
  readonly what: string;
  readonly why?: string | undefined;
  readonly do?: string | undefined;
  readonly counterExample?: string | undefined;
  readonly related?:
    | readonly {
        readonly text: string;
        readonly line?: number | undefined;
        readonly file?: string | undefined;
      }[]
    | undefined;
  readonly fix?: FixView | undefined;
}

export interface FixView {
  readonly commands: readonly string[];
  readonly edits: readonly (Place & { readonly text: string })[];
  readonly isSafe: boolean;
  readonly note?: string | undefined;
}

/** One step of a packet, with the place of what decided it: `office.rsc:12`. */
export interface StepView {
  readonly kind?: string | undefined;
  readonly text: string;
  /** The same in a few words, for the drawing. */
  readonly short?: string | undefined;
  readonly place?: string | undefined;
  /** Of a rule. */
  readonly table?: string | undefined;
  readonly chain?: string | undefined;
}

export interface WayView {
  readonly answer: string;
  readonly packet: Readonly<Record<string, unknown>>;
  readonly ending: { readonly kind: string; readonly out?: unknown };
  readonly steps: readonly StepView[];
  readonly tables: readonly StepView[];
  readonly share?: number | undefined;
  readonly when?: readonly { readonly point: string; readonly answer?: string | undefined }[] | undefined;
}

export interface ShareView {
  readonly way: string;
  readonly text?: string | undefined;
  readonly wan: boolean;
  readonly connections: number;
  readonly connectionsMargin: number;
  readonly bytes: number;
  readonly bytesMargin: number;
  readonly range?:
    | {
        readonly connections: { readonly from: number; readonly to: number };
        readonly bytes: { readonly from: number; readonly to: number };
      }
    | undefined;
}

interface PointView {
  readonly id: string;
  readonly what: string;
}

/** A kind of imagined connections: what part of them it is, and how much each carries. */
export interface KindView {
  readonly name: string;
  readonly protocol: string;
  readonly port: number;
  readonly share: number;
  readonly bytes: number;
}

/** How connections divide over the ways out. */
export interface SpreadView {
  readonly head: string;
  readonly shares: readonly ShareView[];
  readonly size: { readonly flows: number; readonly clients: number; readonly destinations: number };
  readonly boots: number;
  readonly mix: readonly KindView[];
  readonly points: readonly (PointView & { readonly settle: string })[];
  readonly assumptions: readonly string[];
}

/** What becomes of a packet. */
export interface ExplanationView {
  readonly head: readonly string[];
  readonly points: readonly PointView[];
  readonly assumptions: readonly string[];
  readonly notes?: readonly string[] | undefined;
  readonly ways?: readonly WayView[] | undefined;
  readonly replies?: readonly WayView[] | undefined;
  readonly directReply?: string | undefined;
  /** Of a connection while a WAN goes down and comes back, and which. */
  readonly wan?: string | undefined;
  readonly moments?:
    | readonly (Omit<WayView, 'when' | 'share'> & { readonly when: 'before' | 'during' | 'after' })[]
    | undefined;
}

interface FaultView {
  readonly interface: string;
  readonly kind: 'unplugged' | 'gateway' | 'upstream';
}

interface DefectView {
  readonly invariant: string;
  readonly sentence: string;
  readonly places: readonly string[];
  readonly remedy?: { readonly lines: readonly string[] } | undefined;
}

/** What must hold for every packet. */
export interface ProofView {
  readonly verdict: 'holds' | 'violated' | 'depends' | 'partly-judged' | 'not-judged';
  readonly answer: string;
  readonly invariants: readonly {
    readonly invariant: string;
    readonly verdict: 'holds' | 'violated' | 'depends' | 'partly-judged' | 'not-judged';
    readonly why?: string | undefined;
  }[];
  readonly assumptions: readonly string[];
  readonly notAsked: readonly string[];
  readonly defects: readonly DefectView[];
  readonly leftOvers: readonly { readonly sentence: string }[];
  readonly remarks: readonly { readonly sentence: string }[];
  readonly violations: readonly {
    readonly invariant: string;
    readonly verdict: 'violated' | 'depends';
    readonly sentence: string;
    readonly fault?: FaultView | undefined;
    readonly remedy?: { readonly lines: readonly string[] } | undefined;
    readonly walk: Omit<WayView, 'when' | 'share'>;
  }[];
}
