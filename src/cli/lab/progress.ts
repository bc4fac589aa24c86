import {
  advance,
  type BenchEvent,
  type ExperimentResult,
  type Job,
  nothingYet,
  type ProgressState,
  verdictSign,
} from '../../lab/index.ts';
import { monotonicMs } from '../../sys/index.ts';
import type { Language } from '../../text/index.ts';
import { type Colours, coloursFor, type Sink } from '../output/colour.ts';
import { LiveBlock } from '../output/live-block.ts';
import { paintOf } from './paint.ts';
import { type Look, progressLines } from './progress-lines.ts';
import { type LabWords, labWords } from './say.ts';

/** Shows a run while it goes on; `end` must be called, also after trouble. */
export interface Progress {
  onEvent(event: BenchEvent): void;
  end(): void;
}

/** `✓ paper-fixed balance: 66.9 % of the connections left by ISP1.` */
function verdictLine(bench: string, { name, verdict, finding }: ExperimentResult, colours: Colours): string {
  const sign = paintOf(verdict, colours)(verdictSign[verdict]);
  return `${sign} ${colours.bold(`${bench} ${name}`)}: ${finding}`;
}

const shortName = (bench: string): string => bench.split('/').at(-1) ?? bench;

/** A block that is redrawn four times a second, below the verdicts. */
class LiveProgress implements Progress {
  readonly #block: LiveBlock;
  readonly #look: Look;
  readonly #timer: NodeJS.Timeout;
  #state: ProgressState = nothingYet;
  #begin = monotonicMs();

  constructor(sink: Sink, say: LabWords) {
    this.#block = new LiveBlock(sink);
    this.#look = { colours: coloursFor(sink), say };
    this.#timer = setInterval(() => this.#draw(), 250);
  }

  onEvent(event: BenchEvent): void {
    if (event.type === 'planned') this.#begin = monotonicMs();
    if (event.type === 'concluded') {
      this.#block.print(verdictLine(shortName(event.bench.name), event.result, this.#look.colours));
    }
    this.#state = advance(this.#state, event);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#block.end();
  }

  #draw(): void {
    this.#block.draw(progressLines(this.#state, monotonicMs() - this.#begin, this.#look));
  }
}

/** One line for each part that starts or ends and for each verdict: for logs. */
class PlainProgress implements Progress {
  readonly #sink: Sink;
  readonly #say: LabWords;

  constructor(sink: Sink, say: LabWords) {
    this.#sink = sink;
    this.#say = say;
  }

  onEvent(event: BenchEvent): void {
    const line = plainLine(event, this.#say);
    if (line !== undefined) this.#sink.write(`${line}\n`);
  }

  end(): void {}
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).padStart(6)} s`;

function plainLine(event: BenchEvent, say: LabWords): string | undefined {
  if (event.type === 'planned') return say.planned(event.jobs.length, event.parallel);
  if (event.type === 'progress') return undefined;
  if (event.type === 'concluded') {
    const { verdict, name, finding } = event.result;
    return `${say.verdict[verdict]} ${shortName(event.bench.name)} ${name}: ${finding}`;
  }
  const { bench, experiment, part } = event.job;
  const runName = ({ run }: Job): string => (run.of > 1 ? ` ${say.run(run.index, run.of)}` : '');
  const what = `${seconds(event.atMs)}  ${shortName(bench.name)} ${experiment.name}/${part.name}${runName(event.job)}`;
  if (event.type === 'started') return `${what} ${say.started}`;
  return event.error === undefined
    ? `${what} ${say.done}`
    : `${what} ${say.failed(event.error.split('\n')[0] ?? '')}`;
}

/** Live on a terminal, lines elsewhere. */
export function showProgress(sink: Sink, language: Language): Progress {
  const say = labWords[language];
  return sink.isTTY === true ? new LiveProgress(sink, say) : new PlainProgress(sink, say);
}
