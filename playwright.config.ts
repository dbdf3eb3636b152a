import { randomInt } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";

// Read again in every worker: the first reading decides, the others inherit it.
process.env["E2E_PORT"] ??= String(randomInt(20_000, 50_000));
process.env["E2E_DATA"] ??= `data/e2e-${process.pid}`;
// What the portal logs while it is tested: a test reads it for what must not be there.
process.env["E2E_LOG"] ??= path.join(tmpdir(), `upstream-e2e-${process.pid}.log`);
const port = process.env["E2E_PORT"];
const systemBrowser = process.env["UPSTREAM_BROWSER"];

const chromium = {
  ...devices["Desktop Chrome"],
  launchOptions: {
    ...(systemBrowser && { executablePath: systemBrowser }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

/** The production build on a portal of its own, with its own PostgreSQL and the told story. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // They tell a page that hangs from one that answers; how fast it is, the benchmark says.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en-US",
    timezoneId: "America/New_York",
    // A trace costs a third of the run: `npx playwright test --trace on FILE` records one.
    trace: "off",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: 'exec node cli/start.mjs > "$E2E_LOG"',
    url: `http://localhost:${port}/readyz`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      PORT: port,
      DATA_FOLDER: process.env["E2E_DATA"],
      DATABASE_URL: "",
      CHANGES_PER_MINUTE: "0",
      E2E_LOG: process.env["E2E_LOG"],
      LOG_LEVEL: "info",
      PUBLIC_ORIGIN: `http://localhost:${port}`,
    },
  },
  projects: [
    {
      name: "desktop",
      grepInvert: /@nojs|@phone/,
      use: { ...chromium, viewport: { width: 1366, height: 768 } },
    },
    {
      name: "phone",
      grep: /@phone/,
      use: {
        ...chromium,
        viewport: { width: 360, height: 740 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
    {
      name: "nojs",
      grep: /@nojs/,
      use: { ...chromium, viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
    },
  ],
});
