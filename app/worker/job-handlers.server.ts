import type { Jobs } from "~/db/job-queue.server";
import { env } from "~/env.server";
import { deliverOutboxMessage } from "~/notify/deliver-outbox-message.server";
import { computeMeasures } from "./compute-measures.server";
import { importUpload } from "./import-upload.server";
import { importUploadedRecords } from "./import-uploaded-records.server";
import { rebuildAfterWithdrawal } from "./rebuild-records.server";
import { linkJurisdiction } from "./link-persons.server";
import { refreshFirstContact } from "./refresh-first-contact.server";
import { runListingChecks } from "./run-listing-checks.server";
import { runRetention } from "./apply-retention.server";
import { keepDirectory } from "./keep-directory.server";
import { watchRecordsFolder } from "./watch-records-folder.server";
import { runReferralClocks } from "./run-referral-clocks.server";

/** What the worker does with a job of each queue. A throw means: try again later. Jobs may come twice. */
export type JobHandlers = { [Queue in keyof Jobs]?: (job: Jobs[Queue]) => Promise<void> };

export const jobHandlers: JobHandlers = {
  mail: (job) => deliverOutboxMessage(job),
  "referral-clocks": async ({ jurisdictionId }) => {
    await runReferralClocks(jurisdictionId);
  },
  "listing-checks": async ({ jurisdictionId }) => {
    await runListingChecks(jurisdictionId);
  },
  "first-contact": async ({ jurisdictionId }) => {
    await refreshFirstContact(jurisdictionId);
  },
  "directory-upkeep": async ({ jurisdictionId }) => {
    await keepDirectory(jurisdictionId);
  },
  retention: async ({ jurisdictionId }) => {
    await runRetention({ jurisdictionId });
  },
  "import-directory": (job) => importUpload(job),
  "watch-records": async ({ jurisdictionId }) => {
    await watchRecordsFolder(jurisdictionId);
  },
  "rebuild-records": async ({ jurisdictionId }) => {
    await rebuildAfterWithdrawal(jurisdictionId);
  },
  "import-records": (job) => importUploadedRecords(job),
  "compute-measures": async ({ jurisdictionId }) => {
    await computeMeasures(jurisdictionId);
  },
  "link-persons": async (job) => {
    await linkJurisdiction(job);
  },
};

/** When the clock itself is the reason: cron in UTC, once for each jurisdiction. */
export const jobSchedules: { [Queue in keyof Jobs]?: string } = {
  "referral-clocks": "*/5 * * * *",
  ...(env().RECORDS_FOLDER === undefined ? {} : { "watch-records": "* * * * *" }),
  // Morning on the east coast; no mail on a day when nobody works.
  "listing-checks": "10 14 * * 1-5",
  "first-contact": "10 7 * * *",
  "directory-upkeep": "15 8 * * *",
  "compute-measures": "30 7 * * *",
  // Once a week, before the measures; after an import it comes by itself.
  "link-persons": "30 6 * * 0",
  // In the night of every zone of the states.
  retention: "45 8 * * *",
};
