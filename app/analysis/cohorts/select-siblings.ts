import type { ComputeOf } from "../../domain/measures/compute-schema";
import { inCareOnDay, type Selected, whole } from "./selected";

type State = Extract<ComputeOf<"point_in_time">["state"], `sibling${string}`>;

/**
 * The home on the day; who is away from a placement has the last home before. Links hold in both directions. Children are met
 * with their siblings first: homes of one day joined with each other would be a square.
 */
const homes = `homed AS (
  SELECT i.frame, i.child_id, i.hi, i.closed, i.county, arg_max(coalesce(p.home_id, ''), p.start) AS home
  FROM in_care i LEFT JOIN place p ON p.child_id = i.child_id AND p.n = i.n AND p.start <= i.hi AND p.is_home AND p.is_known
  GROUP BY ALL
), home AS MATERIALIZED (SELECT * REPLACE (nullif(home, '') AS home) FROM homed), link AS (
  SELECT child_id AS a, sibling_child_id AS b FROM siblings WHERE child_id <> sibling_child_id
  UNION SELECT sibling_child_id, child_id FROM siblings WHERE child_id <> sibling_child_id
), asked AS MATERIALIZED (SELECT h.*, l.b AS sibling FROM home h JOIN link l ON l.a = h.child_id)`;

export function selectSiblings(state: State): Selected {
  return state === "sibling_groups" ? groups() : children(state);
}

/** Children with a sibling in care in the same county, and whether they share a home with all, or with some. */
function children(state: "siblings_all" | "siblings_some"): Selected {
  const sql = `
WITH ${inCareOnDay}, ${homes}, pair AS (
  SELECT c.frame, c.child_id, c.hi, c.closed, c.home, s.home IS NOT NULL AND c.home IS NOT NULL AS is_known, coalesce(s.home = c.home, false) AS is_together
  FROM asked c JOIN home s ON s.frame = c.frame AND s.child_id = c.sibling
  WHERE coalesce(s.county = c.county, true)
), child AS (
  SELECT frame, child_id, hi, closed, count(*) AS siblings, count(*) FILTER (WHERE is_together) AS together, bool_and(is_known) AS is_known FROM pair GROUP BY ALL)
SELECT frame, child_id AS unit_id, child_id, hi AS at, CASE WHEN hi > closed THEN 'open' ELSE 'counted' END AS step,
  NOT is_known AS unknown, together = siblings AS with_all, together > 0 AS with_some,
  'lives with ' || together || ' of ' || siblings || ' siblings in care' || CASE WHEN is_known THEN '' ELSE '; a home is not known' END AS reason
FROM child`;
  return { sql, parts: whole(state === "siblings_all" ? "with_all::INT" : "with_some::INT") };
}

/** Groups of two or three siblings in care on the day, all in one home; a group goes by the first of its ids. */
function groups(): Selected {
  const sql = `
WITH RECURSIVE ${inCareOnDay}, ${homes}, pair AS (
  SELECT c.frame, c.child_id AS a, s.child_id AS b FROM asked c JOIN home s ON s.frame = c.frame AND s.child_id = c.sibling
), reach AS (
  SELECT frame, a, b FROM pair UNION SELECT r.frame, r.a, p.b FROM reach r JOIN pair p ON p.frame = r.frame AND p.a = r.b
), rooted AS (SELECT frame, a AS child_id, min(b) AS root FROM reach GROUP BY frame, a), sized AS (
  SELECT r.frame, r.root, any_value(h.hi) AS hi, any_value(h.closed) AS closed, count(*) AS size, count(DISTINCT h.home) AS homes, bool_and(h.home IS NOT NULL) AS is_known
  FROM rooted r JOIN home h USING (frame, child_id) GROUP BY r.frame, r.root)
SELECT frame, root AS unit_id, root AS child_id, hi AS at, is_known AND homes = 1 AS together, NOT is_known AS unknown,
  CASE WHEN size NOT IN (2, 3) THEN 'not_at_risk' WHEN hi > closed THEN 'open' ELSE 'counted' END AS step,
  'group of ' || size || ' in ' || homes || CASE WHEN homes = 1 THEN ' home' ELSE ' homes' END || CASE WHEN is_known THEN '' ELSE '; a home is not known' END AS reason
FROM sized`;
  return { sql, parts: whole("together::INT") };
}
