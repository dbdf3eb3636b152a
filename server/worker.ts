import { connectDatabase } from "~/db/client.server";
import { env } from "~/env.server";
import { completeSearch } from "~/worker/complete-search.server";
import { jobHandlers } from "~/worker/job-handlers.server";
import { resumeImports } from "~/worker/import-upload.server";
import { resumeRecords } from "~/worker/import-uploaded-records.server";
import { runWorker } from "~/worker/run-worker.server";
import { leaveInOrder } from "./leave-in-order";
import { openLog } from "./log-requests";

const settings = env();
if (!settings.DATABASE_URL)
  throw new Error("DATABASE_URL is not set. `npm start` sets it for its own PostgreSQL.");
const database = connectDatabase(settings.DATABASE_URL, 6);
const log = openLog(settings.LOG_LEVEL);
const stop = await runWorker(database, jobHandlers, log);
leaveInOrder(async () => {
  await stop();
  await database.close();
});
process.send?.({ ready: true });
const jurisdictions = async () =>
  (await database.prisma.jurisdiction.findMany({ select: { id: true } })).map(({ id }) => id);
await jurisdictions()
  .then(async (ids) => (await resumeImports(ids)) + (await resumeRecords(ids)))
  .then(
    (resumed) => resumed > 0 && log.info({ resumed }, "imports taken up again"),
    (error: Error) => log.warn({ fault: error.name }, "imports not taken up again"),
  );
await completeSearch().then(
  (written) => written > 0 && log.info({ written }, "search rows completed"),
  (error: Error) => log.warn({ fault: error.name }, "search rows not completed"),
);
