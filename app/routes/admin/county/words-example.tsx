import { useTranslation } from "react-i18next";
import { consentLanguages, type ConsentText, consentWords } from "~/domain/referrals/family/consent-words";
import { selfReferralWords } from "~/domain/referrals/sending/self-referral-words";

const shared = ["name", "phone", "language", "needs"] as const;
const program = "Rosewood Family Center";

/** The words as a family hears and reads them, with an invented example, in both languages. */
export function WordsExample({ text, own = false }: { text: ConsentText; own?: boolean }) {
  const { t } = useTranslation("admin-county");
  const said = (make: typeof selfReferralWords) =>
    consentLanguages.map((language) => (
      <blockquote key={language} lang={language} className="mt-2">
        {make(text, language, shared, program)}
      </blockquote>
    ));
  return (
    <>
      {own && <p className="mt-2">{t("words.asked")}</p>}
      {said(consentWords)}
      {own && <p className="mt-3">{t("words.own")}</p>}
      {own && said(selfReferralWords)}
    </>
  );
}
