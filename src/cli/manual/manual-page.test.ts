import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands.ts';
import { manualPage } from './index.ts';

describe('manual page', () => {
  it('a line that begins with a dot, backslashes, dashes → nothing that roff would take for its own', () => {
    const program = new Command('jalur').description('All.');
    program.command('fmt').description('One\n.TH two \\fB --three');
    const page = manualPage(program, '1.0');
    expect(page).toContain('One\n.br\n\\&.TH two \\efB \\-\\-three');
  });

  it('examples of a command → as they are typed', () => {
    const program = new Command('jalur').description('All.');
    program
      .command('fmt')
      .description('Tidies.')
      .addHelpText('after', '\nExamples:\n  jalur fmt a.rsc\n  jalur fmt b.rsc');
    expect(manualPage(program, '1.0')).toContain('.nf\n.RS\njalur fmt a.rsc\njalur fmt b.rsc\n.RE');
  });

  it('jalur man → every command with its options', () => {
    const bin = fileURLToPath(new URL('../../../bin/jalur', import.meta.url));
    const { stdout, status } = spawnSync(process.execPath, [bin, 'man'], { encoding: 'utf8' });
    expect(status).toBe(0);
    for (const { name } of commands) expect(stdout).toContain(`\n.SS ${name}\n`);
    expect(stdout).toContain('.SS lab run\n');
    expect(stdout).toContain('.B \\-\\-dead\\-gateway <interface>\n');
  });
});
