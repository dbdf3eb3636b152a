import { deskLoader } from "~/auth/desk.server";
import { readFramework } from "~/domain/goals/index.server";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";
import { versionAsked } from "./frameworks/version-asked";

/** The twin of /manager/frameworks/:framework. */
export const loader = deskLoader("manager", async ({ ctx, params, url }) => {
  const { body, version, inForceFrom } = await readFramework(ctx, {
    framework: params.framework ?? "",
    version: versionAsked(url),
  });
  const rows = body.groups.flatMap(({ title, goals }) =>
    goals.map((goal) => [
      ...[body.id, version, inForceFrom, title.en, goal.id],
      ...[goal.statement.en, goal.statement.es, goal.plain.en, goal.plain.es],
      ...[goal.headline, goal.supporting.join("; "), goal.balancing],
    ]),
  );
  const header = [
    ...["framework", "version", "in_force_from", "group", "goal", "statement_en", "statement_es"],
    ...["plain_en", "plain_es", "headline", "supporting", "balancing"],
  ];
  return csvResponse(`framework-${body.id}-${version}.csv`, writeCsv(header, rows));
});
