import { drawReport, styleHash } from "~/board-report/index.server";
import { deskLoader } from "~/auth/desk.server";
import { readReport } from "~/domain/goals/index.server";
import { fallbackLanguage, isLanguage } from "~/locales/languages";

/** A frozen report as the document that a board is handed; `?lang=es` in Spanish. */
export const loader = deskLoader("manager", async ({ ctx, params, url }) => {
  const report = await readReport(ctx, { id: params["id"] ?? "" });
  const asked = url.searchParams.get("lang") ?? "";
  const language = isLanguage(asked) ? asked : fallbackLanguage;
  return new Response(drawReport(report, language), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": language,
      "Content-Security-Policy": `default-src 'none'; style-src ${styleHash}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
      "Cache-Control": "private, no-store",
    },
  });
});
