import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

// The one without windows first: it draws the same pages for a fifth less.
const system = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

const runs = (file) => existsSync(file) && spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0;
const findSystem = () => system.find(runs);
const say = (command, args, seconds) =>
  spawnSync(command, args, {
    stdio: ["ignore", 2, 2],
    timeout: seconds * 1_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });

/**
 * A Chromium for the browser journeys: Playwright's own, else the system's, else Playwright's download, else Debian's
 * package when root. Answers "" for Playwright's own, the file of the system's, or null after saying what to do.
 */
export function findBrowser() {
  const own = () => runs(chromium.executablePath());
  if (own()) return "";
  if (findSystem()) return findSystem();
  process.stderr.write("No browser found; trying Playwright's download ...\n");
  say(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], 180);
  if (own()) return "";
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    process.stderr.write("Installing Debian's chromium ...\n");
    say("apt-get", ["update", "-qq"], 120);
    for (const name of ["chromium-headless-shell", "chromium"]) {
      say("apt-get", ["install", "-y", "-qq", name], 300);
      if (findSystem()) return findSystem();
    }
  }
  process.stderr.write(
    "The browser journeys need Chromium. Run `npx playwright install --with-deps chromium`, or install the package `chromium`.\n",
  );
  return null;
}
