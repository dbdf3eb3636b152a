import { createHash } from "node:crypto";

/** A name costs the server memory on every connection: texts beyond these (lists of other lengths) stay unnamed. */
const most = 500;

/**
 * Names statements by their text, so that PostgreSQL parses and plans each once a connection. Without values there
 * is no name (empty): such a text may hold several statements (and begin, commit, rollback gain nothing).
 */
export function statementNames(): (query: { sql: string; args: readonly unknown[] }) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length === 0) return "";
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most) return "";
    const name = `p${createHash("sha256").update(sql).digest("base64url").slice(0, 22)}`;
    names.set(sql, name);
    return name;
  };
}
