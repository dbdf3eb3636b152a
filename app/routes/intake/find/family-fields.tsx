import { useTranslation } from "react-i18next";
import { Checkbox, RadioGroup } from "~/ui/form/choices";
import { FieldError } from "~/ui/form/field";
import { NameAndPhone } from "./name-and-phone";
import type { DraftView } from "./view";

type Props = { draft: DraftView; name: string; errors: Record<string, string[]>; focus: boolean };

/** Who to call and how, and what would help: the least that starts a service. */
export function FamilyFields({ draft, name, errors, focus }: Props) {
  const { t } = useTranslation("intake");
  return (
    <>
      <NameAndPhone of="refer" {...{ draft, errors, focus }} />
      <RadioGroup
        name="way"
        label={t("refer.way", { name })}
        value={draft.way || "call"}
        error={errors.way?.[0]}
        choices={(["call", "text", "will_call"] as const).map((way) => ({
          value: way,
          label:
            way === "will_call" && name === t("someone") ? t("way.theyWillCall") : t(`way.${way}`, { name }),
        }))}
      >
        <Checkbox name="messageOk" label={t("refer.messageOk")} defaultChecked={draft.messageOk} />
      </RadioGroup>
      <div className={errors.help ? "field-bad" : undefined}>
        <p className="label-line">
          <label className="lab" htmlFor="help">
            {t("refer.help")}
          </label>
          <span className="hint" id="help-hint">
            {t("refer.helpHint")}
          </span>
        </p>
        {errors.help && <FieldError id="help-error">{errors.help[0]}</FieldError>}
        <textarea
          className="in"
          id="help"
          name="help"
          defaultValue={draft.help}
          aria-describedby="help-hint"
          aria-invalid={errors.help ? true : undefined}
          maxLength={2000}
        />
      </div>
    </>
  );
}
