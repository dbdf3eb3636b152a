import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": path.resolve("app") } },
  test: {
    passWithNoTests: true,
    // They tell what hangs from what ends; how fast it is, the benchmark says.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: "forks",
    poolOptions: {
      forks: {
        // Files of a project share one process and what it has imported: a file leaves nothing behind in a module.
        isolate: false,
        // While one waits for PostgreSQL, another has the processor, also where there are but two.
        minForks: 1,
        maxForks: Math.max(2, availableParallelism() - 1),
        execArgv: ["--import", path.resolve("tests/setup/end-with-parent.mjs")],
      },
    },
    env: { SESSION_SECRET: "test-only-secret-of-forty-two-characters!", LOG_LEVEL: "silent" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,cli,prisma,server,tests}/**/*.test.{ts,tsx}"],
          exclude: [
            "**/*.db.test.*",
            "tests/{routes,architecture,e2e,server}/**",
            "tests/authorization-matrix.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: [
            "{app,cli,prisma,tests/setup}/**/*.db.test.ts",
            "tests/{routes,architecture}/**/*.test.{ts,tsx}",
            "tests/authorization-matrix.test.ts",
          ],
          globalSetup: ["tests/setup/start-test-server.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "processes",
          include: ["tests/server/**/*.test.ts"],
        },
      },
    ],
  },
});
