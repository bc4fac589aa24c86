import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

// vitest leaves one core free, which on two cores is half of them: pure tests take all, kernel tests follow them.
// Test files that touch the kernel mostly wait: three of them run side by side, after the pure ones, and one of the browser's
// beside them (test/longest-first.ts), which works and gives way. Whatever tests of the kernel make
// has the id of their process in its name, and a gateway in their process changes its umask and priority: each has its own.
// Benches measure time, so they run alone, in the kernel project.
export default defineConfig({
  test: {
    globalSetup: ['./test/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/*.kernel.test.ts', '**/*.browser.test.ts', '**/node_modules/**', '**/dist/**'],
          maxWorkers: '100%',
          // They keep no state between files, and importing everything anew for each takes longer than most of them.
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          benchmark: { include: [] },
        },
      },
      {
        extends: true,
        test: {
          name: 'kernel',
          include: ['src/**/*.kernel.test.ts', 'test/**/*.kernel.test.ts'],
          // Also where it is killed, a process of tests leaves no namespace.
          setupFiles: ['./test/kernel-setup.ts'],
          maxWorkers: 4,
          // They wait for real packets on whatever else the machine does: a test that failed is asked once more, and
          // the output names it (`retry x1`). What fails twice fails.
          retry: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          benchmark: { include: ['bench/**/*.bench.ts'] },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.browser.test.ts'],
          // Builds the pages, and starts the one Chromium that all files use.
          globalSetup: ['./test/browser/setup.ts'],
          maxWorkers: 4,
          isolate: false,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 120_000,
          benchmark: { include: [] },
        },
      },
    ],
  },
});
