import { isRouteErrorResponse } from "@remix-run/react";

const known = [403, 404, 409, 422, 429, 500, 503] as const;
export type ErrorStatus = (typeof known)[number];

/** Which of the error pages a failure gets. */
export function errorStatus(error: unknown): ErrorStatus {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 400 || status === 405) return 404;
  return known.find((one) => one === status) ?? 500;
}

/** Who can give access, when a 403 says so: `{ givers: string[] }`. */
export function accessGivers(error: unknown): string[] {
  const data: unknown = isRouteErrorResponse(error) && error.status === 403 ? error.data : null;
  const givers: unknown = data && typeof data === "object" && "givers" in data ? data.givers : [];
  return Array.isArray(givers) ? givers.filter((one): one is string => typeof one === "string") : [];
}
