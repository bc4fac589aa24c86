import { type Action, isKeptAction, type Matcher } from '../../model/index.ts';
import { writeMatcher } from '../../rsc/index.ts';

/** What an action does, as a sentence without a subject: `marks the connection ISP1_conn`. */
export function actionText(action: Action): string {
  const text = bareText(action);
  return 'passthrough' in action && !action.passthrough ? `${text} and leaves the table` : text;
}

function bareText(action: Action): string {
  switch (action.kind) {
    case 'mark-connection':
      return `marks the connection ${action.mark}`;
    case 'mark-packet':
      return `marks the packet ${action.mark}`;
    case 'mark-routing':
      return `marks for table ${action.mark}`;
    case 'accept':
      return 'accepts it';
    case 'drop':
    case 'tarpit':
      return `drops it (${action.kind})`;
    case 'reject':
      return `rejects it with ${action.with}`;
    case 'jump':
      return `jumps to chain ${action.target}`;
    case 'return':
      return 'returns to the calling chain';
    case 'masquerade':
      return 'masquerades the connection';
    case 'add-src-to-address-list':
    case 'add-dst-to-address-list':
      return `puts its ${action.kind === 'add-src-to-address-list' ? 'source' : 'destination'} on list ${action.list}`;
    default:
      return isKeptAction(action) ? `would do ${action.kind}, which is not walked` : `does ${action.kind}`;
  }
}

/** A matcher as RouterOS writes it: `dst-port=!80,443`. */
export function matcherText(matcher: Matcher): string {
  return `${matcher.kind}=${writeMatcher(matcher)}`;
}
