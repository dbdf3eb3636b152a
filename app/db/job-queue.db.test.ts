import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { testDatabase } from "../../tests/setup/database";
import { sendJob } from "./job-queue.server";

const db = await testDatabase();
const jurisdictionId = randomUUID();
const jobs = async () => (await db.owner.query("select name, data from pgboss.job")).rows;

it("keeps a job that was sent in a transaction which commits, and none of one that fails", async () => {
  const lost = db.inTransaction({ jurisdictionId }, async (tx) => {
    await sendJob(tx, "mail", { outboxId: "lost", jurisdictionId });
    throw new Error("changed my mind");
  });
  await expect(lost).rejects.toThrow("changed my mind");
  expect(await jobs()).toEqual([]);

  await db.inTransaction({ jurisdictionId }, (tx) =>
    sendJob(tx, "mail", { outboxId: "kept", jurisdictionId }),
  );
  expect(await jobs()).toEqual([{ name: "mail", data: { outboxId: "kept", jurisdictionId } }]);
});

it("sends from many transactions at once", async () => {
  const many = Array.from({ length: 20 }, (_, index) =>
    db.inTransaction({ jurisdictionId }, (tx) =>
      sendJob(tx, "mail", { outboxId: `n${index}`, jurisdictionId }),
    ),
  );
  await Promise.all(many);
  expect(await jobs()).toHaveLength(21);
});
