import { readdirSync, readFileSync } from 'node:fs';

// Files of others, which come and go: what is not there, or not for us, is empty.

export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

export function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The name of a process as the kernel has it, 15 bytes at most. */
export const commandOf = (pid: string, root: string): string => textOf(`${root}/proc/${pid}/comm`).trim();

export const processesNamed = (name: string, root: string): readonly string[] =>
  filesIn(`${root}/proc`).filter(pid => /^\d+$/.test(pid) && commandOf(pid, root) === name);
