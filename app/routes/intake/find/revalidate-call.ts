import type { ShouldRevalidateFunction } from "@remix-run/react";

type Answer = { conflict?: string | null } | undefined;

/** Keeping a draft changes nothing on the screen; of a call that ended elsewhere only the screen still holds what was typed. */
export const revalidateCall: ShouldRevalidateFunction = ({
  formData,
  actionResult,
  defaultShouldRevalidate,
}) =>
  formData?.get("intent") !== "draft" &&
  (actionResult as Answer)?.conflict !== "call_ended" &&
  defaultShouldRevalidate;
