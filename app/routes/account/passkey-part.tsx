import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { PageForm } from "~/ui/form/page-form";
import { usePageFacts } from "~/ui/page/page-facts";
import passkeyScript from "~/ui/page/passkey.js?url";

/**
 * A form that sends what the person's device answers; shown by its script alone. `ask`: sign in with a passkey, or add one.
 * `intent` and `values` are the form's own.
 */
export function PasskeyPart({
  ask,
  values,
  children,
}: {
  ask: "sign-in" | "add";
  values: Record<string, string>;
  children: ReactNode;
}) {
  const { t } = useTranslation("account");
  const { nonce } = usePageFacts();
  return (
    <>
      <div hidden className="mt-3" data-passkey={ask} data-passkey-path={pathTo("/sign-in/passkey")}>
        <PageForm method="post" stack values={{ ...values, passkey: "" }}>
          {children}
          <p
            role="status"
            className="meta"
            data-failed={t("passkeys.notAnswered")}
            data-had={t("passkeys.had")}
            data-old={t("errors.passkey_old_sign_in")}
          />
        </PageForm>
      </div>
      <script src={passkeyScript} defer nonce={nonce} suppressHydrationWarning />
    </>
  );
}
