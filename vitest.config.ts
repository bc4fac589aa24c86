import { defineConfig } from 'vitest/config';

// Namespaces are global to the machine and the machine may have two cores only: test files that
// touch the kernel run one after another in their own project; pure ones run side by side.
// Benches measure time, so they run alone, in the kernel project.
export default defineConfig({
  test: {
    globalSetup: ['./test/global-setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/*.kernel.test.ts', '**/node_modules/**', '**/dist/**'],
          testTimeout: 30_000,
          benchmark: { include: [] },
        },
      },
      {
        extends: true,
        test: {
          name: 'kernel',
          include: ['src/**/*.kernel.test.ts', 'test/**/*.kernel.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          benchmark: { include: ['bench/**/*.bench.ts'] },
        },
      },
    ],
  },
});
