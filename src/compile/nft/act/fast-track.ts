import { type FirewallRule, passedByFastTrack, type Router } from '../../../model/index.ts';
import { type Effect, ignored } from './effect.ts';

/** `action=fasttrack-connection`: Linux can do without it; where marks or queues matter, not with the same result. */
export function actFastTrack(router: Router, rule: FirewallRule): Effect {
  const passed = passedByFastTrack(router, rule);
  if (passed.length === 0)
    return ignored('Linux has no FastTrack; connections take the full path, with the same result.');
  const why = `Linux has no FastTrack: ${passed.join(' and ')} act on every packet of a connection, where RouterOS lets a fast-tracked one pass them by.`;
  return ignored(why, 'warning');
}
