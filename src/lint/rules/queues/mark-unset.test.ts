import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'another name',
    `/interface bridge
add name=bridge
/ip firewall mangle
add chain=forward protocol=udp action=mark-packet new-packet-mark=voice passthrough=no
/queue tree
add name=calls parent=bridge packet-mark=Voice max-limit=2M
`,
    ['6:1'],
  ],
  [
    'the same',
    `/interface bridge
add name=bridge
/ip firewall mangle
add chain=forward protocol=udp action=mark-packet new-packet-mark=voice passthrough=no
/queue tree
add name=calls parent=bridge packet-mark=voice max-limit=2M
`,
    [],
  ],
  [
    'a file of queues',
    `/queue tree
add name=calls parent=bridge packet-mark=voice max-limit=2M
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('queues/mark-unset', text)).toEqual(places));
