import { type Interface, makeInterface, type Origin } from '../../model/index.ts';
import type { Command, Variables } from '../commands/index.ts';

/** Below `/interface`, but no interfaces: their `name` names something else. */
const noInterface =
  /^\/interface (?:(?:bridge|ethernet|list|lte|wireless|wifi|wifiwave2|wireguard|dot1x|detect-internet|macsec|mesh|vxlan)\b.* .*|.*server server.*)$/;

/** An interface that a statement of a menu we only keep makes or names: wireguard, wlan, ovpn, l2tp … */
export function otherInterface(
  command: Command,
  variables: Variables,
  origin: Origin,
): Interface | undefined {
  const { menu, name } = command;
  if (!/^\/interface \S/.test(menu) || (noInterface.test(menu) && !menu.endsWith('wireless')))
    return undefined;
  if (name !== 'add' && name !== 'set') return undefined;
  const stated = argumentText(command, 'name', variables);
  const found = stated ?? (name === 'set' ? defaultName(command, variables) : undefined);
  if (found === undefined) return undefined;
  return makeInterface({ name: found, kind: 'other', ...stateOf(command, variables), origin });
}

/** Clients that dial are off until enabled, and may bring a default route (docs/routeros.md#dial-up-clients). */
function stateOf(command: Command, variables: Variables): Partial<Interface> {
  const text = (property: string) => argumentText(command, property, variables);
  if (!command.menu.endsWith('-client')) return { disabled: text('disabled') === 'yes' };
  const distance = Number(text('default-route-distance') ?? 1);
  return {
    disabled: command.name === 'add' && text('disabled') !== 'no',
    addDefaultRoute: text('add-default-route') === 'yes',
    defaultRouteDistance: Number.isInteger(distance) ? distance : 1,
  };
}

function argumentText(command: Command, name: string, variables: Variables): string | undefined {
  const argument = command.arguments.find(one => one.name === name);
  return argument && variables.literal(argument.value);
}

/** `set [ find default-name=wlan1 ]` */
function defaultName(command: Command, variables: Variables): string | undefined {
  const [find] = command.positional;
  const [part] = find?.kind === 'command' ? find.script.parts : [];
  const word = part?.kind === 'statement' ? part.words.at(-1) : undefined;
  return word?.kind === 'argument' && word.name === 'default-name'
    ? variables.literal(word.value)
    : undefined;
}
