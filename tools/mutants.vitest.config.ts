import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: {
    include: [
      'src/{pcc,rib,walk,prove,health,spread,diff}/**/*.test.ts',
      'test/{walk,diff}/**/*.test.ts',
      'test/conformance/cases.test.ts',
    ],
    exclude: ['**/*.kernel.test.ts', '**/node_modules/**'],
    testTimeout: 30_000,
  },
});
