import type { ShouldRevalidateFunction } from "@remix-run/react";
import { unlessCut } from "~/ui/stay-when-cut";

type Answer = { conflict?: string | null } | undefined;

/** Keeping a draft changes nothing on the screen; of a call that ended elsewhere only the screen still holds what was typed. */
export const revalidateCall: ShouldRevalidateFunction = (move) =>
  move.formData?.get("intent") !== "draft" &&
  (move.actionResult as Answer)?.conflict !== "call_ended" &&
  unlessCut(move);
