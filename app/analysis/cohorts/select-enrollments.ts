import type { ComputeOf } from "../../domain/measures/compute-schema";
import { type Part, type Selected, whole } from "./selected";

type Outcome = ComputeOf<"enrollments">["outcome"];

const ENGAGED_FROM = 2;
const parts: Record<Outcome, Part[]> = {
  engaged: whole(`(attended >= ${ENGAGED_FROM})::INT`),
  dosage: whole("attended", "expected"),
  completed: whole("(exit_reason = 'completed')::INT"),
};

const reasons: Record<Outcome, string> = {
  engaged: "attended || ' sessions attended by day '",
  dosage: "attended || ' of ' || expected || ' expected sessions by day '",
  completed: "",
};

/** Enrolments that began in the period. Drop-out shortens nothing: a family that left is counted with what it had. */
export function selectEnrollments({ outcome, days }: ComputeOf<"enrollments">): Selected {
  const step = {
    engaged: `WHEN enrolled + ${days} > closed_by THEN 'open'`,
    dosage: `WHEN expected IS NULL THEN 'not_at_risk' WHEN enrolled + ${days} > closed_by THEN 'open'`,
    completed: "WHEN exit IS NULL OR exit > closed_by THEN 'not_at_risk'",
  }[outcome];
  const unknown = {
    engaged: "false",
    dosage: "expected IS NULL",
    completed: "exit IS NOT NULL AND exit_reason IS NULL",
  }[outcome];
  const reason =
    outcome === "completed"
      ? "CASE WHEN step = 'not_at_risk' THEN 'still active' ELSE 'left on ' || exit || ': ' || coalesce(exit_reason, 'no reason given') END"
      : `CASE step WHEN 'not_at_risk' THEN 'the model expects no number of sessions: not counted'
          WHEN 'open' THEN 'window closes on ' || (enrolled + ${days}) || ', after ' || closed_by ELSE ${reasons[outcome]} || ${days} END`;
  const sql = `
WITH begun AS (
  SELECT f.frame, f.closed AS closed_by, r.*, (SELECT count(*) FROM attended a WHERE a.referral_id = r.referral_id AND a.day BETWEEN r.enrolled AND r.enrolled + ${days}) AS attended
  FROM frame f JOIN referral r ON r.enrolled BETWEEN f.lo AND f.hi
), stepped AS (SELECT *, CASE ${step} ELSE 'counted' END AS step FROM begun)
SELECT frame, referral_id AS unit_id, child_id, enrolled AS at, language, area, step, ${unknown} AS unknown, attended, expected,
  coalesce(exit_reason, '') AS exit_reason, ${reason} AS reason FROM stepped`;
  return { sql, hasPlace: true, parts: parts[outcome] };
}
