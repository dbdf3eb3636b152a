import { deskLoader } from "~/auth/desk.server";
import { hiddenCount, hidingRule } from "~/domain/kernel/small-numbers";
import { listLinkedChildren } from "~/domain/measures/index.server";
import { linkClasses, linkStandings, type ShownCount } from "~/domain/measures/linked-children";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";

/** The twin of /manager/linked. */
export const loader = deskLoader("manager", async ({ ctx }) => {
  const { table } = await listLinkedChildren(ctx);
  const shown = (count: ShownCount) => (typeof count === "number" ? count : hiddenCount);
  return csvResponse(
    "linked.csv",
    writeCsv(
      ["suppression_rule", "group", "value", "children", ...linkClasses],
      [
        ...[{ group: "all", value: "all", ...table }, ...table.lines].map((line) => [
          ...[hidingRule, line.group, line.value, shown(line.children)],
          ...linkClasses.map((one) => shown(line.classes[one])),
        ]),
        ...linkStandings.map((standing) => [
          ...[hidingRule, "standing", standing, shown(table.standings[standing])],
          ...linkClasses.map(() => ""),
        ]),
      ],
    ),
  );
});
