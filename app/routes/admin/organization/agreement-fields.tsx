import { useTranslation } from "react-i18next";
import { TextField } from "~/ui/form/text-field";
import { dayOf } from "../directory-list/day-of";

type Values = {
  agreementReference: string | null;
  agreementSignedOn: Date | null;
  contractNumber: string | null;
  vettedUntil: Date | null;
  insuranceUntil: Date | null;
  clearancesCheckedOn: Date | null;
};

/** Where the agreement is kept, when it was signed and how long it holds, with what else a vetting looks at. `at` keeps ids apart when a page has two. */
export function AgreementFields({
  values,
  errors,
  at = "",
}: {
  values: Values;
  errors: Record<string, string[]>;
  at?: string;
}) {
  const { t } = useTranslation("admin-directory");
  const day = (date: Date | null) => (date ? dayOf(date) : "");
  return (
    <>
      <TextField
        id={`${at}agreementReference`}
        name="agreementReference"
        label={t("agreement.reference")}
        hint={t("agreement.referenceHint")}
        defaultValue={values.agreementReference ?? ""}
        error={errors["agreementReference"]?.[0]}
        maxLength={200}
      />
      <TextField
        id={`${at}agreementSignedOn`}
        name="agreementSignedOn"
        type="date"
        narrow
        label={t("agreement.signedOn")}
        defaultValue={day(values.agreementSignedOn)}
        error={errors["agreementSignedOn"]?.[0]}
      />
      <TextField
        id={`${at}contractNumber`}
        name="contractNumber"
        narrow
        label={t("agreement.contract")}
        defaultValue={values.contractNumber ?? ""}
        error={errors["contractNumber"]?.[0]}
        maxLength={100}
      />
      <TextField
        id={`${at}vettedUntil`}
        name="vettedUntil"
        type="date"
        narrow
        label={t("agreement.until")}
        hint={t("agreement.untilHint")}
        defaultValue={day(values.vettedUntil)}
        error={errors["vettedUntil"]?.[0]}
      />
      {(["insuranceUntil", "clearancesCheckedOn"] as const).map((name) => (
        <TextField
          key={name}
          id={`${at}${name}`}
          name={name}
          type="date"
          narrow
          label={t(`agreement.${name}`)}
          hint={t(`agreement.${name}Hint`)}
          defaultValue={day(values[name])}
          error={errors[name]?.[0]}
        />
      ))}
    </>
  );
}
