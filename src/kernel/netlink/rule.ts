import { type Family, splitPrefix } from '../../net/index.ts';
import type { KernelRule } from '../types.ts';
import { attr, attributeMap } from './attribute.ts';
import { addressBytes, familyNumber, readText, text, u8, u32 } from './bytes.ts';
import { type Message, nlm } from './message.ts';
import { readPrefix } from './route.ts';
import type { NetlinkSocket } from './socket.ts';

export const rtmRule = { NEW: 32, DELETE: 33, GET: 34 } as const;

const fra = {
  DST: 1,
  SRC: 2,
  IIFNAME: 3,
  GOTO: 4,
  PRIORITY: 6,
  FWMARK: 10,
  SUPPRESS_PREFIXLEN: 14,
  TABLE: 15,
  FWMASK: 16,
  OIFNAME: 17,
  PROTOCOL: 21,
} as const;

/** FR_ACT_* by number; the place is the number. */
const actions = ['other', 'lookup', 'goto', 'nop', 'other', 'other', 'blackhole', 'unreachable', 'prohibit'];

/** A rule; undefined for other families. */
function readRule({ payload }: Message, family: Family): KernelRule | undefined {
  if (payload[0] !== familyNumber[family]) return undefined;
  const found = attributeMap(payload.subarray(12));
  const number = (type: number): number | undefined => found.get(type)?.readUInt32LE(0);
  const [toLength, fromLength] = [payload.readUInt8(1), payload.readUInt8(2)];
  const [mark, mask] = [number(fra.FWMARK), number(fra.FWMASK)];
  const [iif, oif] = [found.get(fra.IIFNAME), found.get(fra.OIFNAME)];
  return {
    family,
    priority: number(fra.PRIORITY) ?? 0,
    // A mark of 0 is not written, its mask is.
    ...(mark === undefined && mask === undefined
      ? {}
      : { fwmark: { value: mark ?? 0, mask: mask ?? 0xffffffff } }),
    ...(fromLength > 0 ? { from: readPrefix(found.get(fra.SRC), fromLength, family) } : {}),
    ...(toLength > 0 ? { to: readPrefix(found.get(fra.DST), toLength, family) } : {}),
    ...(iif ? { iif: readText(iif) } : {}),
    ...(oif ? { oif: readText(oif) } : {}),
    action: readAction(payload, found),
    protocol: found.get(fra.PROTOCOL)?.readUInt8(0) ?? 0,
  };
}

function readAction(payload: Buffer, found: ReadonlyMap<number, Buffer>): KernelRule['action'] {
  const kind = actions[payload.readUInt8(7)];
  if (kind === 'goto') return { kind, target: found.get(fra.GOTO)?.readUInt32LE(0) ?? 0 };
  if (kind !== 'lookup') return { kind: (kind ?? 'other') as 'other' };
  const table = found.get(fra.TABLE)?.readUInt32LE(0) ?? payload.readUInt8(4);
  const suppress = found.get(fra.SUPPRESS_PREFIXLEN)?.readInt32LE(0) ?? -1;
  return suppress < 0 ? { kind, table } : { kind, table, suppressPrefixLength: suppress };
}

/** Who made the rule of a message about one. */
export const ruleProtocol = ({ payload }: Message): number =>
  attributeMap(payload.subarray(12)).get(fra.PROTOCOL)?.readUInt8(0) ?? 0;

/** All rules of a family, by priority as the kernel walks them. */
export function dumpRules(socket: NetlinkSocket, family: Family): readonly KernelRule[] {
  const header = Buffer.alloc(12);
  header.writeUInt8(familyNumber[family], 0);
  return socket.dump({ type: rtmRule.GET, payload: [header] }, 'list rules', message =>
    readRule(message, family),
  );
}

/** One line as `ip rule` prints it: `27001: fwmark 0x1/0xff lookup 27001`; after `-6` for IPv6. */
export function showRule(rule: Omit<KernelRule, 'protocol'>): string {
  const { family, priority, fwmark, from, to, iif, oif, action } = rule;
  const suppress = action.kind === 'lookup' ? action.suppressPrefixLength : undefined;
  return [
    ...(family === 'ipv6' ? ['-6'] : []),
    `${priority}:`,
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
    ...(iif === undefined ? [] : [`iif ${iif}`]),
    ...(oif === undefined ? [] : [`oif ${oif}`]),
    ...(fwmark === undefined ? [] : [`fwmark 0x${fwmark.value.toString(16)}/0x${fwmark.mask.toString(16)}`]),
    showAction(action),
    ...(suppress === undefined ? [] : [`suppress_prefixlength ${suppress}`]),
  ].join(' ');
}

function showAction(action: KernelRule['action']): string {
  if (action.kind === 'lookup') return `lookup ${action.table}`;
  return action.kind === 'goto' ? `goto ${action.target}` : action.kind;
}

function payloadOf(rule: KernelRule): readonly Buffer[] {
  const { action, fwmark, from, to, iif, oif } = rule;
  const source = from === undefined ? undefined : splitPrefix(from);
  const target = to === undefined ? undefined : splitPrefix(to);
  const type = actions.indexOf(action.kind);
  const suppress = action.kind === 'lookup' ? action.suppressPrefixLength : undefined;
  return [
    Buffer.from([
      familyNumber[rule.family],
      target?.length ?? 0,
      source?.length ?? 0,
      0,
      0,
      0,
      0,
      type,
      0,
      0,
      0,
      0,
    ]),
    attr(fra.PRIORITY, u32(rule.priority)),
    attr(fra.PROTOCOL, u8(rule.protocol)),
    ...(source ? [attr(fra.SRC, addressBytes(source.address))] : []),
    ...(target ? [attr(fra.DST, addressBytes(target.address))] : []),
    ...(iif === undefined ? [] : [attr(fra.IIFNAME, text(iif))]),
    ...(oif === undefined ? [] : [attr(fra.OIFNAME, text(oif))]),
    ...(fwmark ? [attr(fra.FWMARK, u32(fwmark.value)), attr(fra.FWMASK, u32(fwmark.mask))] : []),
    ...(action.kind === 'lookup' ? [attr(fra.TABLE, u32(action.table))] : []),
    ...(action.kind === 'goto' ? [attr(fra.GOTO, u32(action.target))] : []),
    ...(suppress === undefined ? [] : [attr(fra.SUPPRESS_PREFIXLEN, u32(suppress))]),
  ];
}

/** Adds; EEXIST where the same rule is there already. */
export function addRule(socket: NetlinkSocket, rule: KernelRule): void {
  const request = { type: rtmRule.NEW, flags: nlm.CREATE | nlm.EXCL, payload: payloadOf(rule) };
  socket.request(request, `add rule ${showRule(rule)}`);
}

/** Puts a rule behind all others of its priority: it is there twice for a moment, and the kernel deletes the first. */
export function moveRuleBehind(socket: NetlinkSocket, rule: KernelRule): void {
  const request = { type: rtmRule.NEW, flags: nlm.CREATE, payload: payloadOf(rule) };
  socket.request(request, `add rule ${showRule(rule)}`);
  deleteRule(socket, rule);
}

export function deleteRule(socket: NetlinkSocket, rule: KernelRule): void {
  socket.request({ type: rtmRule.DELETE, payload: payloadOf(rule) }, `delete rule ${showRule(rule)}`);
}
