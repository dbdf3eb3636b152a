import type { Jobs } from "~/db/job-queue.server";
import { computeMeasures } from "./compute-measures.server";

/** What the worker does with a job of each queue. A throw means: try again later. Jobs may come twice. */
export type JobHandlers = { [Queue in keyof Jobs]?: (job: Jobs[Queue]) => Promise<void> };

export const jobHandlers: JobHandlers = {
  "compute-measures": async ({ jurisdictionId }) => {
    await computeMeasures(jurisdictionId);
  },
};

/** When the clock itself is the reason: cron in UTC, once for each jurisdiction. */
export const jobSchedules: { [Queue in keyof Jobs]?: string } = {
  "referral-clocks": "*/5 * * * *",
  "compute-measures": "30 7 * * *",
};
