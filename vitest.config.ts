import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['.build/bundle.js'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
  },
});
