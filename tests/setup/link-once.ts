// A process that links a jurisdiction once, to be killed in the midst: `link-once DATABASE_URL JURISDICTION`.
import { connectDatabase } from "../../app/db/client.server";
import { linkJurisdiction } from "../../app/worker/link-persons.server";

const [url = "", jurisdictionId = ""] = process.argv.slice(2);
const database = connectDatabase(url, 2);
await linkJurisdiction({ jurisdictionId });
await database.close();
