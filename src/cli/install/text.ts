import { type FileOutcome, type Installed, type Outcome, places, type WebUser } from '../../install/index.ts';

/** What `jalur install` has done, or would do. */
export interface InstallReply extends Installed {
  readonly root: string;
  readonly dry: boolean;
  readonly isStarted: boolean;
  readonly hasConfig: boolean;
  readonly hasSystemd: boolean;
}

const meanings: Readonly<Record<Outcome, string>> = {
  created: 'created',
  replaced: 'replaced',
  unchanged: 'unchanged',
  kept: 'kept: somebody else wrote or changed it',
  removed: 'removed',
  gone: 'was gone already',
};

const ofUsers: Readonly<Record<WebUser['outcome'], string>> = {
  created: 'created: the process of the pages is that user',
  unchanged: 'is there: the process of the pages is that user',
  needed: 'is to be made in that system, for the process of the pages',
  removed: 'removed',
  gone: 'was gone already',
  'in-use': 'kept: programs of that user run',
};

const userRow = ({ name, outcome }: WebUser): string => `  user ${name}  ${ofUsers[outcome]}`;

const rows = (files: readonly FileOutcome[]): readonly string[] =>
  files.map(({ path, outcome }) => `  ${path}  ${meanings[outcome]}`);

/** What happened, each file, and what is next. */
export function installText(reply: InstallReply): string {
  const packaged =
    reply.packagedUnit === undefined ? [] : [`  ${reply.packagedUnit}  used: that of the package`];
  const users = reply.webUser ? [userRow(reply.webUser)] : [];
  return lines([headline(reply), ...packaged, ...rows(reply.files), ...users, ...next(reply)]);
}

function headline({ files, dry, isStarted, root }: InstallReply): string {
  if (files.some(({ outcome }) => outcome === 'kept')) {
    return `jalur is not installed as asked: files of others are in the way${dry ? '' : ', and were left as they are'}.`;
  }
  if (dry) return 'Nothing was changed; jalur install would leave these files.';
  if (root !== '/') return `jalur is installed below ${root}.`;
  return isStarted
    ? 'jalur runs as a service, now and after each boot.'
    : 'jalur is installed as a service; it was not started.';
}

function next({ files, isStarted, hasConfig, hasSystemd, root, dry }: InstallReply): readonly string[] {
  if (files.some(({ outcome }) => outcome === 'kept')) {
    return ['Move such a file away and run this again, or make the change in it by hand.'];
  }
  if (dry || root !== '/') return [];
  if (isStarted) return ['How it is: sudo jalur status'];
  const start = hasSystemd
    ? 'sudo systemctl enable --now jalur     starts it, now and at each boot'
    : `systemd does not run here: start it at each boot with: jalur run --leave ${places.config}`;
  const give = 'sudo jalur install FILE              gives it a configuration';
  const look = `jalur plan ${places.config}                what it will do to this machine`;
  return ['Next:', ...(hasConfig ? [look, start] : [give]).map(line => `  ${line}`)];
}

export interface RemoveReply {
  readonly files: readonly FileOutcome[];
  readonly users: readonly WebUser[];
  /** What was restored in the network, one line each. */
  readonly undone: readonly string[];
  readonly root: string;
  readonly dry: boolean;
  /** Seed, leases and what else outlives a gateway. */
  readonly keptState: boolean;
}

export function removeText({ files, users, undone, dry, keptState }: RemoveReply): string {
  if (files.length + users.length === 0) return 'jalur install has made nothing here; nothing was changed.\n';
  const isWhole = files.every(({ outcome }) => outcome !== 'kept');
  const left = isWhole ? '' : ', but for files that somebody else has changed';
  const head = dry
    ? 'Nothing was changed; jalur install --remove would leave this.'
    : `What jalur install made is removed${left}.`;
  const network = undone.length === 0 ? [] : ['The network was restored:', ...undone.map(one => `  ${one}`)];
  const state = keptState && !dry ? [`${places.state} is kept: seed, leases, verdicts on lines.`] : [];
  return lines([head, ...rows(files), ...users.map(userRow), ...network, ...state]);
}

const lines = (all: readonly string[]): string => all.map(line => `${line}\n`).join('');
