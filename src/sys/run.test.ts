import { describe, expect, it } from 'vitest';
import { EnvironmentError, run, runAsync } from './index.ts';

describe('run', () => {
  it('hands input in and output back', async () => {
    expect(run(['cat'], { input: 'a\nb' })).toEqual({ code: 0, stdout: 'a\nb', stderr: '' });
    expect(await runAsync(['cat'], { input: 'a\nb' })).toEqual({ code: 0, stdout: 'a\nb', stderr: '' });
  });

  it('throws on a non-zero exit with what the tool said, unless allowed', async () => {
    const argv = ['ls', '/no/such'];
    expect(() => run(argv)).toThrow(/^ls \/no\/such ended with 2: ls: cannot access/);
    await expect(runAsync(argv)).rejects.toThrow(EnvironmentError);
    expect(run(argv, { allowFailure: true }).code).toBe(2);
    expect((await runAsync(argv, { allowFailure: true })).code).toBe(2);
  });

  it('takes the exit code of a tool that does not read its input', async () => {
    const [argv, input] = [['sh', '-c', 'exec <&-; sleep 0.1; exit 3'], 'x'.repeat(10_000_000)];
    expect(run(argv, { input, allowFailure: true })).toEqual({ code: 3, stdout: '', stderr: '' });
    expect((await runAsync(argv, { input, allowFailure: true })).code).toBe(3);
  });

  it('never lets a shell see the arguments', () => {
    expect(run(['echo', '$(id)', ';', '*']).stdout).toBe('$(id) ; *\n');
  });

  it('names the package of a missing tool', async () => {
    const missing = { code: 'MISSING_TOOL', message: 'no-such-tool is not installed.' };
    expect(() => run(['no-such-tool'])).toThrow(expect.objectContaining(missing));
    await expect(runAsync(['no-such-tool'])).rejects.toMatchObject(missing);
  });

  it('kills what does not end in time', async () => {
    expect(() => run(['sleep', '60'], { timeoutMs: 20 })).toThrow(
      expect.objectContaining({ code: 'COMMAND_TIMEOUT' }),
    );
    await expect(runAsync(['sleep', '60'], { timeoutMs: 20 })).rejects.toMatchObject({
      code: 'COMMAND_TIMEOUT',
    });
  });
});
