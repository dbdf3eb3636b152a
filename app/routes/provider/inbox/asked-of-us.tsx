import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { OnReferral, type PartProps, referralPath } from "./decisions";

/** What others wait to hear: the sender who asks the referral back, and the family on the waitlist. */
export function AskedOfUs({ view, detail }: PartProps) {
  const { t } = useTranslation("provider");
  const path = referralPath(view, detail);
  const name = detail.short;
  return (
    <>
      {detail.can.letGo && (
        <Form method="post" action={path} className="sec" preventScrollReset>
          <OnReferral detail={detail} />
          <h3>{t("withdrawal.title")}</h3>
          <p>{t(detail.answersStay ? "withdrawal.whyStays" : "withdrawal.why", { name })}</p>
          <p className="row mt-2">
            <Button variant="primary" name="intent" value="let-go">
              {t("withdrawal.letGo")}
            </Button>
            <Button name="intent" value="keep-on">
              {t("withdrawal.keepOn")}
            </Button>
          </p>
        </Form>
      )}
      {detail.can.keepWarm && (
        <Form method="post" action={path} className="sec" preventScrollReset>
          <OnReferral detail={detail} />
          <h3>{t("keepWarm.title", { name })}</h3>
          <p className="row">
            <Button name="intent" value="keep-warm">
              {t("keepWarm.do", { name })}
            </Button>
            <span className="meta">{t("keepWarm.why")}</span>
          </p>
        </Form>
      )}
    </>
  );
}
