import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawReport, printPdf } from "~/board-report/index.server";
import { deskLoader } from "~/auth/desk.server";
import { readReport } from "~/domain/goals/index.server";
import { fallbackLanguage, isLanguage } from "~/locales/languages";
import { translate } from "~/locales/translator.server";

const draw = deskLoader("manager", async ({ ctx, params, url }) => {
  const report = await readReport(ctx, { id: params["id"] ?? "" });
  const asked = url.searchParams.get("lang") ?? "";
  const language = isLanguage(asked) ? asked : fallbackLanguage;
  const name = `report-${report.quarter}-${report.revision}.${language}.pdf`;
  return { html: drawReport(report, language), language, name };
});

/** The same document as a tagged PDF, printed when the request's transaction is over; 501 in words where the server has no Chromium. */
export async function loader(args: LoaderFunctionArgs) {
  const { html, language, name } = await draw(args);
  const pdf = await printPdf(html);
  const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
  if (!pdf)
    return new Response(translate(language, "manager")("report.noPrinter"), {
      status: 501,
      headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" },
    });
  return new Response(new Uint8Array(pdf), {
    headers: {
      ...headers,
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}
