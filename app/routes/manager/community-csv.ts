import { deskLoader } from "~/auth/desk.server";
import { listCommunity } from "~/domain/goals/index.server";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";

const header = [
  ...[
    "kind",
    "state_or_kind",
    "title",
    "text",
    "what_changed",
    "day",
    "done_on",
    "language",
    "shared",
    "shared_by",
  ],
];

/** The twin of /manager/community: the tiers, the jurisdiction's own entries and the lessons that others shared. */
export const loader = deskLoader("manager", async ({ ctx }) => {
  const { tiers, entries, shared } = await listCommunity(ctx);
  const rows = [...entries, ...shared].map((one) => [
    ...[one.kind, one.variety, one.title, one.text, one.outcome, one.day, one.doneOn, one.language],
    ...[String(one.sharedAt !== null), one.sharedBy],
  ]);
  const standing = tiers.map(({ tier, since }) => [
    "tier",
    tier,
    null,
    null,
    null,
    since,
    null,
    null,
    null,
    null,
  ]);
  return csvResponse("community.csv", writeCsv(header, [...standing, ...rows]));
});
