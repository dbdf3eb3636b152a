import { isRouteErrorResponse } from "@remix-run/react";

const known = [403, 404, 409, 422, 429, 500, 503] as const;
export type ErrorStatus = (typeof known)[number];

/** Which of the error pages a failure gets. */
export function errorStatus(error: unknown): ErrorStatus {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 400 || status === 405) return 404;
  return known.find((one) => one === status) ?? 500;
}
