import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Direction } from './classes.ts';

const en: Readonly<Record<Direction, string>> = {
  'lan-to-internet': 'from the LAN to the Internet',
  'lan-to-lan': 'from a LAN to another',
  'lan-to-router': 'from the LAN to the router',
  'lan-to-forward': 'from the LAN to a port forward',
  'lan-to-policy': 'from the LAN to the far end of an IPsec policy',
  'router-to-servers': 'from the router itself to servers',
  'router-to-lan': 'from the router itself to a LAN',
  'wan-to-server': 'from the Internet to a server of the router',
  'wan-to-router': 'from the Internet to the router',
  'wan-to-elsewhere': 'from the Internet through the router',
};

const id: typeof en = {
  'lan-to-internet': 'dari LAN ke Internet',
  'lan-to-lan': 'dari LAN ke LAN lain',
  'lan-to-router': 'dari LAN ke router',
  'lan-to-forward': 'dari LAN ke port forward',
  'lan-to-policy': 'dari LAN ke ujung seberang IPsec policy',
  'router-to-servers': 'dari router sendiri ke server',
  'router-to-lan': 'dari router sendiri ke LAN',
  'wan-to-server': 'dari Internet ke server di router',
  'wan-to-router': 'dari Internet ke router',
  'wan-to-elsewhere': 'dari Internet melewati router',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** Whence and whither the packets of a class go, as a part of a sentence. */
export const directionText = (direction: Direction, language: Language): string => words[language][direction];
