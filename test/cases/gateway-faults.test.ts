import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packagePath } from '../../src/sys/index.ts';
import { dhcpAnswers, gatewayFaults } from './gateway-faults.ts';

it.each([...gatewayFaults, ...dhcpAnswers])('$fault: $right → there is a test for it', ({ tests }) => {
  expect(tests.length).toBeGreaterThan(0);
  for (const [file, name] of tests) {
    const source = readFileSync(packagePath(file), 'utf8');
    expect([file, source.includes(name)]).toEqual([file, true]);
    // A test that is left out tests nothing.
    expect([file, /\b(it|describe|test)\.(skip|todo)\b/.test(source)]).toEqual([file, false]);
  }
});
