import { defineConfig } from 'vitest/config';

/** Tests that watch memory or time, or that clear up after every test: each file in a process of its own. */
const apart = ['cli', 'world', 'bench', 'adapters/archive'].map((part) => `test/${part}/**/*.test.ts`);

/** Limits for a slow machine. */
const limits = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    globalSetup: ['.build/bundle.js'],
    maxWorkers: '100%',
    projects: [
      { test: { ...limits, name: 'apart', include: apart } },
      {
        test: {
          ...limits,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: apart,
          // Starting a process for a file takes longer than most files; the long run does it all the same.
          isolate: process.env['LONG'] !== undefined,
        },
      },
    ],
  },
});
