import path from "node:path";
import type { Reporter, SerializedError, TestModule } from "vitest/node";
import { type FileReport, firstLine, writeReport } from "./write-report";

const whyOf = (errors: readonly { message?: string }[]) => firstLine(errors[0]?.message);

/** A file that could not be read, or whose set-up failed, counts as a failed test. */
function reportOf(module: TestModule): FileReport {
  const tests = [...module.children.allTests()];
  const failed = tests
    .filter((test) => test.result().state === "failed")
    .map((test) => ({ name: test.fullName, why: whyOf(test.result().errors ?? []) }));
  if (!module.ok() && failed.length === 0) {
    const suites = [...module.children.allSuites()];
    failed.push({
      name: "(the file itself)",
      why: whyOf([...module.errors(), ...suites.flatMap((suite) => suite.errors())]),
    });
  }
  const spent = module.diagnostic();
  return {
    file: path.relative(module.project.config.root, module.moduleId),
    seconds: (spent.prepareDuration + spent.collectDuration + spent.setupDuration + spent.duration) / 1_000,
    passed: tests.filter((test) => test.result().state === "passed").length,
    failed,
  };
}

/** Counts for `npm test`; what people read, vitest's own reporter prints. */
export default class ReportVitest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    writeReport(
      modules.map(reportOf),
      errors.map((error) => firstLine(error.message)),
    );
  }
}
