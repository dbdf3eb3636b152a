import type pg from "pg";

/** A statement as pg takes it; the same name is prepared once a connection. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** Listens to what a pool's connections send; `taken()` answers the statements since the last call. */
export function recordStatements(pool: pg.Pool): { taken(): { text: string; values: unknown[] }[] } {
  let sent: { text: string; values: unknown[] }[] = [];
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const listening = (...given: unknown[]): unknown => {
      const [first, second] = given as [string | { text: string; values?: unknown[] }, unknown];
      if (typeof first === "string") sent.push({ text: first, values: Array.isArray(second) ? second : [] });
      else sent.push({ text: first.text, values: first.values ?? (Array.isArray(second) ? second : []) });
      return query(...given);
    };
    client.query = listening as typeof client.query;
  });
  return {
    taken: () => {
      const all = sent;
      sent = [];
      return all;
    },
  };
}
