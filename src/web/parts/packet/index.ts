export type { PacketForm } from './packet.ts';
export { firstPacket, PacketFields } from './packet-form.tsx';
