import { hasRoom } from '../items/address.ts';
import type { Router } from '../router.ts';
import { evidenceAt, type RoleEvidence } from './evidence.ts';

/** What people call a port: hints, which count only where nothing better is known. */
export function nameEvidence(router: Router): RoleEvidence[] {
  return [...listEvidence(router), ...commentEvidence(router), ...ownNameEvidence(router)].filter(
    one => !isLoopback(router, one.interface),
  );
}

/** It has addresses at which nobody but the router can be: a source for its own packets, whatever it is called. */
function isLoopback({ addresses }: Router, name: string): boolean {
  const own = addresses.filter(item => item.interface === name && !item.disabled);
  return own.length > 0 && !own.some(hasRoom);
}

// As a word of its own, numbered or joined by - and _: WAN, ISP1, ether1-WAN, LAN_2; not planet or display.
const words = (list: string): RegExp => new RegExp(`(?:^|[^a-z])(?:${list})(?:[^a-z]|$)`, 'i');
const outside = words('wan|isp|internet|uplink|inet');
const inside = words('lan|local|inside|clients?|guests?');

type Hint = Omit<RoleEvidence, 'origin'>;

function hint(name: string, kind: RoleEvidence['kind'], text: string, what: RoleEvidence['what']): Hint[] {
  if (outside.test(text)) return [{ interface: name, role: 'wan', kind, what }];
  return inside.test(text) ? [{ interface: name, role: 'lan', kind, what }] : [];
}

function listEvidence({ interfaceListMembers }: Router): RoleEvidence[] {
  return evidenceAt(interfaceListMembers, ({ list, interface: name }) =>
    hint(name, 'list', list, {
      en: `${name} is in the interface list ${list}.`,
      id: `${name} ada di interface list ${list}.`,
    }),
  );
}

function commentEvidence({ interfaces, dhcpClients }: Router): RoleEvidence[] {
  const said = (name: string, comment: string) =>
    hint(name, 'comment', comment, {
      en: `The comment of ${name} is "${comment}".`,
      id: `Komentar ${name} adalah "${comment}".`,
    });
  return [
    ...evidenceAt(interfaces, ({ name, comment }) => said(name, comment)),
    ...evidenceAt(dhcpClients, ({ interface: name, comment }) => said(name, comment)),
  ];
}

function ownNameEvidence({ interfaces }: Router): RoleEvidence[] {
  return evidenceAt(interfaces, ({ name }) =>
    hint(name, 'name', name, { en: `${name} is called so.`, id: `${name} bernama demikian.` }),
  );
}
