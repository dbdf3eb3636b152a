import { connectDatabase } from "~/db/client.server";
import { env } from "~/env.server";
import { jobHandlers } from "~/worker/job-handlers.server";
import { runWorker } from "~/worker/run-worker.server";
import { leaveInOrder } from "./leave-in-order";
import { openLog } from "./log-requests";

const settings = env();
if (!settings.DATABASE_URL)
  throw new Error("DATABASE_URL is not set. `npm start` sets it for its own PostgreSQL.");
const database = connectDatabase(settings.DATABASE_URL, 6);
const stop = await runWorker(database, jobHandlers, openLog(settings.LOG_LEVEL));
leaveInOrder(async () => {
  await stop();
  await database.close();
});
process.send?.({ ready: true });
