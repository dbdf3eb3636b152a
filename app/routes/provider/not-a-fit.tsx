import type { LinksFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { readId } from "~/domain/kernel/ids";
import { declineReferral, readReferral } from "~/domain/referrals/index.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { Kbd, shortcutName } from "~/ui/kbd";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { useLineCut } from "~/ui/stay-when-cut";
import { useShortcuts } from "~/ui/use-shortcuts";
import { ReasonFields } from "./inbox/reason-fields";
import { nextInList } from "./inbox/act-on-referral.server";
import { shortName } from "./inbox/describe-referral.server";
import { errorsInWords } from "./inbox/errors-in-words";
import { wordsOf } from "./inbox/load-inbox.server";
import { describeSuggestions } from "./inbox/describe-suggestions.server";
import { providerFrame } from "./provider-frame.server";
import { ProviderPage } from "./provider-page";
import styles from "./provider.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  hydrate: true,
  i18n: ["provider"],
  title: (t) => t("provider:notAFit.title"),
});

export const loader = deskLoader("provider", async (args) => {
  const words = await wordsOf(args);
  const view = await readReferral(args.ctx, { referralId: readId(args.params.id) });
  return {
    frame: await providerFrame(args),
    id: view.id,
    version: view.version,
    name: shortName(words, view),
    // Nobody else is shown them where the answer stays with the program.
    suggestions: view.answersStay ? null : await describeSuggestions(args.ctx, words, view),
  };
});

export const action = deskAction("provider", {
  decline: [
    z.object({ version: text, reasonCode: text, reasonText: text }),
    async ({ input, ...args }) => {
      const referralId = readId(args.params.id);
      const next = await nextInList(args, "new", referralId);
      await declineReferral(args.ctx, { referralId, ...input });

      const base = pathTo("/provider/:org/referrals", { org: args.params.org });
      return redirect(`${next ? `${base}/${next}` : base}?stage=new&done=decline&of=${referralId}`, 303);
    },
  ],
});

export { stayWhenCut as clientAction, unlessCut as shouldRevalidate } from "~/ui/stay-when-cut";

/** Not a fit: why, in one choice, and three programs that may fit better. */
export default function NotAFit() {
  const { frame, id, version, name, suggestions } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["provider", "status"]);
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const cut = useLineCut();
  const failed = cut ? t("conflict.not_sent") : refusalInWords(t, refusal);
  useShortcuts();
  return (
    <ProviderPage
      frame={frame}
      here="referrals"
      title={`${t("notAFit.title")}: ${name}`}
      lede={t(suggestions ? "notAFit.lede" : "notAFit.ledeStays")}
      width="form"
    >
      {failed && <ErrorSummary title={failed} errors={errors} />}
      <PageForm method="post" values={{ intent: "decline", version }} stack className="card card-body">
        <ReasonFields errors={errors} />
        <p className="row">
          <Button variant="primary" shortcut="ctrl+enter">
            {t("notAFit.do")}
          </Button>
          <a
            className="btn"
            href={`${pathTo("/provider/:org/referrals/:id", { org: frame.org, id })}?stage=new`}
            data-key="escape"
          >
            {t("notAFit.back")} <Kbd decorative>{shortcutName("escape")}</Kbd>
          </a>
        </p>
      </PageForm>
      {suggestions && <Suggested suggestions={suggestions} />}
    </ProviderPage>
  );
}

/** Programs that may fit better, which the sender is shown too. */
function Suggested({ suggestions }: { suggestions: Awaited<ReturnType<typeof describeSuggestions>> }) {
  const { t } = useTranslation("provider");
  return (
    <Card className="mt-4" aria-labelledby="suggest">
      <h2 id="suggest">{suggestions.length > 0 ? t("notAFit.suggest") : t("notAFit.suggestNone")}</h2>
      {suggestions.length > 0 && (
        <>
          <p className="meta">{t("notAFit.suggestWhy")}</p>
          <ul className="grid gap-2 mt-2">
            {suggestions.map((program) => (
              <li key={program.slug}>
                <strong>{program.name}</strong> <span className="meta">{program.words}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
