import type { LinksFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { findOpenCall, openCall } from "~/domain/households/index.server";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { Note } from "~/ui/tag";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf } from "./frame-of.server";
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
  return { frame: await frameOf(args), openCallId: open?.callId ?? null };
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

/** A call begins: its line decides who is calling. */
export default function Start() {
  const { frame, openCallId } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  return (
    <IntakePage frame={frame} here="find" title={t("start.title")} lede={t("start.lede")} width="read">
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
        {callLines.map((line) => (
          <PageForm key={line} method="post" values={{ intent: "open", line }} className="card">
            <h2>{t(`start.${line}.title`)}</h2>
            <p>{t(`start.${line}.what`)}</p>
            <p>
              <Button variant={line === "support_line" ? "primary" : "secondary"}>
                {t(`start.${line}.do`)}
              </Button>
            </p>
          </PageForm>
        ))}
      </div>
    </IntakePage>
  );
}
