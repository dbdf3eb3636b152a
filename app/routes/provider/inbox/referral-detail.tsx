import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Details } from "~/ui/card";
import { DescriptionList } from "~/ui/lists";
import { Kbd, shortcutName } from "~/ui/kbd";
import { Tag } from "~/ui/tag";
import { AskedOfUs } from "./asked-of-us";
import { Decisions, OnReferral, type PartProps, referralPath } from "./decisions";
import { ReferralHistory } from "./referral-history";
import { ReachingOut } from "./reaching-out";
import { TakingPart } from "./taking-part";

/** One referral: the answer first, then what would help, how to reach the family, and what has happened. */
export function ReferralDetail({ view, detail, errors, typed }: PartProps) {
  const { t } = useTranslation("provider");
  return (
    <article className="card detail" id="referral" tabIndex={-1} aria-labelledby="referral-name">
      <header className="detail-head">
        <div className="row">
          <h2 id="referral-name">{detail.name}</h2>
          {detail.tag && <Tag tone={detail.tag.tone}>{detail.tag.words}</Tag>}
          {detail.can.remind && <RemindMe view={view} detail={detail} />}
        </div>
        <p className="meta">{detail.sub}</p>
      </header>
      <Decisions view={view} detail={detail} errors={errors} typed={typed} />
      <AskedOfUs view={view} detail={detail} />
      <div className="sec">
        <h3 className="vh">{t("detail.help")}</h3>
        <p className="quote">{detail.help}</p>
        {detail.question && (
          <p className="meta">
            {t("detail.question")} {detail.question}
          </p>
        )}
        {detail.answer && (
          <p className="meta">
            {t("detail.answer")} {detail.answer}
          </p>
        )}
      </div>
      <div className="sec">
        <DescriptionList
          facts={detail.facts.map(({ label, words, strong }) => ({
            term: label,
            detail: (
              <>
                {strong && (
                  <strong>
                    <bdi>{strong}</bdi>
                  </strong>
                )}
                {words}
              </>
            ),
          }))}
        />
        {detail.wordsUsed && (
          <Details summary={t("detail.wordsUsed")}>
            <p className="quote">{detail.wordsUsed}</p>
          </Details>
        )}
      </div>
      <TakingPart view={view} detail={detail} errors={errors} typed={typed} />
      <ReachingOut view={view} detail={detail} errors={errors} />
      <ReferralHistory detail={detail} />
    </article>
  );
}

function RemindMe({ view, detail }: PartProps) {
  const { t } = useTranslation("provider");
  return (
    <Form method="post" action={referralPath(view, detail)} className="push" preventScrollReset>
      <OnReferral detail={detail} />
      <button type="submit" className="btn-link" name="intent" value="remind" data-key="h">
        {t("detail.remind")}
      </button>{" "}
      <Kbd decorative>{shortcutName("h")}</Kbd>
    </Form>
  );
}
