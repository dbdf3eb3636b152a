import type { LinksFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { findOpenCall, openCall } from "~/domain/households/index.server";
import { readSettings } from "~/domain/organizations/index.server";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { Banner, Note } from "~/ui/tag";
import { pageHandle } from "~/ui/page/page-handle";
import { useLineCut } from "~/ui/stay-when-cut";
import { frameOf, wordsOf } from "./frame-of.server";
import { lineName } from "./line-name";
import { IntakePage } from "./intake-page";
import styles from "./intake.css?url";

/** The two lines of the desk; kept here so that no schema travels to the browser. */
const callLines = ["support_line", "hotline"] as const;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["intake"],
  title: (t) => t("intake:start.title"),
});

export const loader = deskLoader("intake", async (args) => {
  const open = await findOpenCall(args.ctx);
  const [{ language }, { settings }] = [await wordsOf(args), await readSettings(args.ctx)];
  const names = callLines.map((line) => ({ line, name: lineName(settings, line, language) }));
  return { frame: await frameOf(args), openCallId: open?.callId ?? null, names };
});

export const action = deskAction("intake", {
  open: [
    z.object({ line: z.enum(callLines) }),
    async ({ ctx, input: { line } }) => {
      const { callId } = await openCall(
        ctx,
        line === "hotline" ? { line, screeningDecision: "screened_out" } : { line },
      );
      return redirect(pathTo("/intake/calls/:id", { id: callId }), 303);
    },
  ],
});
export { stayWhenCut as clientAction, unlessCut as shouldRevalidate } from "~/ui/stay-when-cut";

/** A call begins: its line decides who is calling. */
export default function Start() {
  const { frame, openCallId, names } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  return (
    <IntakePage frame={frame} here="find" title={t("start.title")} lede={t("start.lede")} width="read">
      {useLineCut() && <Banner tone="bad">{t("conflict.not_sent")}</Banner>}
      {openCallId ? (
        <Note icon="phone">
          <p className="row">
            {t("start.open")}{" "}
            <ButtonLink small variant="primary" href={pathTo("/intake/calls/:id", { id: openCallId })}>
              {t("start.goOn")}
            </ButtonLink>
          </p>
        </Note>
      ) : (
        <p className="meta mb-3">{t("start.none")}</p>
      )}
      <div className="starts">
        {names.map(({ line, name }) => (
          <PageForm key={line} method="post" values={{ intent: "open", line }} className="card">
            <h2>{name ?? t(`start.${line}.title`)}</h2>
            <p>{t(`start.${line}.what`)}</p>
            <p>
              <Button variant={line === "support_line" ? "primary" : "secondary"}>
                {name ? t("start.do", { name }) : t(`start.${line}.do`)}
              </Button>
            </p>
          </PageForm>
        ))}
      </div>
    </IntakePage>
  );
}
