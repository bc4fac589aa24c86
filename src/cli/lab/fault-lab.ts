import {
  askKept,
  type FaultKind,
  type FaultOptions,
  faultKinds,
  type KeptLab,
  keptLabs,
} from '../../lab/index.ts';
import type { Language } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { labWords } from './say.ts';

/** What `jalur lab fault` and `jalur lab repair` were given. */
export interface FaultFlags extends FaultOptions {
  readonly lang: Language;
  /** The kept lab, where there are several. */
  readonly lab?: string;
}

const isFault = (name: string): name is FaultKind => faultKinds.some(kind => kind === name);

/** The kept lab that is meant; what is in the way is said on stderr. */
async function labMeant({ lab: wanted, lang }: FaultFlags): Promise<KeptLab | undefined> {
  const say = labWords[lang];
  const labs = await keptLabs();
  const meant = wanted === undefined ? labs : labs.filter(({ name }) => name === wanted);
  const [first, second] = meant;
  if (first && !second) return first;
  const names = labs.map(({ name }) => name).join(', ');
  process.stderr.write(
    `jalur: ${labs.length === 0 ? say.noneKept : first ? say.severalKept(names) : say.noSuchLab(names)}\n`,
  );
  return undefined;
}

async function send(flags: FaultFlags, request: Parameters<typeof askKept>[1]): Promise<number> {
  const lab = await labMeant(flags);
  if (!lab) return exitCode.noAnswer;
  const reply = await askKept(lab.socket, request);
  if (!reply.ok) {
    process.stderr.write(`jalur: ${reply.why}\n`);
    return exitCode.noAnswer;
  }
  const faults = reply.faults.map(({ fault, isp }) => `${isp} ${fault}`).join(', ');
  process.stdout.write(labWords[flags.lang].inEffect(reply.name, faults));
  return exitCode.ok;
}

/** `jalur lab fault NAME [ISP]`: makes a fault in a lab that another process keeps up. */
export async function faultLab(name: string, isp: string | undefined, flags: FaultFlags): Promise<number> {
  if (!isFault(name)) {
    process.stderr.write(`jalur: ${labWords[flags.lang].noFault(name, faultKinds.join(', '))}\n`);
    return exitCode.noAnswer;
  }
  const { loss, delay, jitter, downMs, upMs, times } = flags;
  const options = { loss, delay, jitter, downMs, upMs, times };
  return send(flags, { type: 'fault', fault: name, isp, options });
}

/** `jalur lab repair [ISP]`: ends the faults of one ISP, or all. */
export const repairLab = (isp: string | undefined, flags: FaultFlags): Promise<number> =>
  send(flags, { type: 'repair', isp });
