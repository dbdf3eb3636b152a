import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SafetyView } from "./view";

/** The local transfer steps. The draft of the referral stays on the call while they are read. */
export function SafetySteps({
  safety,
  back,
  onClose,
}: {
  safety: SafetyView;
  back: string;
  onClose?: () => void;
}) {
  const { t } = useTranslation("intake");
  const steps = useRef<HTMLElement>(null);
  useEffect(() => steps.current?.focus(), []);
  return (
    <section ref={steps} className="safety" aria-labelledby="safety-title" id="safety" tabIndex={-1}>
      <h2 id="safety-title">{t("safety.title")}</h2>
      <ol>
        <li>
          {t("safety.danger")}{" "}
          <strong>
            <bdi dir="ltr">911</bdi>
          </strong>
        </li>
        <li>{t("safety.stay")}</li>
        <li>{t(`safety.transfer.${safety.line}`)}</li>
        <li>{t("safety.introduce")}</li>
        {safety.crisisPhone && (
          <li>
            {t("safety.crisis")}{" "}
            <strong>
              <bdi dir="ltr">{safety.crisisPhone}</bdi>
            </strong>
          </li>
        )}
      </ol>
      <p>
        {t("safety.kept")}{" "}
        <Link to={back} onClick={onClose}>
          {t("safety.close")}
        </Link>
      </p>
    </section>
  );
}
