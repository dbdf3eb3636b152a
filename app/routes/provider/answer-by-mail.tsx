import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { mailLinkAction, mailLinkLoader } from "~/auth/public-page.server";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { ErrorSummary } from "~/ui/form/error-summary";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { pageHandle } from "~/ui/page/page-handle";
import { StaffPage } from "~/ui/page/staff-page";
import { Banner } from "~/ui/tag";
import { errorsInWords } from "./inbox/errors-in-words";
import { AnswerForm } from "./mail-answer/answer-form";
import { mailAnswerActs } from "./mail-answer/act-on-mail-answer.server";
import { loadOffer, type OfferView } from "./mail-answer/load-offer.server";
import styles from "./provider.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("provider:mailAnswer.title"),
});
export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });

/** Reading changes nothing: mail scanners fetch the links of a mail. */
export const loader = mailLinkLoader(({ ctx, request }) => loadOffer(ctx, request));
export const action = mailLinkAction(mailAnswerActs);

/** Behind the link of a notice: what the mail could say, and the four answers. No account, no script. */
export default function AnswerByMail() {
  const offer = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("provider");
  const errors = errorsInWords(t, refused?.errors);
  const failed = refusalInWords(t, refused);
  return (
    <StaffPage
      title={t("mailAnswer.title")}
      lede={t("mailAnswer.lede", { number: offer.number, program: offer.programName })}
      width="form"
      brand={offer.brand}
      workspace={{ home: pathTo("/sign-in"), label: t("nav.label") }}
      nav={[]}
    >
      {failed && <ErrorSummary title={failed} errors={errors} />}
      {offer.state === "open" ? (
        <>
          <Waiting offer={offer} />
          <AnswerForm offer={offer} errors={errors} typed={refused?.typed} />
        </>
      ) : (
        <Closed offer={offer} />
      )}
    </StaffPage>
  );
}

function Waiting({ offer }: { offer: OfferView }) {
  const { t } = useTranslation("provider");
  return (
    <Card className="mb-4">
      <p>
        <strong>{offer.waitingSince && t("mailAnswer.waiting", { when: offer.waitingSince })}</strong>{" "}
        {offer.replyBy && t(offer.late ? "mailAnswer.late" : "mailAnswer.reply", { when: offer.replyBy })}
      </p>
      <p className="meta mt-1">
        {t("mailAnswer.noDetails")}{" "}
        {offer.comeIn ? null : <a href={offer.signedInPath}>{t("mailAnswer.see")}</a>}
      </p>
    </Card>
  );
}

function SignIn({ offer, text }: { offer: OfferView; text: string }) {
  const { t } = useTranslation("provider");
  return (
    <>
      <p>{text}</p>
      {offer.state === "used" && <p className="meta mt-1">{t("mailAnswer.undo")}</p>}
      <p className="row mt-3">
        <ButtonLink href={offer.signedInPath} variant="primary">
          {t("mailAnswer.signIn")}
        </ButtonLink>
      </p>
    </>
  );
}

/** Where nobody of the organization can sign in yet: how it comes in, and whom to call until then. */
function ComeIn({ comeIn, accepted }: { comeIn: NonNullable<OfferView["comeIn"]>; accepted: boolean }) {
  const { t } = useTranslation("provider");
  const { claimPath, phone } = comeIn;
  return (
    <>
      {accepted && <p>{t("mailAnswer.comeInAccepted")}</p>}
      {phone && (
        <p>
          {t(accepted ? "mailAnswer.comeInCall" : "mailAnswer.comeInAsk")} <bdi dir="ltr">{phone}</bdi>
        </p>
      )}
      <p className="row mt-3">
        <ButtonLink href={claimPath} variant="primary">
          {t("mailAnswer.comeIn")}
        </ButtonLink>
      </p>
    </>
  );
}

/** Answered with this link, too late, or moved on meanwhile; in each case where to go. */
function Closed({ offer }: { offer: OfferView }) {
  const { t } = useTranslation("provider");
  const { answered, state } = offer;
  const parts =
    state === "used" && answered
      ? {
          title: t(`mailAnswer.done.${answered}`),
          text: t(`mailAnswer.next.${answered === "decline" && !offer.mayAsk ? "declineStays" : answered}`),
        }
      : state === "over"
        ? { title: t("mailAnswer.over"), text: t("mailAnswer.overText") }
        : { title: t("mailAnswer.movedOn"), text: t("mailAnswer.movedOnText") };
  return (
    <>
      <Banner>{parts.title}</Banner>
      <Card>
        {offer.comeIn ? (
          <ComeIn comeIn={offer.comeIn} accepted={answered === "accept"} />
        ) : (
          <SignIn {...{ offer, text: parts.text }} />
        )}
      </Card>
    </>
  );
}
