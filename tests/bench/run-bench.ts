import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import pg from "pg";
import { sessionCookieName } from "../../app/auth/session-policy";
import { signSessionToken } from "../../app/auth/sign-session-cookie";
import { httpClient } from "./drive-load";
import { type Length, measureSearch, takePage } from "./measure-search";
import { measureImport } from "./measure-import";
import { startEmbeddedServer } from "../../app/db/embedded-server";
import { stopWhenTold } from "../setup/stop-when-told";
import { benchCoverage, benchMeasures } from "./bench-measures";
import { benchLinkage } from "./bench-linkage";
import { measureRecords, type RecordsResult } from "./measure-records";
import { measureGrowth } from "./measure-growth";
import { measureHsds } from "./measure-hsds";
import { measureProcessor } from "./measure-processor";
import { findResults, measurePublic } from "./measure-public";
import { measureSending } from "./measure-sending";
import { openBenchDatabase } from "./open-bench-database";
import { forgetReferrals, openCalls, type SignedIn } from "./prepare-calls";
import { recordSearches } from "./record-searches";
import {
  type Bar,
  growthBars,
  hsdsBars,
  importBars,
  printArm,
  printBar,
  publicBars,
  recordsBars,
  searchBars,
  sendingBars,
  type Take,
} from "./report";
import { runToEnd, serveBaseline, servePortal } from "./serve-process";
import { writeSession } from "./write-worker";

const typed = process.argv.slice(2);
const json = typed.includes("--json");
const valueOf = (name: string, otherwise: string): string =>
  typed.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const length: Length = { rounds: Number(valueOf("rounds", "5")), seconds: Number(valueOf("seconds", "4")) };
const parts = valueOf("only", "search,sending,public,hsds,growth,import").split(",");
const profile = valueOf("profile", "");
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (lines: string[]): void => {
  if (!json) console.log(lines.join("\n"));
};
const load = (): string =>
  os
    .loadavg()
    .map((one) => one.toFixed(1))
    .join(" ");
const results: Record<string, unknown> = {};
const bars: Bar[] = [];
const closers: (() => Promise<void> | void)[] = [];

async function build(): Promise<void> {
  await runToEnd(["cli/start.mjs", "--build-only"]);
  await runToEnd(["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "tests/bench/baseline-app"], {
    NODE_ENV: "production",
  });
}

async function openAll() {
  mkdirSync("data/bench", { recursive: true });
  const database = await openBenchDatabase("whole", say);
  closers.push(() => database.stop());
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  closers.push(() => owner.end());
  await forgetReferrals(owner);
  const asked = "select id, version() from jurisdiction";
  const jurisdiction = await owner.query<{ id: string; version: string }>(asked);
  const searches = await recordSearches(database.url, jurisdiction.rows[0]!.id);
  writeFileSync("data/bench/statements.json", JSON.stringify(searches.map((search) => search.statement)));
  const secret = randomBytes(32).toString("hex");
  const portal = await servePortal({ url: database.url, secret, profile });
  closers.push(portal.stop);
  const baseline = await serveBaseline({ url: database.url, statements: "data/bench/statements.json" });
  closers.push(baseline.stop);
  const [client, plain] = [httpClient(portal.origin, 8), httpClient(baseline.origin, 8)];
  closers.push(client.close, plain.close);
  const cookie = `${sessionCookieName(false)}=${signSessionToken(await writeSession(owner), secret)}`;
  const worker: SignedIn = {
    client,
    headers: { cookie, origin: portal.origin, "sec-fetch-site": "same-origin" },
  };
  const { id: jurisdictionId, version } = jurisdiction.rows[0]!;
  return { database, owner, searches, portal, worker, plain, jurisdictionId, version };
}

function printFrame(version: string, searches: { total: number; cards: number }[]): void {
  const cards = searches.reduce((sum, one) => sum + one.cards, 0) / searches.length;
  const frame = {
    cpus: `${os.cpus().length} x ${os.cpus()[0]?.model}`,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    postgres: version.split(",")[0],
    load: load(),
    services: 100_000,
    concurrency: 8,
    searches: searches.length,
    cardsPerPage: cards,
    ...length,
  };
  results.frame = frame;
  print([
    `machine: ${frame.cpus}, ${frame.memoryGb} GB, Node ${frame.node}, ${frame.postgres}; load before: ${frame.load}`,
  ]);
  print([
    `100,000 services at twice as many places, 8 at a time, ${length.rounds} rounds of ${length.seconds} s an arm, by turns; ${searches.length} searches, ${cards.toFixed(0)} cards a page`,
  ]);
}

const take: Take = (name, measured, lines, judged) => {
  results[name] = measured;
  bars.push(...judged);
  print([...lines, ...judged.map(printBar), `  load now: ${load()}`]);
};

/** (f) The agency's records: `--rows=100000,1000000` asks for other sizes than up to ten millions. */
async function benchRecords(owner: pg.Client, url: string): Promise<void> {
  if (!parts.includes("records")) return;
  const sizes = valueOf("rows", "100000,1000000,10000000").split(",").map(Number);
  const taken: RecordsResult[] = [];
  for (const rows of sizes) taken.push(await measureRecords(owner, url, rows, say));
  const lines = taken.map(
    ({ rows, seconds, copy, megabytes }) =>
      `  ${rows.toLocaleString("en-US")} reports: ${(seconds / 60).toFixed(1)} minutes (COPY alone ${copy.toFixed(1)} s, ${(seconds / copy).toFixed(1)} times), ${megabytes.toFixed(0)} MB`,
  );
  take("records", { taken }, ["", "(f) upstream import records, beside COPY", ...lines], recordsBars(taken));
}

/** Records need a server alone, the linker and the measures nothing: no portal, no directory. */
async function runAlone(): Promise<void> {
  mkdirSync("data/bench", { recursive: true });
  print([`machine: ${os.cpus().length} cores, Node ${process.version}; load before: ${load()}`]);
  if (parts.includes("records")) {
    const database = await startEmbeddedServer({ folder: "data/bench" });
    stopWhenTold(() => database.stop());
    closers.push(() => database.stop());
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    closers.push(() => owner.end());
    await benchRecords(owner, database.url);
  }
  if (parts.includes("linkage"))
    await benchLinkage(Number(valueOf("records", "20000")), Number(valueOf("seed", "7")), take);
  if (parts.includes("measures")) await benchMeasures(valueOf("rows", "1000000,10000000"), take, say);
  if (parts.includes("coverage")) benchCoverage(take);
  if (json) console.log(JSON.stringify({ ...results, bars, loadAfter: load() }, null, 2));
}

async function run(): Promise<void> {
  if (parts.every((part) => ["records", "linkage", "measures", "coverage"].includes(part))) return runAlone();
  if (!typed.includes("--no-build")) await build();
  const { database, owner, searches, portal, worker, plain, jurisdictionId, version } = await openAll();
  printFrame(version, searches);
  const calls = await openCalls(worker, searches);
  if (parts.includes("processor")) {
    const found: string[] = [];
    for (const search of searches) found.push(await findResults(worker.client, portal.origin, search));
    const { client, headers } = worker;
    const arms = {
      "intake search": calls.map(({ id, slug }) => takePage(client, headers, `/intake/calls/${id}`, slug)),
      "public results": found.map((path) => takePage(client, {}, path, "")),
      "public home": [takePage(client, {}, "/en", "")],
    };
    for (const [name, pages] of Object.entries(arms)) {
      if (!name.startsWith(valueOf("page", ""))) continue;
      const ms = await measureProcessor(portal.pid, async (n) => pages[n % pages.length]?.(), 1_000);
      print([`  ${name.padEnd(20)} ${ms.toFixed(2)} ms of the web process's processor time a page`]);
    }
  }
  if (parts.includes("search")) {
    const found = await measureSearch({
      url: database.url,
      worker,
      baseline: plain,
      searches,
      calls,
      length,
    });
    const arms = [found.http, found.remix, found.bare];
    take("search", { ...found }, ["", "(a) intake search", ...arms.map(printArm)], searchBars(found));
  }
  if (parts.includes("sending")) {
    const sent = await measureSending({ url: database.url, owner, worker, calls, length });
    const lines = [
      "",
      "(b) sending a referral",
      printArm(sent.http),
      printArm(sent.bare),
      `  rows of one send: ${sent.rows.join(", ")}`,
    ];
    take("sending", { ...sent }, lines, sendingBars(sent));
  }
  if (parts.includes("public")) {
    const shown = await measurePublic(
      { url: database.url, jurisdictionId },
      worker.client,
      portal.origin,
      searches,
      length,
    );
    const sizes = `  alone: median ${shown.alone.toFixed(1)} ms; largest page ${shown.gzip} bytes with gzip, ${shown.plain} without`;
    take(
      "public",
      { ...shown },
      ["", "(c) public results page", printArm(shown.http), printArm(shown.bare), sizes],
      publicBars(shown),
    );
  }
  if (parts.includes("hsds")) {
    const open = await measureHsds(worker.client, database.url, jurisdictionId, length);
    const lines = ["", "(e) open data", printArm(open.http), printArm(open.bare)];
    take("hsds", { ...open }, lines, hsdsBars(open));
  }
  if (parts.includes("growth")) {
    const grown = await measureGrowth(length, say);
    const { word } = grown.word;
    const said = `  "${word}" stands in ${grown.word.services} names and finds ${grown.word.found}: median ${grown.word.p50.toFixed(1)} ms alone`;
    const lines = ["", "(d) growth, through pg", ...Object.values(grown.arms).map(printArm), said];
    take("growth", { ...grown }, lines, growthBars(grown));
  }
  if (parts.includes("import")) {
    const taken = await measureImport(owner, database.url, 100_000, say);
    const said = `  ${taken.rows} rows in ${taken.seconds.toFixed(1)} s, ${taken.megabytes.toFixed(0)} MB`;
    take("import", { ...taken }, ["", "(e) upstream import hsds, 100,000 services", said], importBars(taken));
  }
  await benchRecords(owner, database.url);
  if (parts.includes("linkage"))
    await benchLinkage(Number(valueOf("records", "20000")), Number(valueOf("seed", "7")), take);
  if (json) console.log(JSON.stringify({ ...results, bars, loadAfter: load() }, null, 2));
}

try {
  await run();
} finally {
  for (const close of closers.reverse()) await close();
}
