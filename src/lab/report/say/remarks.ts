import type { InEveryLanguage, Language } from '../../../text/index.ts';
import type { NotRun } from '../../topology/not-run.ts';
import type { RouterPort } from '../../topology/topology.ts';

const en = {
  standIn: (name: string, kind: string, parts: readonly string[]) =>
    `${name} (${kind}): a veth stands in for it, ${parts.join(', ')}.`,
  address: (own: string, peer: string) => `${own} with peer ${peer}/32`,
  mtu: (mtu: number) => `MTU ${mtu}`,
  behind: {
    isp: (isp: string) => `with ${isp} behind it`,
    plug: (isp: string) => `without an address, as what carries ${isp}`,
    lan: () => 'with the clients behind it',
    machine: () => 'with one machine behind it',
    nobody: () => 'with nobody behind it',
  },
  falls: (carriers: string) => `falling with ${carriers}`,
  script: (name: string, at: string) => `${name} (${at}): its script is not run here.`,
  hotspot: (name: string, at: string, assumed: string | undefined) =>
    `Hotspot on ${name} (${at}): nobody is asked to log in here, and rules with hotspot= are left out${
      assumed === undefined
        ? '; assume: { hotspot: auth } in topology.yaml would settle the other commands'
        : `; for the other commands topology.yaml says hotspot=${assumed}`
    }.`,
};

const id: typeof en = {
  standIn: (name, kind, parts) => `${name} (${kind}): digantikan sebuah veth, ${parts.join(', ')}.`,
  address: (own, peer) => `${own} dengan peer ${peer}/32`,
  mtu: mtu => `MTU ${mtu}`,
  behind: {
    isp: isp => `di belakangnya ${isp}`,
    plug: isp => `tanpa alamat, sebagai pembawa ${isp}`,
    lan: () => 'di belakangnya para klien',
    machine: () => 'di belakangnya satu mesin',
    nobody: () => 'tidak ada siapa-siapa di belakangnya',
  },
  falls: carriers => `mati bersama ${carriers}`,
  script: (name, at) => `${name} (${at}): script-nya tidak dijalankan di sini.`,
  hotspot: (name, at, assumed) =>
    `Hotspot pada ${name} (${at}): tidak ada yang diminta login di sini, dan aturan dengan hotspot= ditinggalkan${
      assumed === undefined
        ? '; assume: { hotspot: auth } pada topology.yaml menjawabnya untuk perintah lain'
        : `; untuk perintah lain topology.yaml menyatakan hotspot=${assumed}`
    }.`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** One sentence about an interface that a veth stands in for. */
export function standInText(
  { name, kind, mtu, on, end, address, peer }: RouterPort,
  language: Language,
): string {
  const say = words[language];
  const isp = 'isp' in end ? end.isp.toUpperCase() : '';
  const own = address !== undefined && peer !== undefined ? [say.address(address, peer)] : [];
  const falls = end.kind === 'isp' && on.length > 0 ? [say.falls(on.join(', '))] : [];
  return say.standIn(name, kind, [...own, say.mtu(mtu), say.behind[end.kind](isp), ...falls]);
}

/** One sentence about what takes no effect on the bench; `assumed`: what the topology takes for granted of hotspots. */
export function notRunText(
  { kind, name, at }: NotRun,
  assumed: string | undefined,
  language: Language,
): string {
  const say = words[language];
  return kind === 'script' ? say.script(name, at) : say.hotspot(name, at, assumed);
}
