/** A refusal as a machine reads it (RFC 9457). */
export class HsdsProblem extends Error {
  constructor(
    readonly status: 400 | 404 | 405,
    readonly detail: string,
    /** The parameter that could not be used. */
    readonly parameter?: string,
  ) {
    super(detail);
  }
}

const titles = { 400: "Bad request", 404: "Not found", 405: "Method not allowed" } as const;

export function problemBody({ status, detail, parameter }: HsdsProblem): string {
  return JSON.stringify({
    type: "about:blank",
    title: titles[status],
    status,
    detail,
    ...(parameter ? { parameter } : {}),
  });
}
export const noSuch = (what: string) => new HsdsProblem(404, `There is no ${what}.`);
