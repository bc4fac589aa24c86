import { type Router, rolesOf } from '../../model/index.ts';

/** Longer comments are remarks, no names. */
const longest = 20;

/** What the factory writes on everything: `defconf`, `defconf: accept ICMP`. */
const isFactory = (comment: string): boolean => /^defconf\b/i.test(comment);

/** What people call an interface: the comment on it or on its DHCP client, else the mark of what comes in by it. */
function labelOf(router: Router, name: string): string {
  const labels = labelsOf.get(router) ?? new Map<string, string>();
  labelsOf.set(router, labels);
  const known = labels.get(name) ?? labelIn(router, name);
  labels.set(name, known);
  return known;
}

/** Routers are frozen, and asked for the same few names with every packet. */
const labelsOf = new WeakMap<Router, Map<string, string>>();

function labelIn(router: Router, name: string): string {
  const comments = [
    router.interfaces.find(item => item.name === name),
    router.dhcpClients.find(item => item.interface === name),
  ].map(item => item?.comment ?? '');
  const said = comments.find(text => text !== '' && !isFactory(text)) ?? markedName(router, name);
  return said.length <= longest ? said : '';
}

/** `in-interface=ether1 … new-connection-mark=ISP1_conn` names a WAN, if no other WAN's connections get that mark. */
function markedName(router: Router, name: string): string {
  const { wans } = rolesOf(router);
  if (!wans.includes(name)) return '';
  const [only, ...others] = new Set(arrivalMarks(router, name));
  const isShared = wans.some(wan => wan !== name && arrivalMarks(router, wan).includes(only ?? ''));
  return only === undefined || others.length > 0 || isShared ? '' : only.replace(connectionSuffix, '');
}

const connectionSuffix = /[_-]conn(ection)?$/i;

/** Connection marks, named as such, that whatever comes in by an interface gets. */
function arrivalMarks({ firewall }: Router, name: string): string[] {
  return firewall.ipv4.mangle.flatMap(({ disabled, action, matchers }) => {
    if (disabled || action.kind !== 'mark-connection' || !connectionSuffix.test(action.mark)) return [];
    const chooses = matchers.some(({ kind }) => kind === 'per-connection-classifier' || kind === 'nth');
    const arrives = matchers.some(
      one => one.kind === 'in-interface' && one.interface === name && !one.negated,
    );
    return arrives && !chooses ? [action.mark] : [];
  });
}

/** `ISP2 (ether2)`, or `ether2` where nobody gave it a name. */
export function nameOf(router: Router, name: string): string {
  const label = labelOf(router, name);
  return label === '' || label === name ? name : `${label} (${name})`;
}

/** The interface that a person means by its name or by its label, in any case of letters; a label of two means none. */
export function interfaceNamed(router: Router, names: readonly string[], word: string): string | undefined {
  const wanted = word.toLowerCase();
  const named = names.find(name => name.toLowerCase() === wanted);
  const [labelled, ...others] = names.filter(name => labelOf(router, name).toLowerCase() === wanted);
  return named ?? (others.length === 0 ? labelled : undefined);
}
