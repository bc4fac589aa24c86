import { afterEach, describe, expect, it } from 'vitest';
import {
  createNamespace,
  currentNamespace,
  deleteNamespace,
  EnvironmentError,
  inNamespace,
  listNamespaces,
  type Namespace,
  openNamespace,
  privateNamespace,
  run,
} from '../index.ts';

const name = `sys-${process.pid}`;
const open: Namespace[] = [];
const keep = (ns: Namespace): Namespace => {
  open.push(ns);
  return ns;
};

afterEach(() => {
  for (const ns of open.splice(0)) ns.close();
  deleteNamespace(name);
});

const identity = (): string => run(['readlink', '/proc/self/ns/net']).stdout.trim();

describe('namespaces', () => {
  it('runs inside and comes back, nested and after a throw', () => {
    const home = identity();
    const [a, b] = [keep(privateNamespace('a')), keep(privateNamespace('b'))];
    const seen = inNamespace(a, () => [identity(), inNamespace(b, identity), identity()]);
    expect(new Set([home, ...seen]).size).toBe(3);
    expect(seen[0]).toBe(seen[2]);
    expect(() =>
      inNamespace(a, () =>
        inNamespace(b, () => {
          throw new Error('on purpose');
        }),
      ),
    ).toThrow('on purpose');
    expect(identity()).toBe(home);
  });

  it('refuses an asynchronous action and is home again', () => {
    const home = identity();
    const ns = keep(privateNamespace());
    expect(() => inNamespace(ns, async () => 1)).toThrow('must be synchronous');
    expect(identity()).toBe(home);
  });

  it('makes names that ip netns knows, and deletes them', () => {
    const ns = keep(createNamespace(name));
    expect(listNamespaces()).toContain(name);
    const inside = inNamespace(ns, identity);
    expect(run(['ip', 'netns', 'exec', name, 'readlink', '/proc/self/ns/net']).stdout.trim()).toBe(inside);
    expect(inNamespace(keep(openNamespace(name)), identity)).toBe(inside);
    expect(() => createNamespace(name)).toThrow(`create namespace ${name}: EEXIST`);
    deleteNamespace(name);
    expect(listNamespaces()).not.toContain(name);
    expect(run(['ip', 'netns', 'list']).stdout).not.toContain(name);
  });

  it('opens the namespace of a process, and says which is missing', () => {
    const [own, here] = [keep(openNamespace(process.pid)), keep(currentNamespace())];
    expect(inNamespace(own, identity)).toBe(inNamespace(here, identity));
    try {
      openNamespace('no-such');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(EnvironmentError);
      expect(error).toMatchObject({
        code: 'MISSING_NAMESPACE',
        message: 'There is no network namespace no-such.',
      });
    }
  });
});
