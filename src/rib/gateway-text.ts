import { type Gateway, mainTable, type Origin, placeOf } from '../model/index.ts';

/** `10.0.0.1`, `ether1`, `10.0.0.1%ether1`, `10.0.0.1@to_ISP1`: as RouterOS writes a gateway. */
export function gatewayText({ address, interface: name, table }: Gateway): string {
  if (address === undefined) return name ?? '';
  return `${address}${name === undefined ? '' : `%${name}`}${table === undefined || table === mainTable ? '' : `@${table}`}`;
}

/** ` (office.rsc:12)` for the end of a sentence; empty where no text states the item. */
export function placeInBrackets(origin: Origin): string {
  const place = placeOf(origin);
  return place === '' ? '' : ` (${place})`;
}
