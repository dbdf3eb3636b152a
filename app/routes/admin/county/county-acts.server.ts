import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { DeskArgs } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { undoChange } from "~/domain/jurisdiction/index.server";

const notices = ["saved", "undone"] as const;
const fields = z.object({ version: text });

/** What the last act on a page of the county's settings did, by its address; null on a page that was only opened. */
export const noticeIn = (url: URL) => notices.find((one) => url.searchParams.has(one)) ?? null;

/** How an act on the settings page at `path` ends, and putting the last change back, which every such page offers alike. */
export function countyActs(path: string) {
  const done = (notice: (typeof notices)[number]) => redirect(`${path}?${notice}`, 303);
  const undo = [
    fields,
    async ({ ctx, input }: DeskArgs & { input: z.output<typeof fields> }) => {
      await undoChange(ctx, input);
      return done("undone");
    },
  ] as const;
  return { done, undo };
}
