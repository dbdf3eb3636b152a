import { deskLoader } from "~/auth/desk.server";
import { hiddenCount, hidingRule } from "~/domain/kernel/small-numbers";
import { listLinkedChildren } from "~/domain/measures/index.server";
import { linkStandings, type ShownCount } from "~/domain/measures/linked-children";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";

/** The twin of /manager/linked. */
export const loader = deskLoader("manager", async ({ ctx }) => {
  const { lines } = await listLinkedChildren(ctx);
  const shown = (count: ShownCount) => (typeof count === "number" ? count : hiddenCount);
  return csvResponse(
    "linked.csv",
    writeCsv(
      ["suppression_rule", "group", "value", "children", ...linkStandings],
      lines.map((line) => [
        ...[hidingRule, line.group, line.value, shown(line.children)],
        ...linkStandings.map((standing) => shown(line.standings[standing])),
      ]),
    ),
  );
});
