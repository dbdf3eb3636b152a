import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text, ticked } from "~/auth/form-fields";
import { sayUnsaved } from "~/auth/say-unsaved.server";
import { decideSafetyHold, listSafetyHolds } from "~/domain/directory/index.server";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { AdminFrame } from "./admin-frame";
import { RefusalBox } from "./directory-list/refusal-words";
import { frameOf } from "./frame-of";
import { HoldCard } from "./safety-holds/hold-card";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:safety.title"),
});
const path = pathTo("/admin/safety-holds");
const notices = ["is", "is_not"] as const;

export const loader = deskLoader("admin", async ({ ctx, url, session }) => ({
  frame: frameOf(session),
  holds: await listSafetyHolds(ctx),
  notice: notices.find((one) => url.searchParams.has(one)) ?? null,
}));

const decided = (decision: (typeof notices)[number]) =>
  [
    z.object({ hold: text, phone: ticked }),
    async ({
      ctx,
      input,
    }: {
      ctx: Parameters<typeof decideSafetyHold>[0];
      input: { hold: string; phone: boolean };
    }) => {
      await decideSafetyHold(ctx, { id: input.hold, decision, tells: input.phone ? ["phone"] : [] });
      return redirect(`${path}?${decision}`, 303);
    },
  ] as const;
const decide = deskAction("admin", { is: decided("is"), is_not: decided("is_not") }, { timeout: 60_000 });

/** Where the database gave up, the page says that nothing was decided; what was ticked stays to be pressed again. */
export const action = (args: ActionFunctionArgs) =>
  sayUnsaved(args, decide, () => ({
    ok: false as const,
    errors: {},
    conflict: "nothing_decided",
    typed: {},
  }));

/** Imported organizations that may be victim services: why each is held, and the two decisions. */
export default function SafetyHoldsPage() {
  const { frame, holds, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  const open = holds.filter((one) => one.status === "open");
  const past = holds.filter((one) => one.status !== "open");
  return (
    <AdminFrame {...frame} current="more" title={t("safety.title")} lede={t("safety.lede")}>
      <RefusalBox refused={refused} words={{}} />
      {!refused && notice && <Banner>{t(`safety.notice.${notice}`)}</Banner>}
      {open.length === 0 && <p>{t("safety.nothing")}</p>}
      <div className="form-stack">
        {open.map((hold) => (
          <HoldCard key={hold.id} hold={hold} />
        ))}
      </div>
      {past.length > 0 && (
        <section aria-labelledby="decided" className="mt-6">
          <h2 id="decided">{t("safety.decided")}</h2>
          <ul>
            {past.map(({ id, organizationId, organizationName, source, alike, status }) => (
              <li key={id}>
                <a href={pathTo("/admin/organizations/:id", { id: organizationId })}>{organizationName}</a>:{" "}
                {t(`safety.status.${status}`)}. {t("safety.from", { source })}{" "}
                {alike.length > 0 && t("safety.alike.decided", { sources: alike.join(", ") })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </AdminFrame>
  );
}
