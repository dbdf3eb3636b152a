import { useTranslation } from "react-i18next";
import { TextField } from "~/ui/form/text-field";
import type { DraftView } from "./view";

type Props = {
  /** Whose words: a family that is on the line, or one to be reached. */
  of: "refer" | "outreach";
  draft: Pick<DraftView, "name" | "phone">;
  errors: Record<string, string[]>;
  focus: boolean;
};

/** Whom to call: the first two fields of every form about a family. */
export function NameAndPhone({ of, draft, errors, focus }: Props) {
  const { t } = useTranslation("intake");
  return (
    <div className="two">
      <TextField
        label={t(`${of}.name`)}
        name="name"
        defaultValue={draft.name}
        error={errors.name?.[0]}
        maxLength={80}
        autoComplete="off"
        autoFocus={focus}
      />
      <TextField
        label={t(`${of}.phone`)}
        name="phone"
        defaultValue={draft.phone}
        error={errors.phone?.[0]}
        type="tel"
        inputMode="tel"
        maxLength={40}
        autoComplete="off"
        dir="ltr"
      />
    </div>
  );
}
