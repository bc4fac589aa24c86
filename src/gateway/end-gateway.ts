import { condition, type Trouble } from './conditions/index.ts';
import type { EventHub } from './event-hub.ts';
import { attempt, attemptAsync, errorOf, type GatewayPort } from './loop/index.ts';
import type { Notifier } from './notify/index.ts';
import type { Parts } from './parts.ts';

type Ended = { readonly undone: boolean };

/**
 * Ends services and takes everything back, unless it was started to leave that. What is taken back takes the way out with it:
 * whoever is told that it ends is told before.
 */
export async function endGateway(parts: Parts, notifier: Notifier | undefined): Promise<Ended> {
  notifier?.stopping();
  const told = notifier?.close();
  if (!parts.leave) await told;
  const done = await end(parts);
  await told;
  return done;
}

/** Whatever the machine refuses of it, the rest is done, and all of it is said. */
async function end({ loop, port, hub, leave }: Parts): Promise<Ended> {
  await loop.stop();
  // Services first: clients give their leases back, for which they need address and route.
  const services = await attemptAsync(async () => ({ ended: await port.endServices(leave) }));
  const trouble = errorOf(services);
  const left = [...(trouble ? [trouble] : []), ...(leave ? [] : takeBack(port))];
  for (const one of left) sayLeft(hub, port, one);
  await port.close();
  const undone = !leave && left.length === 0;
  hub.emit({ type: 'stopped', atMs: port.nowMs(), undone });
  return { undone };
}

/** Everything as before; returns what could not be restored. */
function takeBack(port: GatewayPort): readonly Trouble[] {
  const undone = attempt(() => port.undo());
  const saved = attempt(() => ({ saved: port.save({ held: [] }) }));
  const problems = undone.kind === 'done' ? undone.problems : [undone.error];
  const unsaved = errorOf(saved);
  return unsaved ? [...problems, unsaved] : problems;
}

/** With the command that tries again. */
function sayLeft(hub: EventHub, port: GatewayPort, { what, do: todo }: Trouble): void {
  const said = condition('gateway/undo-incomplete', { what, do: todo });
  hub.emit({ type: 'problem', atMs: port.nowMs(), condition: said });
}
