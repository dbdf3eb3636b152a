import { createHash } from "node:crypto";
import { createDemoPerson } from "~/auth/create-demo-person.server";
import { inTransaction } from "~/db/transaction.server";
import { demoPassword, people, type StoryPerson } from "./demo-people";

export type PlaceIds = { harbor: string; riverside: string };

/** A person's second step: known to whoever reads the seeds, and different for everybody. */
const totpOf = (email: string) => createHash("sha256").update(`demo:${email}`).digest("hex").slice(0, 32);

async function seedPerson(person: StoryPerson, jurisdictionId: string): Promise<void> {
  const { id, name, email, role, organizationId, teamName } = person;
  await inTransaction({ jurisdictionId }, (tx) =>
    createDemoPerson(tx, {
      id,
      name,
      email,
      password: demoPassword,
      totpSecret: totpOf(email),
      memberships: [
        { id: id.replace("-7000-8000-", "-7000-9000-"), jurisdictionId, role, organizationId, teamName },
      ],
    }),
  );
}

/** Everybody of the told story. Repeating it adds nobody. */
export async function seedPeople(places: PlaceIds): Promise<void> {
  for (const person of Object.values(people)) await seedPerson(person, places[person.place]);
}
