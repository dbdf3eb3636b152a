import path from "node:path";
import { env } from "~/env.server";

/** Where an uploaded package lies until it is read; web and worker share the data folder. */
export const uploadPath = (runId: string): string =>
  path.resolve(env().DATA_FOLDER, "imports", `${runId}.zip`);
