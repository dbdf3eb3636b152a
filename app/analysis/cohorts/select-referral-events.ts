import type { ComputeOf } from "../../domain/measures/compute-schema";
import { type Selected, whole } from "./selected";

type Asked = ComputeOf<"referral_event">;

const dayOf: Record<Exclude<Asked["event"], "sent" | "accepted">, string> = {
  attempted: "attempted",
  contacted: "contacted",
  enrolled: "enrolled",
};
/** Statuses after provider and family said yes; a referral that ends another way says so in its status. */
const accepted = "'accepted', 'contacting', 'scheduled', 'on_hold', 'connected'";

/**
 * Referrals of the period, and families by their first one; a referral stays whatever became of it, and any referral of a
 * family may bring what is asked.
 */
export function selectReferralEvents(asked: Asked): Selected[] {
  const name = asked.families ? "referrals" : null;
  const one = ofUnits(
    asked,
    "SELECT f.frame, f.closed AS closed_by, r.referral_id AS unit_id, r.* FROM frame f JOIN referral r ON r.sent BETWEEN f.lo AND f.hi",
  );
  const selected: Selected[] = [{ ...one, parts: whole("hit::INT").map((part) => ({ ...part, name })) }];
  if (!asked.families) return selected;
  const days = asked.days ?? 0;
  const families = `SELECT p.* REPLACE ((SELECT min(o.enrolled) FROM referral o WHERE o.family_id = p.family_id
      AND o.enrolled BETWEEN p.sent AND p.sent + ${days}) AS enrolled) FROM (
    SELECT f.frame, f.closed AS closed_by, r.family_id AS unit_id, r.* FROM frame f JOIN referral r ON r.sent BETWEEN f.lo AND f.hi WHERE r.family_id IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY f.frame, r.family_id ORDER BY r.sent, r.referral_id) = 1) p`;
  return [
    ...selected,
    { ...ofUnits(asked, families), parts: whole("hit::INT").map((part) => ({ ...part, name: "families" })) },
  ];
}

function ofUnits({ event, days, observedDays }: Asked, units: string): Omit<Selected, "parts"> {
  const wait = days ?? observedDays;
  const [closed, hit, yes, no] =
    event === "sent"
      ? ["true", "true", "'sent on ' || sent", "''"]
      : event === "accepted"
        ? [
            `sent + ${wait} <= closed_by`,
            `enrolled IS NOT NULL OR coalesce(status IN (${accepted}), false)`,
            "'accepted'",
            "'not accepted: ' || coalesce(status, 'no status')",
          ]
        : [
            `sent + ${wait} <= closed_by`,
            `coalesce(${dayOf[event]} BETWEEN sent AND sent + ${wait}, false)`,
            `'${event} on ' || ${dayOf[event]} || ', day ' || (${dayOf[event]} - sent)`,
            `'not ${event} by ' || (sent + ${wait})`,
          ];
  const sql = `
SELECT frame, unit_id, child_id, sent AS at, language, area, hit, CASE WHEN is_closed THEN 'counted' ELSE 'open' END AS step,
  ${event === "accepted" ? "enrolled IS NULL AND status IS NULL" : "false"} AS unknown,
  CASE WHEN NOT is_closed THEN 'window closes on ' || (sent + ${wait}) || ', after ' || closed_by WHEN hit THEN ${yes} ELSE ${no} END AS reason
FROM (SELECT *, ${closed} AS is_closed, ${hit} AS hit FROM (${units}))`;
  return { sql, hasPlace: true };
}
