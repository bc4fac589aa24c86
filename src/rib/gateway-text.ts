import { type Gateway, mainTable, type Origin, placeOf } from '../model/index.ts';

/** `10.0.0.1`, `ether1`, `10.0.0.1%ether1`, `10.0.0.1@to_ISP1`, `ether1@vrf1`: as RouterOS writes a gateway. */
export function gatewayText({ address, interface: name, table }: Gateway): string {
  const hop = [address, name].filter(part => part !== undefined).join('%');
  return table === undefined || table === mainTable ? hop : `${hop}@${table}`;
}

/** ` (office.rsc:12)` for the end of a sentence; empty where no text states the item. */
export function placeInBrackets(origin: Origin): string {
  const place = placeOf(origin);
  return place === '' ? '' : ` (${place})`;
}
