import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { createFamilyLink, readCall } from "~/domain/households/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { listCallInformation, listCallReferrals } from "~/domain/referrals/index.server";
import { readId } from "~/domain/kernel/ids";
import { pathTo, wholeLink } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Note, Tag } from "~/ui/tag";
import { pageHandle } from "~/ui/page/page-handle";
import { describeDone } from "./find/describe-done.server";
import { frameOf, wordsOf } from "./frame-of.server";
import { IntakePage } from "./intake-page";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  i18n: ["intake"],
  title: (t) => t("intake:summary.title"),
});

export const loader = deskLoader("intake", async (args) => {
  const words = await wordsOf(args);
  const { t } = words;
  const call = await readCall(args.ctx, { callId: readId(args.params.id) });
  const referrals = await listCallReferrals(args.ctx, { callId: call.id });
  const information = await listCallInformation(args.ctx, { callId: call.id });
  const kept = call.keptServiceIds.length;
  return {
    frame: await frameOf(args),
    callId: call.id,
    ended: call.endedAt !== null,
    caller: call.family?.caregiverName ?? t(`who.${call.caller}`),
    mayLink: call.family !== null && call.caller === "family",
    language: call.family?.language === "es" ? "es" : "en",
    done: describeDone(words, { callId: call.id, referrals, information, kept }),
  };
});

/** Makes the family's private link; it is shown once, here, and kept nowhere. */
export const action = deskAction("intake", {
  link: [
    z.object({}),
    async ({ ctx, params, url }) => {
      const call = await readCall(ctx, { callId: readId(params.id) });
      if (!call.family) throw new NotFound();
      const { token } = await createFamilyLink(ctx, { householdId: call.family.householdId });
      const language = call.family.language === "es" ? "es" : "en";
      return { link: wholeLink(url, pathTo("/:lang/my/:token", { lang: language, token })) };
    },
  ],
});

/** What this call did, and the family's private link to read out or text. */
export default function Summary() {
  const { frame, callId, ended, caller, mayLink, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  const answer = useActionData<typeof action>();
  const link = answer && "link" in answer ? answer.link : null;
  return (
    <IntakePage frame={frame} here="calls" title={t("summary.title")} lede={caller} width="form">
      {ended && (
        <Note tone="ok" icon="check">
          {t("summary.ended")}
        </Note>
      )}
      <Card aria-labelledby="done">
        <h2 id="done">{t("summary.done")}</h2>
        {done.length === 0 ? (
          <p>{t("summary.nothing")}</p>
        ) : (
          <ul className="grid gap-3 mt-2">
            {done.map((act) => (
              <li key={act.id}>
                <strong>{act.href ? <a href={act.href}>{act.title}</a> : act.title}</strong>{" "}
                <Tag tone="info">{act.state}</Tag>
                <br />
                <span className="meta">
                  {[act.organization, act.number, act.when].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {mayLink && (
        <Card className="mt-3" aria-labelledby="link">
          <h2 id="link">{t("summary.link")}</h2>
          <p className="meta">{t("summary.linkWhy")}</p>
          {link ? (
            <p role="status">
              <strong>
                <bdi dir="ltr" className="private-link">
                  {link}
                </bdi>
              </strong>
            </p>
          ) : (
            <PageForm method="post" values={{ intent: "link" }}>
              <p className="mt-2">
                <Button>{t("summary.makeLink")}</Button>
              </p>
            </PageForm>
          )}
        </Card>
      )}
      <p className="row mt-4">
        {!ended && (
          <ButtonLink variant="primary" href={pathTo("/intake/calls/:id", { id: callId })}>
            {t("summary.more")}
          </ButtonLink>
        )}
        <ButtonLink href={pathTo("/intake")}>{t("start.title")}</ButtonLink>
      </p>
    </IntakePage>
  );
}
