import pg from "pg";

/** A connection that dies while idle is replaced by the pool; the query that needs one reports the failure. */
export function survivingIdleLoss(pool: pg.Pool): pg.Pool {
  pool.on("error", () => undefined);
  return pool;
}

/** The pool of the tables' owner: for migrations, seeds and setting up queues only. Close it after use. */
export function openOwnerPool(url: string, max = 2): pg.Pool {
  return survivingIdleLoss(new pg.Pool({ connectionString: url, max, application_name: "upstream-owner" }));
}
