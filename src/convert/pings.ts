import { semanticsOf } from '../model/index.ts';
import { argumentOf } from '../rsc/index.ts';
import { versionText } from './header.ts';
import type { Work } from './work.ts';

/** v6's ping looks up in a table, v7's in a VRF (docs/routeros.md#v6-and-v7-syntax): neither knows the other's word. */
export function sayPings(work: Work): void {
  const [word, other] = [semanticsOf(work.router.version).pingTable, semanticsOf(work.target).pingTable];
  if (word === other) return;
  const version = versionText(work.target);
  for (const one of work.outline.statements) {
    if (one.name !== 'ping' || !argumentOf(one, word)) continue;
    const what = {
      en: `ping of RouterOS ${version} does not know ${word}=; the command stays as it is and fails there.`,
      id: `ping RouterOS ${version} tidak mengenal ${word}=; perintahnya dibiarkan dan gagal di sana.`,
    };
    work.say(one, 'error', 'ping', what, {
      en: `Ping by src-address= or interface=, or by ${other}= where it is meant.`,
      id: `Ping dengan src-address= atau interface=, atau dengan ${other}= bila itu yang dimaksud.`,
    });
  }
}
