import type { ComputeOf } from "../../domain/measures/compute-schema";
import { inCareOnDay, type Part, type Selected, whole } from "./selected";
import { selectSiblings } from "./select-siblings";
import { settingParts } from "./setting-parts";

type State = Exclude<
  ComputeOf<"point_in_time">["state"],
  "siblings_all" | "siblings_some" | "sibling_groups"
>;

/** Not a placement setting: measures.md section 7 takes runaway and home visit out of the whole. */
const elsewhere = "'runaway', 'whereabouts_unknown', 'trial_home_visit'";
const inFamily = "setting_group IN ('kin', 'foster_nonrelative')";
const counted: Record<State, { among: string; parts: readonly Part[] }> = {
  congregate: { among: `setting NOT IN (${elsewhere})`, parts: whole("(setting_group = 'congregate')::INT") },
  kin_of_family: { among: inFamily, parts: whole("(setting_group = 'kin')::INT") },
  kin_count: { among: "setting_group = 'kin'", parts: whole("1") },
  setting: { among: "true", parts: settingParts },
};

/** Where the children in care lived on the period's last day, as far as a setting is known. */
export function selectPointInTime({ state }: ComputeOf<"point_in_time">): Selected {
  if (state === "siblings_all" || state === "siblings_some" || state === "sibling_groups")
    return selectSiblings(state);
  const { among, parts } = counted[state];
  const sql = `
WITH ${inCareOnDay}, living AS (
  SELECT i.frame, i.child_id, i.hi, i.closed, i.entry, p.setting, p.setting_group, coalesce(${among}, false) AS is_among
  FROM in_care i LEFT JOIN (
    SELECT c.frame, p.* FROM in_care c JOIN place p ON p.child_id = c.child_id AND p.n = c.n AND p.start <= c.hi AND p.stop > c.hi
  ) p ON p.frame = i.frame AND p.child_id = i.child_id)
SELECT frame, child_id AS unit_id, child_id, hi AS at, setting_group,
  CASE WHEN NOT is_among THEN 'not_at_risk' WHEN hi > closed THEN 'open' ELSE 'counted' END AS step, setting IS NULL AS unknown,
  CASE WHEN setting IS NULL THEN 'in care since ' || entry || ', no setting is known' ELSE setting || ' on ' || hi END
    || CASE WHEN is_among THEN '' ELSE ': not of these' END AS reason
FROM living`;
  return { sql, parts };
}
