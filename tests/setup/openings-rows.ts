import { setOpenings, setPlaceOpenings } from "../../app/domain/directory/index.server";
import type { Ctx } from "../../app/domain/kernel/context";

const workers = { provider_worker: "own", provider_manager: "own" } as const;
type Target = { id: string; placeId: string };

/** Who says how much room there is: the organization's own people. */
export const openingsRows = {
  setOpenings: {
    may: workers,
    call: (ctx: Ctx, { id }: Target) => setOpenings(ctx, { id, version: 1, available: 2 }),
  },
  setPlaceOpenings: {
    may: workers,
    call: (ctx: Ctx, { id, placeId }: Target) =>
      setPlaceOpenings(ctx, { id, placeId, version: 1, available: 2 }),
  },
} as const;
