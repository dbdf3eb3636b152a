import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/form/choices";
import { FieldError } from "~/ui/form/field";
import { FormKey } from "~/ui/form/form-key";
import { TextareaField } from "~/ui/form/text-field";
import { Kbd, shortcutName } from "~/ui/kbd";
import { useLineCut } from "~/ui/stay-when-cut";
import type { DetailView, InboxView } from "./view";

export type PartProps = {
  view: InboxView;
  detail: DetailView;
  errors?: Record<string, string[]>;
  typed?: Record<string, string>;
};

export const referralPath = (view: InboxView, detail: DetailView) =>
  `${pathTo("/provider/:org/referrals/:id", { org: view.org, id: detail.id })}?stage=${view.stage}`;

/** What every act sends: the version that was on the screen, and which drawing of it. */
export function OnReferral({ detail }: { detail: Pick<DetailView, "version"> }) {
  return (
    <>
      <FormKey />
      <input type="hidden" name="version" value={detail.version} />
    </>
  );
}

/** The four answers; each is one form post, and one key. */
export function Decisions({ view, detail, errors = {}, typed }: PartProps) {
  const { t } = useTranslation("provider");
  const { can } = detail;
  if (!can.accept && !can.waitlist && !can.decline && !can.ask) return null;
  const path = referralPath(view, detail);
  return (
    <>
      <div className="decisions">
        {can.accept && (
          <Form method="post" action={path}>
            <OnReferral detail={detail} />
            <Button variant="primary" name="intent" value="accept" shortcut="1" shortcutFirst>
              {t("decide.accept")}
            </Button>
          </Form>
        )}
        {can.waitlist && (
          <Choice to={`${path}&do=waitlist`} shortcut="2">
            {t("decide.waitlist")}
          </Choice>
        )}
        {can.decline && (
          <Choice
            to={pathTo("/provider/:org/referrals/:id/not-a-fit", { org: view.org, id: detail.id })}
            shortcut="3"
          >
            {t("decide.notAFit")}
          </Choice>
        )}
        {can.ask && (
          <Choice to={`${path}&do=ask`} shortcut="4">
            {t("decide.ask")}
          </Choice>
        )}
      </div>
      {view.doing === "waitlist" && can.waitlist && (
        <WaitlistForm view={view} detail={detail} errors={errors} />
      )}
      {view.doing === "ask" && can.ask && (
        <AskForm view={view} detail={detail} errors={errors} typed={typed} />
      )}
    </>
  );
}

function Choice({ to, shortcut, children }: { to: string; shortcut: string; children: string }) {
  return (
    <Link className="btn" to={to} data-key={shortcut} preventScrollReset>
      <Kbd decorative>{shortcut}</Kbd>
      {children}
    </Link>
  );
}

function WaitlistForm({ view, detail, errors = {} }: PartProps) {
  const { t } = useTranslation("provider");
  return (
    <Form
      method="post"
      action={`${referralPath(view, detail)}&do=waitlist`}
      className="sec form-stack"
      noValidate
    >
      <OnReferral detail={detail} />
      <h3>{t("waitlist.title", { name: detail.short })}</h3>
      <div className={errors.familyAgreed && "field-bad"}>
        {errors.familyAgreed && <FieldError id="familyAgreed-error">{errors.familyAgreed[0]}</FieldError>}
        <Checkbox
          id="familyAgreed"
          name="familyAgreed"
          label={t("waitlist.agreed", { name: detail.short })}
          autoFocus
        />
      </div>
      <p className="row">
        <Button variant="primary" name="intent" value="waitlist" shortcut="ctrl+enter">
          {t("waitlist.do")}
        </Button>
        <Back to={referralPath(view, detail)} />
      </p>
    </Form>
  );
}

function AskForm({ view, detail, errors = {}, typed = {} }: PartProps) {
  const { t } = useTranslation(["provider", "common"]);
  return (
    <Form method="post" action={`${referralPath(view, detail)}&do=ask`} className="sec form-stack" noValidate>
      <OnReferral detail={detail} />
      <TextareaField
        label={t("ask.label")}
        hint={t("ask.hint")}
        name="question"
        defaultValue={typed.question}
        error={errors.question?.[0]}
        maxLength={1000}
        autoFocus
      />
      <p className="row">
        <Button variant="primary" name="intent" value="ask" shortcut="ctrl+enter">
          {useLineCut() ? t("common:words.notSent") : t("ask.do")}
        </Button>
        <Back to={referralPath(view, detail)} />
      </p>
    </Form>
  );
}

function Back({ to }: { to: string }) {
  const { t } = useTranslation("provider");
  return (
    <Link className="btn" to={to} data-key="escape" preventScrollReset>
      {t("cancel")} <Kbd decorative>{shortcutName("escape")}</Kbd>
    </Link>
  );
}
