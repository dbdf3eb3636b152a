import { connectDatabase } from "~/db/client.server";
import { env } from "~/env.server";
import { seedEmpty, seedStory } from "../prisma/seed";

const { DATABASE_URL, UPSTREAM_DEMO } = env();
if (!DATABASE_URL) throw new Error("DATABASE_URL is not set. `npm start` sets it for its own PostgreSQL.");
const database = connectDatabase(DATABASE_URL, 4);
await (UPSTREAM_DEMO ? seedStory() : seedEmpty());
await database.close();
process.send?.({ ready: true });
process.disconnect?.();
