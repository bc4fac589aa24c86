import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: {
    include: [
      'src/{pcc,rib,walk,prove,health,spread,diff}/**/*.test.ts',
      'src/gateway/{core,conditions}/**/*.test.ts',
      'test/{walk,diff,cases,oracle}/**/*.test.ts',
      'test/conformance/cases.test.ts',
    ],
    exclude: ['**/*.kernel.test.ts', '**/node_modules/**'],
    testTimeout: 30_000,
  },
});
