import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type FileOutcome, removals } from './decide.ts';
import { hashOfFile, readManifest } from './manifest.ts';
import { below, places } from './place.ts';

/** Takes away every file that `install` made and nobody has changed since. Throws what the file system says. */
export function removeInstalled({
  root = '/',
  dry = false,
}: {
  readonly root?: string | undefined;
  readonly dry?: boolean | undefined;
}): readonly FileOutcome[] {
  const manifest = readManifest(below(root, places.manifest));
  const files = removals(manifest, path => hashOfFile(below(root, path)));
  if (dry) return files;
  for (const { path, outcome } of files) if (outcome === 'removed') rmSync(below(root, path));
  rmSync(below(root, places.manifest), { force: true });
  for (const folder of [dirname(places.dialling), places.config, places.state])
    dropEmpty(below(root, folder));
  return files;
}

function dropEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
