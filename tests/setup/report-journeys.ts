import path from "node:path";
import type { FullConfig, Reporter, Suite, TestCase, TestError } from "@playwright/test/reporter";
import { type FileReport, firstLine, writeReport } from "./write-report";

/** Counts for `npm test`; what people read, Playwright's own reporter prints. */
export default class ReportJourneys implements Reporter {
  private root = ".";
  private all: TestCase[] = [];
  private readonly faults: string[] = [];

  onBegin(config: FullConfig, suite: Suite): void {
    this.root = path.dirname(config.configFile ?? ".");
    this.all = suite.allTests();
  }

  onError(error: TestError): void {
    this.faults.push(firstLine(error.message));
  }

  onEnd(): void {
    const files = new Map<string, FileReport>();
    for (const test of this.all) {
      const file = path.relative(this.root, test.location.file);
      const report = files.get(file) ?? { file, seconds: 0, passed: 0, failed: [] };
      files.set(file, report);
      report.seconds += test.results.reduce((sum, result) => sum + result.duration, 0) / 1_000;
      const outcome = test.outcome();
      if (outcome === "expected" || outcome === "flaky") report.passed += 1;
      if (outcome === "unexpected")
        report.failed.push({ name: test.title, why: firstLine(test.results.at(-1)?.error?.message) });
    }
    writeReport([...files.values()], this.faults);
  }
}
